// @ts-check
"use strict";
// Any other editable element, and the body of a document in design mode. Registered last: it takes what is left.
SchoolGuard.editors.register({
  family: "contenteditable",
  rootOf(element) {
    if (!(element instanceof HTMLElement)) return null;
    if (element.isContentEditable || element.ownerDocument.designMode === "on") return element;
    const inner = element.querySelector("[contenteditable=true],[contenteditable='']");
    return inner instanceof HTMLElement ? inner : null;
  },
  // Nobody answers a synthetic paste here, and the browser's own typing is the editor.
  open: (root) => SchoolGuard.richEditor(/** @type {HTMLElement} */ (root), "contenteditable", { typeFirst: true }),
});
