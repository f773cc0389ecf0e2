// @ts-check
"use strict";
{
  /**
   * Writing the way a person would: select, then paste or type, and let the editor change its own model.
   * Nothing here runs unless somebody pressed a fix.
   */

  // Editors learn of a selection by an asynchronous `selectionchange`, which Slate looks at only every 100 ms; a paste
  // before that lands at the old caret.
  const SELECTION_SETTLES_MS = 130;
  // Slate, Draft and React settle within a task or two; a slow page may need more before its text can be read again.
  const VERIFY_TRIES = 8;
  const VERIFY_EVERY_MS = 40;

  /** @param {number} ms @returns {Promise<void>} */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** @param {Element} element */
  const inShadow = (element) => element.getRootNode() instanceof ShadowRoot;

  /** Editors differ in how they keep a lone space and fold blank lines: neither makes a text wrong. @param {string} text */
  const comparable = (text) =>
    text
      .replaceAll("\u00a0", " ")
      .replace(/[\u200b\ufeff]/g, "")
      .replace(/\n+/g, "\n")
      .trimEnd();

  /** @param {() => string} read @param {string} expected */
  async function becomes(read, expected) {
    const wanted = comparable(expected);
    for (let attempt = 0; attempt < VERIFY_TRIES; attempt += 1) {
      await pause(VERIFY_EVERY_MS);
      if (comparable(read()) === wanted) return true;
    }
    return false;
  }

  /** @param {string} text @returns {Promise<boolean>} */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return false;
    }
  }

  /** @param {Range} range */
  async function select(range) {
    const selection = document.getSelection();
    if (!selection) return;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    await pause(SELECTION_SETTLES_MS);
  }

  /** @param {Element} element @param {string} type @param {string} text @returns {boolean} true when the editor took it */
  function offerClipboardEvent(element, type, text) {
    const data = new DataTransfer();
    if (text) data.setData("text/plain", text);
    const init = {
      clipboardData: data,
      dataType: "text/plain",
      data: text,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    return !element.dispatchEvent(new ClipboardEvent(type, /** @type {ClipboardEventInit} */ (init)));
  }

  /** @param {Element} element @param {string} text @param {boolean} typeFirst */
  function insert(element, text, typeFirst) {
    const type = () => (text ? document.execCommand("insertText", false, text) : document.execCommand("delete"));
    if (typeFirst && type()) return;
    if (!offerClipboardEvent(element, text ? "paste" : "cut", text) && !typeFirst) type();
  }

  /** An edit that went astray is taken back by the editor's own undo. @param {SchoolGuardRichTarget} target @param {string} before */
  async function takeBack(target, before) {
    if (target.map().text === before) return;
    const mac = navigator.platform.startsWith("Mac");
    const keys = { key: "z", code: "KeyZ", keyCode: 90, which: 90, ctrlKey: !mac, metaKey: mac };
    const undo = new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true, composed: true });
    if (target.element.dispatchEvent(undo)) document.execCommand("undo");
    await becomes(() => target.map().text, before);
  }

  /**
   * An empty paste deletes nothing, so a deletion takes a neighbouring character along and puts it back.
   * @param {string} text @param {SchoolGuardTextEdit} edit @returns {SchoolGuardTextEdit}
   */
  function widened(text, edit) {
    if (edit.text || edit.start === edit.end) return edit;
    const segments = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)];
    const before = segments.find((segment) => segment.index + segment.segment.length === edit.start)?.segment;
    if (before && before !== "\n") return { start: edit.start - before.length, end: edit.end, text: before };
    const after = segments.find((segment) => segment.index === edit.end)?.segment;
    if (after && after !== "\n") return { start: edit.start, end: edit.end + after.length, text: after };
    return edit;
  }

  /** @param {SchoolGuardTextEdit[]} edits */
  const fromTheEnd = (edits) => [...edits].sort((a, b) => b.start - a.start || b.end - a.end);

  SchoolGuard.writing = {
    /**
     * Replace in a rich editor. The wanted text goes to the clipboard when the editor did not take it.
     * @param {SchoolGuardRichTarget} target @param {SchoolGuardTextEdit[]} edits @param {string} expected
     * @returns {Promise<{ok: boolean, copied: boolean}>}
     */
    async replaceRich(target, edits, expected) {
      target.element.focus({ preventScroll: true });
      for (const edit of fromTheEnd(edits)) {
        const map = target.map();
        const { start, end, text } = widened(map.text, edit);
        const range = map.range(start, end);
        if (!range) break;
        await select(range);
        const wanted = map.text.slice(0, start) + text + map.text.slice(end);
        insert(target.element, text, target.typeFirst || inShadow(target.element));
        if (await becomes(() => target.map().text, wanted)) continue;
        await takeBack(target, map.text);
        break;
      }
      if (comparable(target.map().text) === comparable(expected)) return { ok: true, copied: false };
      return { ok: false, copied: await copy(expected) };
    },

    /**
     * Replace in a text field, keeping its undo history where the browser can.
     * @param {HTMLInputElement | HTMLTextAreaElement} field @param {SchoolGuardTextEdit[]} edits @param {string} expected
     * @returns {Promise<{ok: boolean, copied: boolean}>}
     */
    async replaceField(field, edits, expected) {
      field.focus({ preventScroll: true });
      for (const edit of fromTheEnd(edits)) {
        field.setSelectionRange(edit.start, edit.end);
        const wanted = field.value.slice(0, edit.start) + edit.text + field.value.slice(edit.end);
        if (edit.text) document.execCommand("insertText", false, edit.text);
        else if (edit.start !== edit.end) document.execCommand("delete");
        if (field.value !== wanted) setNatively(field, wanted);
        if (!(await becomes(() => field.value, wanted))) break;
      }
      if (comparable(field.value) === comparable(expected)) return { ok: true, copied: false };
      return { ok: false, copied: await copy(expected) };
    },

    copy,
  };

  /** Frameworks watch the `value` property of the element itself; the prototype's setter goes past them. @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value */
  function setNatively(field, value) {
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }));
  }
}
