// @ts-check
"use strict";
{
  /**
   * Tell when an element may have moved, changed size or been covered, at most once a frame and without polling.
   *
   * Scrolling and resizing are events; growth above or around it is seen by observing its ancestors' sizes; anything
   * else that moves it is seen by an intersection observer whose frame is drawn tightly around the element.
   * What opens over it is opened by somebody or takes the keyboard; what covered it leaves by losing its size.
   * @param {Element} element @param {(isCovered: boolean) => void} callback @param {AbortSignal} signal
   */
  SchoolGuard.follow = function follow(element, callback, signal) {
    let frame = 0;
    /** @type {Element | null} */
    let cover = null;
    const later = () => {
      if (frame || signal.aborted) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (signal.aborted) return;
        watchCover();
        callback(cover !== null);
      });
    };
    const covers = new ResizeObserver(later);
    const watchCover = () => {
      const now = SchoolGuard.cover(element);
      if (now === cover) return;
      cover = now;
      covers.disconnect();
      if (cover) covers.observe(cover);
    };
    const listening = { capture: true, passive: true, signal };
    for (const type of [
      "scroll",
      "resize",
      "transitionend",
      "animationend",
      "focusin",
      "pointerup",
      "keyup",
      "toggle",
    ]) {
      window.addEventListener(type, later, listening);
    }
    window.visualViewport?.addEventListener("resize", later, listening);
    window.visualViewport?.addEventListener("scroll", later, listening);

    const sizes = new ResizeObserver(later);
    for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) sizes.observe(at);
    const place = watchPlace(element, later);
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      covers.disconnect();
      place.disconnect();
    });
  };

  /** The parent, out of a shadow root too. @param {Element} element @returns {Element | null} */
  function parentOf(element) {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }
  SchoolGuard.composedParent = parentOf;

  /** @param {Element} element @param {() => void} callback */
  function watchPlace(element, callback) {
    /** @type {IntersectionObserver | null} */
    let observer = null;
    let first = true;
    const draw = () => {
      observer?.disconnect();
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height) return;
      const { clientWidth, clientHeight } = document.documentElement;
      const margins = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
      first = true;
      observer = new IntersectionObserver(moved, {
        rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(" "),
        threshold: 1,
      });
      observer.observe(element);
    };
    const moved = () => {
      // The first report only says where the element is now.
      if (first) {
        first = false;
        return;
      }
      callback();
      draw();
    };
    draw();
    return { disconnect: () => observer?.disconnect() };
  }
}
