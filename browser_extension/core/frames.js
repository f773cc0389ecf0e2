// @ts-check
"use strict";
{
  /**
   * A frame of the page's own site is part of the page: what is written in it may be posted by a control around it, and badge,
   * card and dialog stand around the frame, where there is room. A frame of another site keeps to itself, since neither side
   * sees into the other.
   */

  /** Composers in frames of this page, each with the frame it stands in. @type {Map<SchoolGuardComposer, Element>} */
  const guests = new Map();

  /** The page around this frame, where it is of the same site and our scripts are in it. @returns {{frame: Element, rooms: SchoolGuardNamespace} | null} */
  function around() {
    const frame = window.frameElement;
    const rooms = frame && /** @type {any} */ (window.parent).SchoolGuard;
    return frame && rooms?.frames && !rooms.isOrphaned() ? { frame, rooms } : null;
  }

  /** A box inside a frame, as the page around it sees it; null where nothing of it shows. @param {Element} frame @param {DOMRect} box */
  function outwards(frame, box) {
    const outer = frame.getBoundingClientRect();
    const [x, y] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
    const left = Math.max(x, x + box.left);
    const top = Math.max(y, y + box.top);
    const right = Math.min(x + frame.clientWidth, x + box.right);
    const bottom = Math.min(y + frame.clientHeight, y + box.bottom);
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  /** Those in a frame without a control of its own that publishes them. @param {(frame: Element) => boolean} isIt */
  const among = (isIt) =>
    [...guests].filter(([composer, frame]) => frame.isConnected && isIt(frame) && composer.submits().length === 0).map(([composer]) => composer);

  SchoolGuard.frames = {
    isInside: () => around() !== null,

    /** Composers in frames of this page. */
    guests: () => [...guests.keys()],

    /** The panel of a composer, in the outermost page that shows it. @param {SchoolGuardPanelOptions} options @returns {SchoolGuardPanel} */
    panel(options) {
      const place = around();
      if (!place) return SchoolGuard.panel.create(options);
      const { frame, rooms } = place;
      return rooms.frames.panel({
        ...options,
        anchor() {
          // An editor that is all of its frame is as large as the frame, however little stands in it.
          const box = options.element?.()?.matches("body,html") ? new DOMRect(0, 0, frame.clientWidth, frame.clientHeight) : options.anchor();
          return box && outwards(frame, box);
        },
        element: () => (options.element?.() ? frame : null),
        avoid: () => (options.avoid?.() ?? []).flatMap((box) => outwards(frame, box) ?? []),
      });
    },

    /** Tell the page around this frame of a composer in it. @param {SchoolGuardComposer} composer @param {AbortSignal} signal */
    announce(composer, signal) {
      const place = around();
      place?.rooms.frames.welcome(composer, place.frame, signal);
    },

    /** @param {SchoolGuardComposer} composer @param {Element} frame @param {AbortSignal} signal */
    welcome(composer, frame, signal) {
      guests.set(composer, frame);
      signal.addEventListener("abort", () => guests.delete(composer));
      SchoolGuard.frames.announce(composer, signal);
    },

    /** Composers in frames that this control publishes. @param {Element} control @param {SchoolGuardSite} site */
    publishedBy(control, site) {
      const { finder, controls } = SchoolGuard;
      const form = finder.closest(control, "form");
      return among((frame) => {
        if (form && !finder.holds(form, frame)) return false;
        const { scope } = finder.scope(frame, site);
        return finder.holds(scope, control) && controls.publishesScope(control, scope, [frame], site);
      });
    },

    /** Composers in frames that stand in this form. @param {Element} form */
    inForm: (form) => among((frame) => SchoolGuard.finder.holds(form, frame)),

    /**
     * Of the composers that one press publishes (a title in the page, its text in a frame), the one to ask about: first any
     * that has something against it, then the one that got its leave last.
     * @param {SchoolGuardComposer[]} all @returns {SchoolGuardComposer | null}
     */
    foremost(all) {
      if (all.length < 2) return all[0] ?? null;
      const waiting = all.find((composer) => {
        const content = composer.content();
        return !content.empty && composer.pass?.key !== content.key && composer.checker.decide(content, true) !== "go";
      });
      const latest = all.reduce((one, other) => ((other.pass?.at ?? 0) > (one.pass?.at ?? 0) ? other : one));
      return waiting ?? latest;
    },
  };
}
