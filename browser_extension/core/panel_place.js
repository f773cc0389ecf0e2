// @ts-check
"use strict";
{
  /** Where badge and card go: beside or below the composer, never over the draft or the control that posts it. */

  const GAP = 8;
  // A card lower than this shows too little to be read.
  const LOWEST = 160;
  const NEAR = 200;

  /** @param {SchoolGuardBox} a @param {SchoolGuardBox} b */
  function overlap(a, b) {
    const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
    const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
  }

  /** @param {SchoolGuardBox} box @param {SchoolGuardBox[]} kept how much of these it would hide */
  const hiddenBy = (box, kept) => kept.reduce((sum, other) => sum + overlap(box, other), 0);

  /** @param {number} value @param {number} low @param {number} high */
  const within = (value, low, high) => Math.max(low, Math.min(value, Math.max(low, high)));

  /**
   * The first of the candidate places that hides nothing, else the one that hides least.
   * @param {{width: number, height: number}} size @param {SchoolGuardBox[]} candidates @param {SchoolGuardBox[]} kept what must stay in sight
   */
  function best(size, candidates, kept) {
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    let chosen = candidates[0];
    let least = Infinity;
    for (const candidate of candidates) {
      const box = {
        left: within(candidate.left, GAP, view.width - size.width - GAP),
        top: within(candidate.top, GAP, view.height - candidate.height - GAP),
        width: size.width,
        height: candidate.height,
      };
      const hidden = hiddenBy(box, kept);
      if (hidden < least) {
        least = hidden;
        chosen = box;
      }
      if (hidden === 0) break;
    }
    return chosen;
  }

  SchoolGuard.place = {
    /**
     * Draft and controls near it are one thing to stand beside; a control far off only must not be covered.
     * @param {DOMRect} anchor @param {DOMRect[]} kept
     */
    around(anchor, kept) {
      let { left, top, right, bottom } = anchor;
      for (const box of kept) {
        const apart = Math.max(box.left - right, left - box.right, box.top - bottom, top - box.bottom);
        if (apart > NEAR || !box.width) continue;
        left = Math.min(left, box.left);
        top = Math.min(top, box.top);
        right = Math.max(right, box.right);
        bottom = Math.max(bottom, box.bottom);
      }
      return new DOMRect(left, top, right - left, bottom - top);
    },

    /** Is any of it on the screen? @param {DOMRect} anchor */
    inSight: (anchor) =>
      anchor.width > 0 &&
      anchor.bottom > 0 &&
      anchor.right > 0 &&
      anchor.top < window.innerHeight &&
      anchor.left < document.documentElement.clientWidth,

    /** @param {{width: number, height: number}} size @param {DOMRect} anchor @param {DOMRect[]} kept @returns {SchoolGuardBox} */
    badge(size, anchor, kept) {
      const at = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, top, ...size });
      const right = anchor.right - size.width;
      return best(
        size,
        [
          at(right, anchor.bottom + GAP),
          at(anchor.right + GAP, anchor.bottom - size.height),
          at(right, anchor.top - size.height - GAP),
          at(anchor.left - size.width - GAP, anchor.bottom - size.height),
          at(anchor.left, anchor.bottom - size.height - GAP),
          at(right, anchor.top + GAP),
        ],
        [anchor, ...kept],
      );
    },

    /**
     * The card may be lower than it would like to be where there is little room, and stand on what the composer has below
     * the draft; not on the draft.
     * @param {{width: number, height: number}} size @param {DOMRect} anchor the composer, its control and the badge
     * @param {DOMRect} draft @param {DOMRect[]} kept @returns {SchoolGuardBox}
     */
    card(size, anchor, draft, kept) {
      const below = window.innerHeight - anchor.bottom - 2 * GAP;
      const above = anchor.top - 2 * GAP;
      const at = (/** @type {number} */ left, /** @type {number} */ top, height = size.height) => ({
        left,
        top,
        width: size.width,
        height,
      });
      const low = (/** @type {number} */ room) => Math.min(size.height, Math.max(room, 0));
      const under = at(anchor.right - size.width, anchor.bottom + GAP, low(below));
      const over = at(anchor.right - size.width, anchor.top - GAP - low(above), low(above));
      const candidates = [at(anchor.right + GAP, anchor.top), at(anchor.left - size.width - GAP, anchor.top)];
      if (below >= size.height) candidates.unshift(under);
      else if (below > LOWEST) candidates.push(under);
      if (above > LOWEST) candidates.push(over);
      const half = low(window.innerHeight * 0.45);
      candidates.push(at(anchor.left, window.innerHeight - half - GAP, half), at(anchor.right - size.width, GAP, half));
      const clear = best(size, candidates, [anchor, ...kept]);
      if (hiddenBy(clear, [anchor, ...kept]) === 0) return clear;
      const height = low(window.innerHeight - draft.bottom - 2 * GAP);
      const lower = [at(draft.left, draft.bottom + GAP, height), at(draft.right - size.width, draft.bottom + GAP, height)];
      return best(size, height > LOWEST ? [...lower, ...candidates] : candidates, [draft, ...kept]);
    },
  };
}
