// @ts-check
"use strict";
{
  /** Files on their way into a composer: chosen, pasted, dropped, or from an input that is not in the document. */

  /** @param {SchoolGuardComposers} composers @param {AbortSignal} signal */
  SchoolGuard.arrivals = function arrivals(composers, signal) {
    const listening = { capture: true, signal };
    /** A file that was chosen is told by `input` and again by `change`; only `input` leaves a shadow root. @type {WeakSet<File>} */
    const seen = new WeakSet();

    /** @param {Element | null} place @param {FileList | File[] | null | undefined} files @param {SchoolGuardAttachment["way"]} way @param {number} relay */
    const arrive = (place, files, way, relay = 0) => {
      if (SchoolGuard.puttingBack.isBusy()) return;
      const pictures = [...(files ?? [])].filter((file) => SchoolGuard.files.isPicture(file) && !seen.has(file));
      for (const file of pictures) seen.add(file);
      const input = place instanceof HTMLInputElement ? place : null;
      if (pictures.length > 0) composers.ofFiles(place)?.attachments.add(pictures, { way, input, target: place, relay });
    };

    /** @param {Event} event @returns {Element | null} */
    const placeOf = (event) => {
      const path = event.composedPath();
      const first = path[0];
      return first instanceof Element && !SchoolGuard.finder.isOurs(path) ? first : null;
    };

    // "change" stays inside a shadow root; the "input" before it comes out.
    for (const type of ["change", "input"]) {
      window.addEventListener(type, (event) => {
        const place = placeOf(event);
        if (!(place instanceof HTMLInputElement) || place.type !== "file" || SchoolGuard.puttingBack.isBusy()) return;
        const isInside = place.getRootNode() instanceof ShadowRoot;
        if (isInside === (type === "input")) arrive(place, place.files, "input");
      }, listening);
    }
    window.addEventListener("paste", (event) => arrive(placeOf(event), event.clipboardData?.files, "paste"), listening);
    window.addEventListener("drop", (event) => arrive(placeOf(event), event.dataTransfer?.files, "drop"), listening);
    document.addEventListener("school-guard:files", (event) => {
      const { id, files } = /** @type {CustomEvent<{id: number, files: File[]}>} */ (event).detail ?? {};
      if (Array.isArray(files)) arrive(null, files.filter((file) => file instanceof File), "detached", Number(id));
    }, { signal });
    window.addEventListener("click", (event) => {
      if (SchoolGuard.puttingBack.isBusy()) return;
      const path = event.composedPath();
      for (const composer of composers.all) composer.attachments.pressed(path);
    }, listening);
  };
}
