import { send } from "../shared/recorder.js";
import { author } from "./account.js";
import { make } from "./dom.js";
import { makeEditor } from "./quill.js";

/** The comment box of the older detail page: Quill in a form, its button there only while there is text. */
export function commentBox() {
  const container = make("div", { class: "comments-comment-box-comment__text-editor" });
  const actions = make("div", { class: "comments-comment-box__controls" });
  const form = make("form", { class: "comments-comment-box__form", submit: (event) => {
    event.preventDefault();
    const text = editor.text();
    void send({ where: "comment", how: "submit", text, account: author }).then(() => editor.clear());
  } }, container, actions);
  let editor;
  // Quill has to stand in the page before it is made.
  const mount = (parent) => {
    parent.append(form);
    editor = makeEditor("comment", container, {
      label: "Text editor for creating content",
      placeholder: "Add a comment…",
      onText: (text) => {
        const button = actions.querySelector("button");
        if (!text.trim()) button?.remove();
        else if (!button) actions.append(make("button", { id: "ember77", type: "submit", class: "comments-comment-box__submit-button--cr artdeco-button artdeco-button--1 artdeco-button--primary ember-view" },
          make("span", { class: "artdeco-button__text" }, "\n    Comment\n  ")));
      },
    });
    editor.root.dataset.placeholder = "Add a comment…";
  };
  return mount;
}
