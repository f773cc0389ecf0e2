// @ts-check
"use strict";
{
  /** Files on their way into a composer: chosen, pasted, dropped, or from an input that is not in the document. */

  /** @param {SchoolGuardComposers} composers @param {AbortSignal} signal */
  SchoolGuard.arrivals = function arrivals(composers, signal) {
    const listening = { capture: true, signal };
    /** A file that was chosen is told by `input` and again by `change`; only `input` leaves a shadow root. @type {WeakSet<File>} */
    const seen = new WeakSet();
    /** What was pressed last: what opened the file picker. @type {Element | null} */
    let pressed = null;

    /** Whose pictures are chosen and taken away on this page. */
    const everyone = () => [...composers.all, ...SchoolGuard.frames.guests()];

    /** @param {FileList | File[] | null | undefined} files */
    const news = (files) => {
      const pictures = [...(files ?? [])].filter((file) => SchoolGuard.files.isPicture(file) && !seen.has(file));
      for (const file of pictures) seen.add(file);
      return pictures;
    };

    /** @param {Event} event @returns {Element | null} */
    const placeOf = (event) => {
      const path = event.composedPath();
      const first = path[0];
      return first instanceof Element && !SchoolGuard.finder.isOurs(path) ? first : null;
    };

    /** @param {HTMLInputElement} input */
    const choose = (input) => {
      for (const { attachments } of everyone()) attachments.chosenAnew(input);
      const pictures = news(input.files);
      if (pictures.length > 0) composers.takeFiles(pictures, { way: "input", input, target: input, relay: 0 }, pressed);
    };

    /** @param {Event} event @param {"paste" | "drop"} way @param {FileList | undefined} files */
    const bring = (event, way, files) => {
      const place = placeOf(event);
      if (!place || SchoolGuard.puttingBack.isBusy()) return;
      const pictures = news(files);
      if (pictures.length === 0) return;
      const composer = composers.takeFiles(pictures, { way, input: null, target: place, relay: 0 }, null);
      // A plain field takes no pictures: unless the page did, they are not in the post.
      if (!composer || !(place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement)) return;
      const before = composer.attachments.size();
      setTimeout(() => {
        if (!event.defaultPrevented) composer.attachments.doubt(pictures, before);
      });
    };

    // "change" stays inside a shadow root; the "input" before it comes out.
    for (const type of ["change", "input"]) {
      window.addEventListener(type, (event) => {
        const place = placeOf(event);
        if (!(place instanceof HTMLInputElement) || place.type !== "file" || SchoolGuard.puttingBack.isBusy()) return;
        const isInside = place.getRootNode() instanceof ShadowRoot;
        if (isInside === (type === "input")) choose(place);
      }, listening);
    }
    window.addEventListener("paste", (event) => bring(event, "paste", event.clipboardData?.files), listening);
    window.addEventListener("drop", (event) => bring(event, "drop", event.dataTransfer?.files), listening);
    document.addEventListener("school-guard:files", (event) => {
      const { id, files } = /** @type {CustomEvent<{id: number, files: File[]}>} */ (event).detail ?? {};
      if (!Array.isArray(files) || SchoolGuard.puttingBack.isBusy()) return;
      const pictures = news(files.filter((file) => file instanceof File));
      if (pictures.length > 0) composers.takeFiles(pictures, { way: "detached", input: null, target: null, relay: Number(id) }, pressed);
    }, { signal });
    window.addEventListener("click", (event) => {
      if (SchoolGuard.puttingBack.isBusy()) return;
      const path = event.composedPath();
      if (event.isTrusted) pressed = placeOf(event);
      for (const { attachments } of everyone()) attachments.pressed(path);
    }, listening);
  };
}
