// @ts-check
"use strict";
{
  /** What is typed or pressed in our card is ours: the page neither hears of it nor takes the keyboard away. */

  const OURS =
    "keydown keyup keypress beforeinput input change click dblclick mousedown mouseup pointerdown pointerup " +
    "touchstart touchend copy cut paste contextmenu";
  const KEYS = /** @type {const} */ (["keydown", "keyup", "keypress"]);

  /** @param {KeyboardEvent} event @returns {KeyboardEventInit} */
  function keysOf({ key, code, location, repeat, isComposing, altKey, ctrlKey, metaKey, shiftKey }) {
    return { key, code, location, repeat, isComposing, altKey, ctrlKey, metaKey, shiftKey };
  }

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {AbortSignal} signal */
  function keepToItself(host, root, signal) {
    for (const type of OURS.split(" ")) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
    // A pressed button must not take the caret out of the draft: composers close when they lose it.
    root.addEventListener(
      "mousedown",
      (event) => {
        if (event.target instanceof Element && event.target.closest("button, a")) event.preventDefault();
      },
      { signal },
    );
    /** A key pressed in our card is told to nobody but the card. @param {KeyboardEvent} event */
    const keep = (event) => {
      if (event.target !== host) return;
      event.stopImmediatePropagation();
      const copy = new KeyboardEvent(event.type, { ...keysOf(event), bubbles: true, cancelable: true });
      if (!event.composedPath()[0].dispatchEvent(copy)) event.preventDefault();
    };
    // A page's dialog that keeps the keyboard inside itself would pull it out of our card again, or take the Tab key before
    // it gets to us. Only while the keyboard is with us is there a key to keep.
    for (const type of ["focusin", "focusout"]) {
      window.addEventListener(
        type,
        (event) => {
          if (event.target !== host) return;
          event.stopImmediatePropagation();
          for (const key of KEYS) {
            if (type === "focusin") window.addEventListener(key, keep, { capture: true, signal });
            else window.removeEventListener(key, keep, true);
          }
        },
        { capture: true, signal },
      );
    }
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { keepToItself });
}
