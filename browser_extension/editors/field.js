// @ts-check
"use strict";
{
  const TYPES = new Set(["text", "search", "url", "email", ""]);

  /** @param {HTMLInputElement | HTMLTextAreaElement} field @returns {SchoolGuardEditorHandle} */
  function open(field) {
    return {
      element: field,
      family: "field",
      read: () => field.value,
      rangeFor: () => null,
      rectsFor: (start, end) => SchoolGuard.mirror.measure(field, start, end),
      map: () => null,
      caret: () => field.selectionEnd,
      replace: (edits, expected) => SchoolGuard.writing.replaceField(field, edits, expected),
      listen(callback, signal) {
        const later = () => setTimeout(() => !signal.aborted && callback());
        for (const type of ["input", "change", "focus"]) field.addEventListener(type, later, { signal });
        // A form that is reset, or a framework that empties the field after posting, fires nothing on the field.
        field.form?.addEventListener("reset", later, { signal });
        field.form?.addEventListener("submit", later, { signal });
      },
    };
  }

  SchoolGuard.editors.register({
    family: "field",
    rootOf(element) {
      if (element instanceof HTMLTextAreaElement) return element;
      return element instanceof HTMLInputElement && TYPES.has(element.type) ? element : null;
    },
    open: (root) => open(/** @type {HTMLInputElement | HTMLTextAreaElement} */ (root)),
  });
}
