// @ts-check
"use strict";
{
  const POST_EDITOR = '.ql-editor,[data-test-ql-editor-contenteditable="true"]';
  const COMMENT_EDITOR = '.tiptap.ProseMirror,.comments-comment-box__form .ql-editor';
  const MESSAGE_EDITOR = ".msg-form__contenteditable";
  const SHAREBOX =
    '[data-test-modal-id="sharebox"],.share-box-v2__modal,[role="dialog"][aria-labelledby="share-to-linkedin-modal__header"]';

  /** While another step covers it, an element has no lines: then its first words count. @param {Element | null | undefined} element @returns {string} */
  function firstLine(element) {
    if (!element) return "";
    if (element instanceof HTMLElement && element.checkVisibility()) return element.innerText.trim().split("\n")[0].trim();
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) if (words.currentNode.nodeValue?.trim()) return words.currentNode.nodeValue.trim();
    return "";
  }

  SchoolGuard.sites.register({
    id: "linkedin",
    name: "LinkedIn",
    hosts: ["linkedin.com"],
    editors: `${POST_EDITOR},${COMMENT_EDITOR},${MESSAGE_EDITOR},textarea#custom-message`,
    ignore: ".ql-clipboard",
    scopes: `${SHAREBOX},.comments-comment-box__form,[data-view-name="comment-box"],.msg-form`,
    submit:
      ".share-actions__primary-action,.share-actions__scheduled-post-btn,.comments-comment-box__submit-button--cr," +
      '.msg-form__send-button,[componentkey*="commentButtonSection"] button',
    enterSubmits: MESSAGE_EDITOR,
    previews: '[aria-label="Remove media"],[aria-label="Edit media preview"]',
    removeAttachment: '[aria-label="Remove media"]',

    kind(editor) {
      if (editor.closest(MESSAGE_EDITOR)) return "message";
      if (editor.matches("#custom-message")) return "connection_request";
      return editor.closest(COMMENT_EDITOR) ? "comment" : "post";
    },

    account(_editor, scope) {
      // In the share box the first line of the settings button is who posts; the page's own picture may be another.
      const author = firstLine(scope.querySelector(".share-unified-settings-entry-button"));
      const switcher = scope.querySelector('[aria-label^="Open menu for switching identity"] img');
      const me = document.querySelector("img.global-nav__me-photo");
      const name = author || switcher?.getAttribute("alt")?.trim() || me?.getAttribute("alt")?.trim() || "";
      return name ? { handle: "", name } : null;
    },
  });
}
