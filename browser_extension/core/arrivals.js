// @ts-check
"use strict";
{
  /** Files on their way into a composer: chosen, pasted, dropped, or from an input that is not in the document. */

  /** @param {SchoolGuardComposers} composers @param {AbortSignal} signal */
  SchoolGuard.arrivals = function arrivals(composers, signal) {
    const listening = { capture: true, signal };
    let relayed = 0;

    /** @param {Element | null} place @param {FileList | File[] | null | undefined} files @param {SchoolGuardAttachment["way"]} way @param {number} relay */
    const arrive = (place, files, way, relay = 0) => {
      const pictures = [...(files ?? [])].filter(SchoolGuard.files.isPicture);
      if (pictures.length === 0 || SchoolGuard.puttingBack.isBusy()) return;
      const input = place instanceof HTMLInputElement ? place : null;
      composers.ofFiles(place)?.attachments.add(pictures, { way, input, target: place, relay });
    };

    /** @param {Event} event @returns {Element | null} */
    const placeOf = (event) => {
      const path = event.composedPath();
      const first = path[0];
      return first instanceof Element && !SchoolGuard.finder.isOurs(path) ? first : null;
    };

    window.addEventListener("change", (event) => {
      const place = placeOf(event);
      if (place instanceof HTMLInputElement && place.type === "file") arrive(place, place.files, "input");
    }, listening);
    window.addEventListener("paste", (event) => arrive(placeOf(event), event.clipboardData?.files, "paste"), listening);
    window.addEventListener("drop", (event) => arrive(placeOf(event), event.dataTransfer?.files, "drop"), listening);
    document.addEventListener("school-guard:files", (event) => {
      const { id, files } = /** @type {CustomEvent<{id: number, files: File[]}>} */ (event).detail ?? {};
      relayed = Number(id);
      if (Array.isArray(files)) arrive(null, files.filter((file) => file instanceof File), "detached", relayed);
    }, { signal });
    window.addEventListener("click", (event) => {
      const path = event.composedPath();
      for (const composer of composers.all) composer.attachments.pressed(path);
    }, listening);
  };
}
