// @ts-check
"use strict";
{
  /** A card that opened under the pointer, without being asked for, closes when the pointer has gone, unless somebody came to it. */

  // Long enough to get from the words to a card that stands apart from them.
  const LINGER_MS = 600;

  /**
   * @param {HTMLElement} host of the card @param {() => Element | null} editor @param {() => void} close
   * @returns {SchoolGuardPassing}
   */
  function passing(host, editor, close) {
    let life = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let leaving;
    const stay = () => {
      clearTimeout(leaving);
      leaving = undefined;
    };
    const end = () => {
      life.abort();
      stay();
    };
    const begin = () => {
      end();
      life = new AbortController();
      const listening = { capture: true, passive: true, signal: life.signal };
      host.addEventListener("pointerdown", end, listening);
      const follow = (/** @type {PointerEvent} */ event) => {
        const path = event.composedPath();
        const at = editor();
        if (path.includes(host) || (at && path.includes(at)) || host.matches(":focus-within")) stay();
        else leaving ??= setTimeout(close, LINGER_MS);
      };
      window.addEventListener("pointermove", follow, listening);
    };
    return { begin, end };
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { passing });
}
