// Marks under the words of a textarea: a copy of the text lies behind it, invisible but for its marks.

export class Mirror {
  #area;
  #copy;
  #findings = [];

  constructor(area, copy) {
    this.#area = area;
    this.#copy = copy;
    new ResizeObserver(() => this.#grow()).observe(area.parentElement);
  }

  /** New findings for the text as it stands. */
  show(findings) {
    this.#findings = findings.filter((each) => each.part === 0 && each.span);
    this.#draw(this.#findings);
  }

  /** The text has changed: the marks no longer fit until the next answer. */
  typed() {
    this.#grow();
    this.#draw(this.#findings.filter((each) => each.span.end <= this.#area.selectionStart - 1));
  }

  /** Set one mark off from the others. */
  highlight(finding) {
    for (const mark of this.#copy.querySelectorAll("mark")) {
      mark.classList.toggle("current", finding !== null && mark.dataset.start === String(finding.span.start));
    }
  }

  #grow() {
    this.#area.style.height = "auto";
    this.#area.style.height = `${this.#area.scrollHeight + 2}px`;
  }

  #draw(findings) {
    const text = this.#area.value;
    const pieces = [];
    let at = 0;
    for (const { span, severity } of [...findings].sort((a, b) => a.span.start - b.span.start)) {
      if (span.start < at || span.end > text.length || span.start === span.end) continue;
      const mark = document.createElement("mark");
      mark.dataset.severity = severity;
      mark.dataset.start = span.start;
      mark.textContent = text.slice(span.start, span.end);
      pieces.push(text.slice(at, span.start), mark);
      at = span.end;
    }
    // A line break at the very end takes up a line in a textarea, but not in a block.
    this.#copy.replaceChildren(...pieces, `${text.slice(at)}\u200b`);
  }
}
