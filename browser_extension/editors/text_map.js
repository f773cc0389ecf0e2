// @ts-check
"use strict";
{
  /**
   * The text of an editor as its own model has it, and the way back from an offset to a place in the page.
   *
   * A leaf block is a line and lines are joined by one line feed; a line feed (`<br>` or a preserved newline)
   * that is the last thing in its block only keeps the block open and is not text. Zero-width space and byte order
   * mark are left out of the text but stay in the map. Offsets are UTF-16 units.
   */

  const INLINE = new Set(
    (
      "A ABBR B BDI BDO BR CITE CODE DEL DFN EM FONT I IMG INS KBD LABEL MARK PICTURE Q RUBY S SAMP SMALL SPAN STRIKE" +
      " STRONG SUB SUP SVG TIME TT U VAR WBR"
    ).split(" "),
  );
  const BLOCK = new Set(
    (
      "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI" +
      " MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL"
    ).split(" "),
  );
  const NOT_TEXT = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT TEXTAREA INPUT SELECT BUTTON OBJECT IFRAME".split(" "));
  const UNTYPED =
    "[data-slate-placeholder],.public-DraftEditorPlaceholder-root,.ql-ui,.ql-clipboard,.ql-tooltip," +
    ".ProseMirror-widget,[data-lexical-cursor],[contenteditable=false] [role=button]";
  const ZERO_WIDTH = /[\u200b\ufeff]/;
  const COLLAPSIBLE = /[\t\n\r\f]| {2}|^ | $/;

  /** @param {Element} element */
  function isBlock(element) {
    const tag = element.tagName.toUpperCase();
    if (INLINE.has(tag)) return false;
    if (BLOCK.has(tag)) return true;
    const display = getComputedStyle(element).display;
    return !display.startsWith("inline") && display !== "contents";
  }

  /** @param {Element} element */
  function isSkipped(element) {
    return NOT_TEXT.has(element.tagName.toUpperCase()) || element.matches(UNTYPED);
  }

  /** Builds the map in one pass over the editor's nodes. */
  class Walker {
    constructor() {
      /** @type {string[]} */
      this.pieces = [];
      this.length = 0;
      /** @type {SchoolGuardRun[]} */
      this.runs = [];
      /** @type {SchoolGuardLineStart[]} */
      this.lines = [];
      this.open = false;
      this.afterBlock = false;
      /** A line feed that counts only when something follows it in the same block. */
      this.held = false;
      this.endsInSpace = true;
      /** A collapsed space, which is text only when a letter of the same line follows. @type {[Node, number] | null} */
      this.space = null;
      /** @type {WeakMap<Element, string>} */
      this.whiteSpace = new WeakMap();
    }

    /** @param {string} text */
    add(text) {
      this.pieces.push(text);
      this.length += text.length;
    }

    /** @param {Node} node @param {number} offset */
    startLine(node, offset) {
      this.lines.push({ at: this.length, node, offset });
      this.endsInSpace = true;
    }

    /** Something is about to stand at this place: settle the line feeds before it. @param {Node} node @param {number} offset */
    settle(node, offset) {
      if (this.held) {
        this.space = null;
        this.add("\n");
        this.held = false;
        this.startLine(node, offset);
      } else if (!this.open) {
        if (this.afterBlock) this.add("\n");
        this.startLine(node, offset);
      }
      this.open = true;
      this.afterBlock = false;
    }

    endBlock() {
      if (!this.open) return;
      this.open = false;
      this.afterBlock = true;
      this.held = false;
      this.space = null;
      this.endsInSpace = true;
    }

    /** @param {Node} node @param {number} from @param {number} to @param {string} text */
    addRun(node, from, to, text) {
      if (from === to) return;
      if (this.space) {
        const [before, index] = this.space;
        this.space = null;
        this.addRun(before, index, index + 1, " ");
      }
      const last = this.runs[this.runs.length - 1];
      if (last && last.node === node && last.from + last.length === from && last.at + last.length === this.length) {
        last.length += to - from;
      } else {
        this.runs.push({ at: this.length, node, from, length: to - from });
      }
      this.add(text);
    }

    /** @param {Text} node */
    text(node) {
      const data = node.data;
      if (!data) return;
      const parent = node.parentElement;
      const special = COLLAPSIBLE.test(data);
      const mode = special && parent ? this.modeOf(parent) : "preserve";
      if (mode === "preserve" && !data.includes("\n") && !ZERO_WIDTH.test(data)) {
        this.settle(node, 0);
        this.addRun(node, 0, data.length, data);
        this.endsInSpace = false;
        return;
      }
      this.textByUnit(node, data, mode);
    }

    /** @param {Text} node @param {string} data @param {string} mode */
    textByUnit(node, data, mode) {
      for (let index = 0; index < data.length; index += 1) {
        const unit = data[index];
        if (unit === "\n" && mode !== "collapse") {
          this.settle(node, index);
          this.held = true;
          this.endsInSpace = true;
        } else if (mode !== "preserve" && /[ \t\n\r\f]/.test(unit)) {
          if (this.endsInSpace) continue;
          this.space = [node, index];
          this.endsInSpace = true;
        } else {
          this.settle(node, index);
          if (ZERO_WIDTH.test(unit)) continue;
          this.addRun(node, index, index + 1, unit);
          this.endsInSpace = false;
        }
      }
    }

    /** @param {Element} parent @returns {string} */
    modeOf(parent) {
      let mode = this.whiteSpace.get(parent);
      if (mode === undefined) {
        const value = getComputedStyle(parent).whiteSpace;
        if (value.includes("pre-line")) mode = "preserve-breaks";
        else mode = /pre|break-spaces/.test(value) ? "preserve" : "collapse";
        this.whiteSpace.set(parent, mode);
      }
      return mode;
    }

    /** @param {Node} parent */
    children(parent) {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) this.text(/** @type {Text} */ (node));
        else if (node.nodeType === Node.ELEMENT_NODE) this.element(/** @type {Element} */ (node));
      }
    }

    /** @param {Element} element */
    element(element) {
      if (isSkipped(element)) return;
      if (element.tagName === "BR") {
        const parent = /** @type {Node} */ (element.parentNode);
        const index = Array.prototype.indexOf.call(parent.childNodes, element);
        this.settle(parent, index);
        this.held = true;
        this.endsInSpace = true;
        return;
      }
      const block = isBlock(element);
      if (block) this.endBlock();
      this.children(element);
      if (block) this.endBlock();
    }
  }

  /** A text and where each of its offsets stands in the page. */
  class TextMap {
    /** @param {Element} root @param {Walker} walker */
    constructor(root, walker) {
      this.root = root;
      this.text = walker.pieces.join("");
      this.runs = walker.runs;
      this.lines = walker.lines;
    }

    /**
     * The place of an offset; `bias` says which side counts where two text nodes meet.
     * @param {number} offset @param {"before" | "after"} bias @returns {[Node, number]}
     */
    locate(offset, bias) {
      let low = 0;
      let high = this.runs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const start = this.runs[middle].at;
        if (bias === "after" ? start <= offset : start < offset) low = middle + 1;
        else high = middle;
      }
      const run = this.runs[low - 1];
      if (run && offset <= run.at + run.length) return [run.node, run.from + offset - run.at];
      const next = this.runs[low];
      if (next && next.at === offset) return [next.node, next.from];
      const line = this.lines.findLast((candidate) => candidate.at <= offset);
      return line ? [line.node, line.offset] : [this.root, 0];
    }

    /** @param {number} start @param {number} end @returns {Range | null} */
    range(start, end) {
      if (start < 0 || end < start || end > this.text.length) return null;
      const range = document.createRange();
      const [endNode, endOffset] = this.locate(end, "before");
      const [startNode, startOffset] = start === end ? [endNode, endOffset] : this.locate(start, "after");
      range.setStart(startNode, startOffset);
      range.setEnd(endNode, endOffset);
      return range;
    }

    /** The offset of a place in the page, or null when it is outside. @param {Node} node @param {number} offset */
    offsetOf(node, offset) {
      if (!this.root.contains(node)) return null;
      const range = document.createRange();
      range.setStart(node, offset);
      let result = 0;
      for (const run of this.runs) {
        if (run.node === node) {
          if (offset >= run.from) result = run.at + Math.min(offset - run.from, run.length);
        } else if (range.comparePoint(run.node, run.from) < 0) {
          result = run.at + run.length;
        } else {
          break;
        }
      }
      const line = this.lines.findLast((candidate) => range.comparePoint(candidate.node, candidate.offset) <= 0);
      return Math.max(result, line ? line.at : 0);
    }
  }

  SchoolGuard.textMap = {
    /** Read an editor once. @param {Element} root @returns {SchoolGuardTextMap} */
    read(root) {
      const walker = new Walker();
      walker.children(root);
      return new TextMap(root, walker);
    },
  };
}
