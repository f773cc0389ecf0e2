// @ts-check
"use strict";
{
  /**
   * Underlines in the draft by the CSS Custom Highlight API: painted by the browser, without a node of the editor's
   * being changed. Ranges do not survive an editor's repainting, so offsets are kept and ranges rebuilt from them.
   */

  const SEVERITIES = /** @type {const} */ (["advise", "warn", "stop"]);
  const HOVER_MS = 450;
  // Three shapes of line as well as three colours; each colour keeps 3:1 against white and against black.
  const SHEET = `
    ::highlight(school-guard-advise) {
      text-decoration: underline dotted 2px #3b7dd8;
      background-color: rgb(59 125 216 / 10%);
    }
    ::highlight(school-guard-warn) {
      text-decoration: underline wavy 1.5px #b86e00;
      background-color: rgb(224 150 30 / 16%);
    }
    ::highlight(school-guard-stop) {
      text-decoration: underline double 3px #d83b4b;
      background-color: rgb(216 59 75 / 16%);
    }
    @media (forced-colors: active) {
      ::highlight(school-guard-advise), ::highlight(school-guard-warn), ::highlight(school-guard-stop) {
        text-decoration-color: LinkText; background-color: transparent; }
    }`;

  /** @type {CSSStyleSheet | null} */
  let sheet = null;
  /** @param {Node} root */
  function paintIn(root) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
    }
    const scope = /** @type {Document | ShadowRoot} */ (root);
    // A page may set its list of sheets anew, so ours is looked for each time.
    if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets.push(sheet);
  }

  /** @param {"advise" | "warn" | "stop"} severity @returns {Highlight} one for all composers of the page */
  function highlightOf(severity) {
    const name = `school-guard-${severity}`;
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = SEVERITIES.indexOf(severity);
      CSS.highlights.set(name, highlight);
    }
    return highlight;
  }

  class Marks {
    /** @param {SchoolGuardEditorHandle} handle @param {{onPick(id: string | null, how: SchoolGuardWay): void}} options */
    constructor(handle, options) {
      this.handle = handle;
      this.onPick = options.onPick;
      /** @type {SchoolGuardMark[]} */
      this.list = [];
      this.text = "";
      /** @type {{mark: SchoolGuardMark, range: Range}[]} */
      this.painted = [];
      this.field = handle.family === "field" ? /** @type {HTMLTextAreaElement} */ (handle.element) : null;
      /** @type {SchoolGuardMirror | null} */
      this.mirror = null;
      this.isCovered = false;
      this.life = new AbortController();
      this.frame = 0;
      this.listen();
    }

    listen() {
      const { signal } = this.life;
      const { element } = this.handle;
      this.handle.listen(() => this.rebuildSoon(), signal);
      const passive = { passive: true, signal };
      element.addEventListener("click", (event) => this.pick(/** @type {MouseEvent} */ (event)), passive);
      element.addEventListener("pointermove", (event) => this.hover(/** @type {PointerEvent} */ (event)), passive);
      element.addEventListener("pointerleave", () => clearTimeout(this.hovering), passive);
      element.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)), {
        capture: true,
        signal,
      });
      if (this.field) {
        this.field.addEventListener("scroll", () => this.mirror?.sync(), passive);
        SchoolGuard.follow(this.field, (isCovered) => this.follow(isCovered), signal);
      }
    }

    /** @param {boolean} isCovered */
    follow(isCovered) {
      this.isCovered = isCovered;
      this.mirror?.hide(isCovered);
      this.mirror?.sync();
    }

    /** @param {SchoolGuardMark[]} list @param {string} text the text that the offsets were found in */
    show(list, text) {
      this.list = list.filter((mark) => mark.end > mark.start);
      this.text = text;
      this.rebuild();
    }

    rebuildSoon() {
      if (this.frame || !this.list.length) return;
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.rebuild();
      });
    }

    /** Marks whose words are still where they were are drawn anew; the others go until the next report. */
    rebuild() {
      this.erase();
      if (!this.list.length) {
        this.dropMirror();
        return;
      }
      const map = this.handle.map();
      const shift = shiftBetween(this.text, map ? map.text : this.handle.read());
      if (this.field) {
        this.mirror ??= SchoolGuard.mirror.create(this.field);
        this.mirror.hide(this.isCovered);
        this.mirror.sync();
        paintIn(this.mirror.root);
      } else {
        paintIn(this.handle.element.getRootNode());
        paintIn(document);
      }
      for (const mark of this.list) {
        const place = shift(mark.start, mark.end);
        if (!place) continue;
        const range = this.mirror ? this.mirror.rangeFor(...place) : (map?.range(...place) ?? null);
        if (!range) continue;
        highlightOf(mark.severity).add(range);
        this.painted.push({ mark, range });
      }
    }

    erase() {
      for (const { mark, range } of this.painted) highlightOf(mark.severity).delete(range);
      this.painted = [];
    }

    clear() {
      this.list = [];
      this.rebuild();
    }

    dropMirror() {
      this.mirror?.destroy();
      this.mirror = null;
    }

    destroy() {
      this.life.abort();
      cancelAnimationFrame(this.frame);
      clearTimeout(this.hovering);
      this.erase();
      this.dropMirror();
    }

    /** The most severe mark under a point. @param {number} x @param {number} y */
    at(x, y) {
      const hits = this.painted.filter(({ range }) =>
        [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
      );
      return mostSevere(hits.map(({ mark }) => mark));
    }

    /** @param {MouseEvent} event */
    pick(event) {
      const mark = this.painted.length ? this.at(event.clientX, event.clientY) : null;
      if (mark) this.onPick(mark.id, "pointer");
    }

    /** @param {PointerEvent} event */
    hover(event) {
      clearTimeout(this.hovering);
      if (!this.painted.length || event.pointerType !== "mouse" || event.buttons) return;
      const { clientX, clientY } = event;
      this.hovering = setTimeout(() => {
        const mark = this.at(clientX, clientY);
        if (mark) this.onPick(mark.id, "hover");
      }, HOVER_MS);
    }

    /** Alt+Shift+G in the draft: to the finding at the caret, else to the card. @param {KeyboardEvent} event */
    key(event) {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyG") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const caret = this.handle.caret();
      const shift = shiftBetween(this.text, this.handle.read());
      const here = this.list.filter((mark) => {
        const place = shift(mark.start, mark.end);
        return place && caret !== null && place[0] <= caret && caret <= place[1];
      });
      this.onPick(mostSevere(here)?.id ?? null, "keyboard");
    }
  }

  /** @param {SchoolGuardMark[]} marks @returns {SchoolGuardMark | null} */
  function mostSevere(marks) {
    return marks.reduce(
      (worst, mark) =>
        !worst || SEVERITIES.indexOf(mark.severity) > SEVERITIES.indexOf(worst.severity) ? mark : worst,
      /** @type {SchoolGuardMark | null} */ (null),
    );
  }

  /**
   * Where a stretch of the checked text is in the text of now: what stands before the change stays, what stands
   * after it moves along, what was changed itself is gone. The two may overlap, where the same letter stands on both sides.
   * @param {string} before @param {string} after @returns {(start: number, end: number) => [number, number] | null}
   */
  function shiftBetween(before, after) {
    if (before === after) return (start, end) => [start, end];
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const moved = after.length - before.length;
    return (start, end) => {
      if (end <= head) return [start, end];
      if (start >= before.length - tail) return [start + moved, end + moved];
      return null;
    };
  }

  SchoolGuard.marks = {
    /**
     * @param {SchoolGuardEditorHandle} handle @param {{onPick(id: string | null, how: SchoolGuardWay): void}} options
     * @returns {SchoolGuardMarks}
     */
    create: (handle, options) => new Marks(handle, options),
  };
}
