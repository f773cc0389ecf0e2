// @ts-check
"use strict";
{
  /** What of the page lies over a composer: a dialog opened over it, or a mask. What belongs to the covered one hides meanwhile. */

  const OURS = /^school-guard-/i;
  const MODAL = ':modal,[aria-modal="true"]';
  // Nearly the corners, and the middle.
  const POINTS = [
    [0.5, 0.5],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ];

  /** The layer that what is on top at a point belongs to; none where it is part of the view that holds the element. @param {Element} hit @param {Set<Element>} around */
  function layerOf(hit, around) {
    for (let at = /** @type {Element | null} */ (hit); at && !around.has(at); at = SchoolGuard.composedParent(at)) {
      if (at.matches(MODAL) || at.matches(":popover-open") || getComputedStyle(at).position === "fixed") return at;
    }
    return null;
  }

  /**
   * What lies over an element on the screen and keeps it from being used: all that makes it inert, a modal dialog over any
   * part of it, anything else over the whole of it; null when it can be used.
   * @param {Element} element @returns {Element | null}
   */
  SchoolGuard.cover = function cover(element) {
    const around = new Set();
    for (let at = /** @type {Element | null} */ (element); at; at = SchoolGuard.composedParent(at)) {
      if (at instanceof HTMLElement && at.inert) return at;
      around.add(at);
    }
    const root = element.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return null;
    const box = element.getBoundingClientRect();
    const over = [];
    for (const [right, down] of POINTS) {
      const all = root.elementsFromPoint(box.left + box.width * right, box.top + box.height * down);
      const hit = all.find((each) => !OURS.test(each.tagName));
      if (!hit) continue;
      over.push(element.contains(hit) ? null : layerOf(hit, around));
    }
    return over.find((layer) => layer?.matches(MODAL)) ?? (over.every(Boolean) ? over[0] : null) ?? null;
  };
}
