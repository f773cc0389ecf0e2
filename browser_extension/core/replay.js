// @ts-check
"use strict";
{
  /** Pressing the page's own control once, and seeing whether the page took notice. */

  const WATCH_MS = 400;
  const WATCH = "school-guard:watch";
  const WATCHED = "school-guard:watched";

  /** @param {Element} element */
  function press(element) {
    const common = { bubbles: true, cancelable: true, composed: true, view: window, button: 0 };
    const pointer = { ...common, pointerId: 1, pointerType: "mouse", isPrimary: true };
    element.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
    element.dispatchEvent(new MouseEvent("mousedown", { ...common, buttons: 1 }));
    element.dispatchEvent(new PointerEvent("pointerup", pointer));
    element.dispatchEvent(new MouseEvent("mouseup", common));
    if (element instanceof HTMLElement) element.click();
  }

  /** @param {Element} editor @param {KeyboardEvent} pressed */
  function strike(editor, pressed) {
    const { key, code, ctrlKey, metaKey, keyCode } = pressed;
    const init = { key, code, ctrlKey, metaKey, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
    for (const type of ["keydown", "keypress", "keyup"]) editor.dispatchEvent(new KeyboardEvent(type, init));
  }

  /** The composer's box, and where its control stands in another frame, that frame's page. @param {SchoolGuardAttempt} attempt @returns {Element[]} */
  function placesOf({ composer, control, form }) {
    const scope = composer.scope();
    const page = (control ?? form ?? scope).ownerDocument;
    return page === scope.ownerDocument ? [scope] : [scope, page.documentElement];
  }

  /** Did anything happen in the page or its composer shortly after? @param {Element[]} places @param {() => void} act @returns {Promise<boolean>} */
  function noticed(places, act) {
    return new Promise((resolve) => {
      let changed = false;
      const observer = new MutationObserver(() => {
        changed = true;
      });
      for (const place of places) observer.observe(place, { childList: true, subtree: true, attributes: true, characterData: true });
      const end = (/** @type {boolean} */ acted) => {
        observer.disconnect();
        resolve(changed || acted);
      };
      document.addEventListener(
        WATCHED,
        (event) => end(/** @type {CustomEvent<{acted: boolean}>} */ (event).detail.acted),
        { once: true },
      );
      // Without an answer from the page's world nothing is known: better to wait than to post twice.
      setTimeout(() => end(true), WATCH_MS * 3);
      document.dispatchEvent(new CustomEvent(WATCH, { detail: { moment: WATCH_MS } }));
      act();
    });
  }

  /**
   * Do once by script what the person did. @returns {Promise<boolean>} whether the page reacted in any way
   * @param {SchoolGuardAttempt} attempt
   */
  SchoolGuard.replay = function replay(attempt) {
    const { composer, control, form, submitter, key, editor } = attempt;
    return noticed(placesOf(attempt), () => {
      if (form?.isConnected) return form.requestSubmit(submitter?.isConnected ? submitter : null);
      const target = control?.isConnected ? control : composer.submits()[0];
      if (target) return press(target);
      if (key && editor?.isConnected) strike(editor, key);
      return undefined;
    });
  };
}
