// @ts-check
"use strict";
{
  /**
   * A text field cannot be marked, so its text is laid out a second time, unseen, exactly over it, in a shadow root of
   * our own beside it in the same layer, and the copy is marked. The field itself is never touched.
   */

  const TAG = "school-guard-overlay";
  const COPIED = [
    "borderBottomWidth",
    "borderLeftWidth",
    "borderRightWidth",
    "borderTopWidth",
    "direction",
    "fontFamily",
    "fontFeatureSettings",
    "fontKerning",
    "fontSize",
    "fontStretch",
    "fontStyle",
    "fontVariant",
    "fontVariationSettings",
    "fontWeight",
    "hyphens",
    "letterSpacing",
    "lineBreak",
    "lineHeight",
    "overflowWrap",
    "paddingBottom",
    "paddingLeft",
    "paddingRight",
    "paddingTop",
    "tabSize",
    "textAlign",
    "textIndent",
    "textRendering",
    "textTransform",
    "unicodeBidi",
    "whiteSpace",
    "wordBreak",
    "wordSpacing",
    "writingMode",
  ];
  // The size of the host, by which it is seen how the layer it stands in is moved and scaled.
  const UNIT = 100;
  const SHEET = `
    :host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
      width: ${UNIT}px !important; height: ${UNIT}px !important; pointer-events: none !important; z-index: 2147483645 !important; }
    .window { position: fixed; overflow: hidden; transform-origin: 0 0; pointer-events: none; }
    .text { position: absolute; top: 0; left: 0; box-sizing: border-box; border: 0 solid transparent; color: transparent;
      pointer-events: none; }`;

  /** @type {CSSStyleSheet | null} */
  let sheet = null;
  function overlayRoot() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
    }
    const root = document.createElement(TAG).attachShadow({ mode: "open" });
    root.host.setAttribute("aria-hidden", "true");
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  /** What is cut off by scrolling containers around the field. @param {Element} field @param {DOMRect} box */
  function visiblePart(field, box) {
    let { left, top, right, bottom } = box;
    for (
      let at = SchoolGuard.composedParent(field);
      at && at !== document.documentElement;
      at = SchoolGuard.composedParent(at)
    ) {
      const style = getComputedStyle(at);
      if (style.overflow === "visible" && style.contain === "none") continue;
      const clip = at.getBoundingClientRect();
      left = Math.max(left, clip.left);
      top = Math.max(top, clip.top);
      right = Math.min(right, clip.right);
      bottom = Math.min(bottom, clip.bottom);
    }
    return { left, top, right, bottom };
  }

  class Mirror {
    /** @param {HTMLInputElement | HTMLTextAreaElement} field */
    constructor(field) {
      this.field = field;
      this.root = overlayRoot();
      this.window = document.createElement("div");
      this.window.className = "window";
      this.text = document.createElement("div");
      this.text.className = "text";
      this.node = document.createTextNode("");
      this.text.append(this.node);
      this.window.append(this.text);
      this.root.append(this.window);
      this.sync();
    }

    /** Copy text, type and place again. */
    sync() {
      const { field } = this;
      const style = getComputedStyle(field);
      const line = field instanceof HTMLInputElement;
      for (const name of COPIED) {
        const key = /** @type {any} */ (name);
        if (this.text.style[key] !== style[key]) this.text.style[key] = style[key];
      }
      const shown = line ? field.value : `${field.value}\n`;
      // A trailing line feed has no line box of its own: the extra one gives the last line its height.
      if (this.node.data !== shown) this.node.data = shown;
      const wide = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
      Object.assign(this.text.style, {
        // Inside its border a field keeps room for a scroll bar, so the width of the text is the client's.
        width: line ? "max-content" : `${field.clientWidth + wide}px`,
        minWidth: line ? `${field.clientWidth + wide}px` : "0",
        whiteSpace: line ? "pre" : style.whiteSpace,
      });
      this.place(line);
    }

    /** @param {boolean} line a one-line field, which centres its text */
    place(line) {
      const { field } = this;
      const layer = SchoolGuard.layer(field);
      if (this.root.host.parentNode !== layer) layer.append(this.root.host);
      const box = field.getBoundingClientRect();
      const scaleX = field.offsetWidth ? box.width / field.offsetWidth : 1;
      const scaleY = field.offsetHeight ? box.height / field.offsetHeight : 1;
      // A dialog that is placed by a transform is the frame of what is fixed inside it.
      const frame = this.root.host.getBoundingClientRect();
      const [frameX, frameY] = [frame.width / UNIT || 1, frame.height / UNIT || 1];
      const seen = visiblePart(field, box);
      const shown = box.width > 0 && seen.right > seen.left && seen.bottom > seen.top && field.checkVisibility();
      const insetTop = field.clientTop + (seen.top - box.top) / scaleY;
      const insetLeft = field.clientLeft + (seen.left - box.left) / scaleX;
      const insetRight = field.clientLeft + (box.right - seen.right) / scaleX;
      const insetBottom = field.clientTop + (box.bottom - seen.bottom) / scaleY;
      Object.assign(this.window.style, {
        display: shown ? "block" : "none",
        left: `${(box.left - frame.left) / frameX}px`,
        top: `${(box.top - frame.top) / frameY}px`,
        width: `${field.offsetWidth}px`,
        height: `${field.offsetHeight}px`,
        transform: scaleX === frameX && scaleY === frameY ? "none" : `scale(${scaleX / frameX}, ${scaleY / frameY})`,
        clipPath: `inset(${insetTop}px ${insetRight}px ${insetBottom}px ${insetLeft}px)`,
      });
      const down = line ? (field.offsetHeight - this.text.offsetHeight) / 2 : 0;
      this.text.style.transform = `translate(${-field.scrollLeft}px, ${down - field.scrollTop}px)`;
    }

    /** @param {number} start @param {number} end @returns {Range | null} */
    rangeFor(start, end) {
      if (start < 0 || end < start || end > this.field.value.length) return null;
      const range = document.createRange();
      range.setStart(this.node, start);
      range.setEnd(this.node, end);
      return range;
    }

    /** Marks of a covered field would lie on what covers it. @param {boolean} isHidden */
    hide(isHidden) {
      this.window.style.visibility = isHidden ? "hidden" : "visible";
    }

    destroy() {
      this.root.host.remove();
    }
  }

  SchoolGuard.mirror = {
    /** @param {HTMLInputElement | HTMLTextAreaElement} field @returns {SchoolGuardMirror} */
    create: (field) => new Mirror(field),
  };
}
