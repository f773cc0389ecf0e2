// @ts-check
"use strict";
{
  /** Taking a picture out of the page's composer and putting another one in, by the page's own controls and inputs. */

  const PAGE_REACTS_MS = 2_000;
  const FEED = "school-guard:feed";
  let busy = false;

  /** Resolves true when `done` holds, seen through changes of the scope. @param {Element} scope @param {() => boolean} done @returns {Promise<boolean>} */
  function becomes(scope, done) {
    if (done()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => done() && end(true));
      const timer = setTimeout(() => end(done()), PAGE_REACTS_MS);
      /** @param {boolean} result */
      const end = (result) => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(result);
      };
      observer.observe(scope, { childList: true, subtree: true, attributes: true });
    });
  }

  /** @param {File[]} files */
  function transferOf(files) {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer;
  }

  /** @param {HTMLInputElement} input @param {File[]} files */
  function setFiles(input, files) {
    input.files = transferOf(files).files;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** A form that is sent by the browser itself keeps the file in its input. @param {SchoolGuardAttachment} attachment */
  const keptByInput = (attachment) => {
    const { input, file } = attachment;
    return input?.isConnected && input.form && [...(input.files ?? [])].includes(file) ? input : null;
  };

  /** @param {SchoolGuardAttachment} attachment @param {File} file @returns {boolean} false when the page has nothing left to take it */
  function feed(attachment, file) {
    const { way, input, target, relay } = attachment;
    if (way === "input" && input?.isConnected) {
      setFiles(input, [file]);
      return true;
    }
    if (way === "detached") {
      const detail = { id: relay, files: [file] };
      return !document.dispatchEvent(new CustomEvent(FEED, { detail, cancelable: true }));
    }
    if (!target?.isConnected) return false;
    const common = { bubbles: true, cancelable: true, composed: true };
    const clipboardData = transferOf([file]);
    // An event that nobody takes leaves things as they are; a page that takes it prevents the default.
    if (way === "paste") return !target.dispatchEvent(new ClipboardEvent("paste", { ...common, clipboardData }));
    return !target.dispatchEvent(new DragEvent("drop", { ...common, dataTransfer: clipboardData }));
  }

  SchoolGuard.puttingBack = {
    /** Events made by us are not new attachments. */
    isBusy: () => busy,

    /**
     * Press the page's own control that removes this attachment and no other.
     * @param {SchoolGuardSite} site @param {Element} scope @param {number} index @param {number} count of attachments
     * @returns {Promise<boolean>}
     */
    async remove(site, scope, index, count) {
      const selector = site.removeAttachment;
      const controls = selector ? [...scope.querySelectorAll(selector)] : [];
      const control = controls.length === count ? controls[index] : null;
      if (!selector || !(control instanceof HTMLElement)) return false;
      busy = true;
      control.click();
      busy = false;
      return becomes(scope, () => scope.querySelectorAll(selector).length < count);
    },

    /**
     * Put `file` in the place of an attachment. @returns {Promise<"done" | "remove_by_hand" | "add_by_hand">}
     * @param {SchoolGuardSite} site @param {Element} scope @param {number} index @param {SchoolGuardAttachment[]} all @param {File} file
     */
    async replace(site, scope, index, all, file) {
      const attachment = all[index];
      const keeper = keptByInput(attachment);
      const removed = await SchoolGuard.puttingBack.remove(site, scope, index, all.length);
      busy = true;
      try {
        if (keeper?.isConnected && !removed) {
          setFiles(keeper, [...(keeper.files ?? [])].map((other) => (other === attachment.file ? file : other)));
          return "done";
        }
        if (!removed) return "remove_by_hand";
        return feed(attachment, file) ? "done" : "add_by_hand";
      } finally {
        busy = false;
      }
    },
  };
}
