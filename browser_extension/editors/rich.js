// @ts-check
"use strict";
{
  /**
   * The handle that all editors built on contenteditable share. It reads and, when a fix is pressed, types;
   * it never touches the editor's nodes.
   * @param {HTMLElement} element @param {string} family @param {{typeFirst?: boolean}} [traits]
   * @returns {SchoolGuardEditorHandle}
   */
  SchoolGuard.richEditor = function richEditor(element, family, traits = {}) {
    const map = () => SchoolGuard.textMap.read(element);
    return {
      element,
      family,
      read: () => map().text,
      map,
      caret() {
        const root = element.getRootNode();
        const selection =
          "getSelection" in root ? /** @type {Document} */ (root).getSelection() : document.getSelection();
        return selection?.focusNode ? map().offsetOf(selection.focusNode, selection.focusOffset) : null;
      },
      replace: (edits, expected) =>
        SchoolGuard.writing.replaceRich({ element, map, typeFirst: traits.typeFirst === true }, edits, expected),
      listen(callback, signal) {
        let waiting = false;
        const later = () => {
          if (waiting || signal.aborted) return;
          waiting = true;
          setTimeout(() => {
            waiting = false;
            if (!signal.aborted) callback();
          });
        };
        // Undo, a mention picked from a list and a cleared composer change the nodes without an `input` event.
        const observer = new MutationObserver(later);
        observer.observe(element, { characterData: true, childList: true, subtree: true });
        signal.addEventListener("abort", () => observer.disconnect(), { once: true });
        element.addEventListener("input", later, { capture: true, signal });
      },
    };
  };

  /**
   * Register a family that is recognised by a marker on the editable element, inside it or around it.
   * @param {string} family @param {string} marker a selector @param {{typeFirst?: boolean}} [traits]
   */
  SchoolGuard.registerRichFamily = function registerRichFamily(family, marker, traits) {
    SchoolGuard.editors.register({
      family,
      rootOf(element) {
        const root = element.matches(marker) ? element : (element.querySelector(marker) ?? element.closest(marker));
        return root instanceof HTMLElement ? root : null;
      },
      open: (root) => SchoolGuard.richEditor(/** @type {HTMLElement} */ (root), family, traits),
    });
  };
}
