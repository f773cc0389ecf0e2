// @ts-check
"use strict";
{
  /** The pictures of one composer: known by their files, sent to the service once, gone when their previews are gone. */

  const TRIES = 3;
  const READ_AT_MOST_MS = 60_000;
  const SETTLES_MS = 250;
  /** Previews drawn from the chosen file itself, on any site. */
  const LOCAL = 'img[src^="blob:"],video[src^="blob:"],img[src^="data:image"]';

  class Attachments {
    /**
     * @param {SchoolGuardSite} site @param {() => Element} scope @param {() => void} changed @param {AbortSignal} signal
     */
    constructor(site, scope, changed, signal) {
      this.site = site;
      this.scope = scope;
      this.changed = changed;
      /** @type {SchoolGuardAttachment[]} */
      this.all = [];
      /** What the page has shown of them so far; as long as it is nothing, previews say nothing here. */
      this.seen = { previews: 0, local: 0, images: 0 };
      this.waiting = false;
      this.observer = new MutationObserver(() => this.changedSoon());
      signal.addEventListener("abort", () => this.observer.disconnect(), { once: true });
    }

    /** A preview may come and go without any event of ours; watched only while there are pictures. */
    watch() {
      this.observer.disconnect();
      if (this.all.length > 0) this.observer.observe(this.scope(), { childList: true, subtree: true });
    }

    changedSoon() {
      if (this.waiting) return;
      this.waiting = true;
      setTimeout(() => {
        this.waiting = false;
        this.changed();
      }, SETTLES_MS);
    }

    /** @param {File[]} files @param {Pick<SchoolGuardAttachment, "way" | "input" | "target" | "relay">} from */
    add(files, from) {
      if (this.current().length === 0) this.clear();
      for (const file of files) {
        if (!SchoolGuard.files.isPicture(file)) continue;
        /** @type {SchoolGuardAttachment} */
        const attachment = { file, digest: "", state: "sending", tries: 0, pendingSince: 0, refusal: "", ...from };
        this.all.push(attachment);
        void this.send(attachment);
      }
      this.watch();
      this.changed();
    }

    /** @param {SchoolGuardAttachment} attachment */
    async send(attachment) {
      attachment.state = "sending";
      attachment.tries += 1;
      if (!attachment.digest) {
        try {
          attachment.digest = await SchoolGuard.files.digest(attachment.file);
        } catch (error) {
          // The file was deleted or changed on the disk since it was chosen.
          if (!(error instanceof DOMException)) throw error;
          this.all = this.all.filter((other) => other !== attachment);
          this.changed();
          return;
        }
        this.changed();
      }
      if (attachment.file.size > SchoolGuard.files.LARGEST) {
        attachment.state = "skipped";
        this.changed();
        return;
      }
      const reply = await SchoolGuard.ask("put_picture", { digest: attachment.digest, file: attachment.file });
      attachment.state = reply.ok ? "pending" : "skipped";
      attachment.refusal = reply.ok ? "" : reply.error.message;
      this.changed();
    }

    /**
     * What the service has said of this picture; one that it has never seen or has forgotten is sent again.
     * @param {SchoolGuardAttachment} attachment @param {SchoolGuardSkipped["code"][]} codes
     * @returns {SchoolGuardGivenUp | null} why nothing more is to be waited for
     */
    follow(attachment, codes) {
      const { t } = SchoolGuard.messages;
      if (attachment.file.size > SchoolGuard.files.LARGEST) return { code: "too_large", message: t("picture.too_large") };
      if (codes.includes("unknown_picture")) {
        if (attachment.state !== "sending" && attachment.tries < TRIES) void this.send(attachment);
        if (attachment.state === "sending") return null;
        attachment.state = "skipped";
        return { code: "timeout", message: attachment.refusal || t("picture.not_read") };
      }
      if (attachment.state === "sending") return null;
      if (codes.includes("pending")) {
        attachment.pendingSince ||= Date.now();
        const late = Date.now() - attachment.pendingSince > READ_AT_MOST_MS;
        attachment.state = late ? "skipped" : "pending";
        return late ? { code: "timeout", message: t("picture.not_read") } : null;
      }
      attachment.state = codes.length === 0 ? "read" : "skipped";
      attachment.tries = 0;
      attachment.pendingSince = 0;
      return null;
    }

    /** What was given up may be tried once more. */
    tryAgain() {
      for (const attachment of this.all) {
        attachment.tries = 0;
        attachment.pendingSince = 0;
      }
    }

    shown() {
      const scope = this.scope();
      const count = (/** @type {string | undefined} */ selector) => (selector ? scope.querySelectorAll(selector).length : 0);
      return { previews: count(this.site.previews), local: count(LOCAL), images: count("img,video,canvas") };
    }

    /** What is attached now. A preview that has gone takes its picture along. @returns {SchoolGuardAttachment[]} */
    current() {
      if (this.all.length === 0) return this.all;
      const now = this.shown();
      const { seen } = this;
      if (now.previews > 0 || now.local > 0) {
        this.seen = { previews: Math.max(seen.previews, now.previews), local: Math.max(seen.local, now.local), images: now.images };
        return this.all;
      }
      // A local preview may turn into one from the site's server when the upload is done: then as many pictures are left.
      const gone = seen.previews > 0 || (seen.local > 0 && now.images < seen.images);
      return gone ? [] : this.all;
    }

    /** A control was pressed: is it the one that removes an attachment? @param {EventTarget[]} path */
    pressed(path) {
      if (!this.site.removeAttachment || this.all.length === 0) return;
      const selector = this.site.removeAttachment;
      const control = path.find((node) => node instanceof Element && node.matches(selector));
      if (!control) return;
      const controls = [...this.scope().querySelectorAll(selector)];
      const index = controls.length === this.all.length ? controls.indexOf(/** @type {Element} */ (control)) : -1;
      if (index >= 0) this.drop(index);
      else if (this.all.length === 1 || controls.length === 1) this.clear();
      this.changed();
    }

    /** An input of an ordinary form holds what was chosen last, and nothing else. @param {HTMLInputElement} input */
    chosenAnew(input) {
      const { previews, local } = this.shown();
      if (!input.form || this.seen.previews + this.seen.local + previews + local > 0) return;
      const held = [...(input.files ?? [])];
      const kept = this.all.filter((item) => item.input !== input || held.includes(item.file));
      if (kept.length === this.all.length) return;
      this.all = kept;
      this.changed();
    }

    /** @param {number} index */
    drop(index) {
      this.all = this.all.filter((_, at) => at !== index);
      this.watch();
    }

    clear() {
      this.all = [];
      this.seen = { previews: 0, local: 0, images: 0 };
      this.watch();
    }
  }

  /** @param {SchoolGuardSite} site @param {() => Element} scope @param {() => void} changed @param {AbortSignal} signal */
  SchoolGuard.attachments = (site, scope, changed, signal) => new Attachments(site, scope, changed, signal);
}
