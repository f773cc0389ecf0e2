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
      map: () => null,
      caret: () => field.selectionEnd,
      replace: (edits, expected) => SchoolGuard.writing.replaceField(field, edits, expected),
      listen(callback, signal) {
        let last = field.value;
        const look = () => {
          if (signal.aborted || field.value === last) return;
          last = field.value;
          callback();
        };
        const later = () => setTimeout(look);
        // What a script has done to it without an event, as a chat that empties its line, before the next key adds to it.
        field.addEventListener("beforeinput", look, { signal });
        // A field that is emptied by a script fires no `input`, but its caret moves.
        for (const type of ["input", "change", "selectionchange"]) field.addEventListener(type, later, { signal });
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
