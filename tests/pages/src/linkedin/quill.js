import Quill2 from "quill";
import Quill1 from "quill-1";
import { option, registerModel } from "../shared/recorder.js";

/** Which generation of Quill: 2 unless ?quill=1. The site's looks like 1 (it carries a .ql-clipboard); both are in use. */
const generation = option("quill", "2");
const Quill = generation === "1" ? Quill1 : Quill2;

/**
 * Quill asks `document` for the selection and the focus, which a shadow root hides. A site that uses it there
 * has to look in its own root, or a paste would always land at the beginning.
 * @param {Quill2} quill
 */
function lookInside(quill) {
  const root = quill.root.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { selection } = quill;
  selection.hasFocus = () => root.activeElement === quill.root;
  selection.getNativeRange = () => {
    const found = root.getSelection();
    return found && found.rangeCount > 0 ? selection.normalizeNative(found.getRangeAt(0)) : null;
  };
  const setNativeRange = selection.setNativeRange.bind(selection);
  selection.setNativeRange = (startNode, startOffset, endNode = startNode, endOffset = startOffset, force = false) => {
    if (startNode == null) return setNativeRange(startNode);
    if (!selection.hasFocus()) quill.root.focus({ preventScroll: true });
    const now = selection.getNativeRange()?.native;
    const moved = !now || now.startContainer !== startNode || now.startOffset !== startOffset || now.endContainer !== endNode || now.endOffset !== endOffset;
    if (moved || force) root.getSelection().setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  };
  document.addEventListener("selectionchange", () => {
    if (quill.root.isConnected) selection.update("user");
  });
}

/**
 * @param {string} name @param {HTMLElement} container already in its root
 * @param {{label: string, placeholder: string, onText: (text: string) => void}} options
 * @returns {{root: HTMLElement, text: () => string, clear: () => void, release: () => void}}
 */
export function makeEditor(name, container, { label, placeholder, onText }) {
  const quill = new Quill(container, { placeholder, formats: [], modules: { toolbar: false } });
  lookInside(quill);
  const editor = quill.root;
  const attributes = { role: "textbox", "aria-multiline": "true", "aria-label": label, "data-test-ql-editor-contenteditable": "true", spellcheck: "true" };
  for (const [key, value] of Object.entries(attributes)) editor.setAttribute(key, value);
  const text = () => quill.getText().replace(/\n$/, "");
  const release = registerModel(name, text);
  // The site's own state follows the editor one tick later.
  quill.on("text-change", () => setTimeout(() => onText(text())));
  return { root: editor, text, release, clear: () => quill.setText("") };
}
