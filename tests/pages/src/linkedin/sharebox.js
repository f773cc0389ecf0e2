import { picturesOf } from "../shared/feed.jsx";
import { option, send } from "../shared/recorder.js";
import { author, labels } from "./account.js";
import { make } from "./dom.js";
import { makeEditor } from "./quill.js";

const ACCEPT = "image/gif,image/jpeg,image/jpg,image/png,image/webp,video/mp4,video/quicktime,video/webm";

/** The media step: its file input exists only while this step is open. */
function mediaStep(add, back) {
  const take = (input) => add(Array.from(input.files));
  const next = make("button", { type: "button", class: "share-box-footer__primary-btn artdeco-button artdeco-button--primary", disabled: true, click: back }, `\n  ${labels.next}\n`);
  const chosen = make("div", { class: "chosen" });
  const show = (files) => {
    for (const file of files) chosen.append(make("button", { type: "button", "aria-label": `Select ${file.name}` }, file.name));
    next.disabled = false;
  };
  let pick;
  if (option("input", "") === "detached") {
    pick = make("button", { type: "button", class: "artdeco-button", click: () => {
      const input = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ACCEPT, multiple: true }));
      input.addEventListener("change", () => {
        take(input);
        show(Array.from(input.files));
      });
      input.click();
    } }, "Upload from computer");
  } else {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "file", id: "media-editor-file-selector__file-input", class: "visually-hidden", accept: ACCEPT, multiple: true }));
    input.addEventListener("change", () => {
      take(input);
      show(Array.from(input.files));
    });
    pick = make("label", { for: input.id, class: "media-editor-file-selector__upload-media-label artdeco-button" }, "Upload from computer", input);
  }
  return make("div", { class: "media-step" }, make("h2", {}, "Editor"), pick, chosen, next);
}

/** Opens the share modal in the shadow root of #interop-outlet. */
export function openShareBox() {
  const host = document.getElementById("interop-outlet");
  const root = host.shadowRoot;
  if (root.querySelector("[data-test-modal-id]")) return;
  /** @type {File[]} */
  let files = [];
  const urls = [];
  let busy = false;

  const container = make("div", { class: "editor-content" });
  const preview = make("div", { class: "share-creation-state__preview-container" });
  const label = make("span", { class: "artdeco-button__text" }, `\n  ${labels.post}\n`);
  const post = make("button", { id: "ember412", type: "button", class: "share-actions__primary-action artdeco-button artdeco-button--2 artdeco-button--primary ember-view", disabled: true }, label);
  const addMedia = make("button", { type: "button", "aria-label": labels.media, class: "share-promoted-detour-button" }, "▣");
  const main = make("div", { class: "share-creation-state" },
    make("div", { class: "share-creation-state__header" },
      make("button", { type: "button", id: "ember400", class: "share-unified-settings-entry-button artdeco-button--tertiary" },
        make("div", { class: "share-unified-settings-entry-button__name" }, author), make("div", { class: "share-unified-settings-entry-button__audience" }, labels.anyone))),
    container, preview, make("div", { class: "share-creation-state__footer" }, addMedia, make("div", { class: "share-box_actions" }, post)));
  const dismiss = make("button", { type: "button", "aria-label": labels.dismiss, class: "artdeco-modal__dismiss" }, "×");
  const modal = make("div", { class: "artdeco-modal share-box-v2__modal", "data-test-modal": "", "data-test-modal-id": "sharebox", role: "dialog", tabindex: "-1",
    "aria-labelledby": "share-to-linkedin-modal__header" }, dismiss, make("h2", { id: "share-to-linkedin-modal__header", class: "visually-hidden" }, labels.start), main);
  const overlay = make("div", { class: "artdeco-modal-overlay" }, modal);
  root.append(overlay);

  const refresh = () => {
    post.disabled = busy || (!editor.text().trim() && files.length === 0);
    preview.replaceChildren(...(files.length === 0 ? [] : [
      ...files.map((file) => {
        const url = URL.createObjectURL(file);
        urls.push(url);
        return file.type.startsWith("video/") ? make("video", { src: url }) : make("img", { class: "share-creation-state__image", alt: "", src: url });
      }),
      make("button", { type: "button", "aria-label": labels.edit }, "✎"),
      make("button", { type: "button", "aria-label": labels.remove, click: () => {
        files = [];
        refresh();
      } }, "×"),
    ]));
  };
  const add = (more) => {
    files = [...files, ...more];
    refresh();
  };
  const editor = makeEditor("share", container, { label: labels.editor, placeholder: labels.placeholder, onText: refresh });
  const close = () => {
    editor.release();
    urls.forEach((url) => URL.revokeObjectURL(url));
    overlay.remove();
  };

  addMedia.addEventListener("click", () => {
    main.hidden = true;
    const step = mediaStep(add, () => {
      step.remove();
      main.hidden = false;
    });
    modal.append(step);
  });
  dismiss.addEventListener("click", close);
  modal.addEventListener("paste", (event) => {
    const pasted = picturesOf(event.clipboardData?.files);
    if (pasted.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(pasted);
  }, true);
  modal.addEventListener("dragover", (event) => event.preventDefault());
  modal.addEventListener("drop", (event) => {
    const dropped = picturesOf(event.dataTransfer?.files);
    if (dropped.length === 0) return;
    event.preventDefault();
    add(dropped);
  }, true);
  post.addEventListener("click", async () => {
    await send({ where: "share", how: "click", text: editor.text(), account: author, files });
    close();
  });
  editor.root.focus();
}
