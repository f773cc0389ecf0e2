// @ts-check
"use strict";
{
  /** The pictures of one composer: known by their files, sent to the service once, gone when their previews are gone. */

  const TRIES = 3;
  const READ_AT_MOST_MS = 60_000;
  const SETTLES_MS = 250;
  /** Previews drawn from the chosen file itself, on any site. */
  const LOCAL = 'img[src^="blob:"],video[src^="blob:"],img[src^="data:image"]';

  const NOT_OURS = ":not(school-guard-panel,school-guard-overlay)";

  /** Its input stands in a form, which would send what the input holds. @param {SchoolGuardAttachment} attachment */
  const hasForm = ({ input }) => Boolean(input?.isConnected && input.form);
  /** @param {SchoolGuardAttachment} attachment */
  const isHeld = ({ input, file }) => [...(input?.files ?? [])].includes(file);
  /** The page had left it in its form's input, and it is not there any more. @param {SchoolGuardAttachment} attachment */
  const isTakenOut = (attachment) => attachment.kept && hasForm(attachment) && !isHeld(attachment);

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
      /** How many of them stood there before any picture: drawn icons, somebody's face. */
      this.before = 0;
      /** Digests of the previews drawn from a file, by address; "" while one is being read. @type {Map<string, string>} */
      this.drawn = new Map();
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

    /** @param {File[]} files @param {SchoolGuardOrigin} from */
    add(files, from) {
      this.all = this.left();
      if (this.all.length === 0) {
        this.clear();
        const { previews, local } = this.shown();
        this.before = previews + local;
      }
      for (const file of files) {
        if (!SchoolGuard.files.isPicture(file)) continue;
        /** @type {SchoolGuardAttachment} */
        const attachment = { file, digest: "", state: "sending", tries: 0, pendingSince: 0, refusal: "", kept: false, isSent: false, images: 0, doubt: -1, ...from };
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
        // A page that takes the file out of the input at once has done so by now.
        attachment.kept = hasForm(attachment) && isHeld(attachment);
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

    /** What is attached now. @returns {SchoolGuardAttachment[]} */
    current() {
      const size = this.all.some((item) => item.doubt >= 0) ? this.size() : 0;
      for (const item of this.all) if (size > item.doubt) item.doubt = -1;
      return this.left().filter((item) => item.doubt < 0);
    }

    /** How much stands in the box, without what is ours. */
    size() {
      return this.scope().querySelectorAll(NOT_OURS).length;
    }

    /**
     * Files that were pasted or dropped where the page took no notice: they count once it shows anything of them.
     * @param {File[]} files @param {number} before what stood in the box then
     */
    doubt(files, before) {
      for (const item of this.all) if (files.includes(item.file)) item.doubt = before;
      this.changed();
    }

    /** What has not been taken away again. A preview that has gone takes its picture along. @returns {SchoolGuardAttachment[]} */
    left() {
      if (this.all.length === 0) return this.all;
      const now = this.shown();
      const { seen } = this;
      const isShown = now.previews > 0 || now.local > 0;
      if (isShown) {
        this.seen = { previews: Math.max(seen.previews, now.previews), local: Math.max(seen.local, now.local), images: now.images };
      }
      // A form that has been sent is empty. Before that, a page may empty an input because it has the file elsewhere.
      if (!this.hasPreviews()) return this.all.filter((item) => !item.isSent || !isTakenOut(item));
      if (isShown) return this.withPreview(now.images);
      // A local preview may turn into one from the site's server when the upload is done: then as many pictures are left.
      const gone = seen.previews > 0 || (seen.local > 0 && now.images < seen.images);
      return gone ? [] : this.all;
    }

    /**
     * Of several pictures the page may take one away. Which one, only its preview's own bytes say: pages draw their lists
     * anew and in any order. One that turned into a picture from the site's server leaves as many images behind.
     * @param {number} images how many are shown now
     */
    withPreview(images) {
      if (this.all.length < 2) return this.all;
      const previews = [...this.scope().querySelectorAll(LOCAL)].map((preview) => preview.getAttribute("src") ?? "");
      for (const address of previews) void this.read(address);
      const digests = new Set(previews.map((address) => this.drawn.get(address)));
      if (digests.has("")) return this.all;
      for (const item of this.all) if (digests.has(item.digest)) item.images = images;
      const gone = this.all.filter((item) => item.images > images && !digests.has(item.digest));
      const most = Math.max(0, ...gone.map((item) => item.images));
      return images <= most - gone.length ? this.all.filter((item) => !gone.includes(item)) : this.all;
    }

    /** @param {string} address of a preview */
    async read(address) {
      if (this.drawn.has(address)) return;
      this.drawn.set(address, "");
      try {
        const blob = await (await fetch(address)).blob();
        this.drawn.set(address, await SchoolGuard.files.digest(new File([blob], "")));
      } catch (error) {
        // A page may have let go of the address as soon as the picture was drawn.
        if (!(error instanceof TypeError)) throw error;
        this.drawn.set(address, "unknown");
      }
      this.changed();
    }

    /** A control was pressed: is it the one that removes an attachment? @param {EventTarget[]} path */
    pressed(path) {
      if (!this.site.removeAttachment || this.all.length === 0) return;
      const selector = this.site.removeAttachment;
      const control = path.find((node) => node instanceof Element && node.matches(selector));
      if (!control) return;
      const controls = [...this.scope().querySelectorAll(selector)];
      const all = this.current();
      const index = controls.length === all.length ? controls.indexOf(/** @type {Element} */ (control)) : -1;
      if (index >= 0) this.drop(all[index]);
      else if (all.length === 1 || controls.length === 1) this.clear();
      this.changed();
    }

    hasPreviews() {
      return this.seen.previews + this.seen.local > this.before;
    }

    /** Without any preview, an ordinary form's input holds what was chosen last and nothing else. @param {HTMLInputElement} input */
    chosenAnew(input) {
      const kept = this.all.filter((item) => item.input !== input || this.hasPreviews() || !isTakenOut(item));
      if (kept.length === this.all.length) return;
      this.all = kept;
      this.changed();
    }

    /** What is attached now has been let through to the page. */
    noteSent() {
      for (const item of this.all) item.isSent = true;
    }

    /** @param {SchoolGuardAttachment} attachment */
    drop(attachment) {
      this.all = this.all.filter((other) => other !== attachment);
      this.watch();
    }

    clear() {
      this.all = [];
      this.drawn.clear();
      this.seen = { previews: 0, local: 0, images: 0 };
      this.before = 0;
      this.watch();
    }
  }

  /** @param {SchoolGuardSite} site @param {() => Element} scope @param {() => void} changed @param {AbortSignal} signal */
  SchoolGuard.attachments = (site, scope, changed, signal) => new Attachments(site, scope, changed, signal);
}
