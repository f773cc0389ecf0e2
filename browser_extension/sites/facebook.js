// @ts-check
"use strict";
{
  const EDITOR = '[contenteditable="true"][role="textbox"]';
  const DIALOG = '[role="dialog"]';
  // The site has no test ids and translates every label, so a name is read out of the sentence it stands in.
  const COMMENT_AS = [/^Comment as (.+?)\W*$/u, /^Reply as (.+?)\W*$/u, /^Answer as (.+?)\W*$/u, /^Commenter en tant que (.+?)\W*$/u];
  const ON_MIND = [/^What's on your mind, (.+?)\?/u, /^Quoi de neuf, (.+?)\s*\?/u, /^Was machst du gerade, (.+?)\?/u];
  const COMMENT = /^(Comment|Write a comment|Reply|Answer|Commenter|Kommentier|Antwort|Comentar|Sylw)/u;
  const MESSAGE_TO = [/^(?:Message|Write to|Send a message to|Nachricht an) (.+?)\W*$/u];
  const MESSAGE = /^(Message|Write to|Nachricht|Messaggio|Mensaje)/u;

  /** @param {Element} editor */
  const labels = (editor) =>
    ["aria-placeholder", "aria-label", "placeholder"].map((name) => editor.getAttribute(name)?.trim() ?? "").filter(Boolean);

  /** @param {string[]} sentences @param {RegExp[]} patterns */
  function nameIn(sentences, patterns) {
    for (const sentence of sentences) for (const pattern of patterns) {
      const found = sentence.normalize("NFKC").replace(/\u2019/g, "'").match(pattern);
      if (found) return found[1];
    }
    return "";
  }

  /** The profile row at the top of the dialog: the first short line that is not its title. @param {Element} scope */
  function nameInHeader(scope) {
    const dialog = scope.closest(DIALOG);
    const audience = dialog?.querySelector('[role="button"][aria-label*="rivacy"],[role="button"][aria-label*="udience"]');
    for (let row = audience?.parentElement; row && row !== dialog; row = row.parentElement) {
      const line = row.querySelector("strong,a,span,h3")?.textContent?.trim() ?? "";
      if (line && line.length <= 60 && !audience?.textContent?.includes(line)) return line;
    }
    return "";
  }

  /** @param {Element} box @param {Element | null | undefined} editor @returns {Element[]} */
  function buttonsAfter(box, editor) {
    const follows = (/** @type {Element} */ one) =>
      !editor || Boolean(editor.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [...box.querySelectorAll('[role="button"][aria-label],button[aria-label]')].filter(follows);
  }

  /** @param {Element} control @param {Element} box @param {Element | null | undefined} editor */
  function isLastButton(control, box, editor) {
    const buttons = buttonsAfter(box, editor);
    return buttons.length > (editor ? 0 : 1) && buttons.at(-1) === control;
  }

  SchoolGuard.sites.register({
    id: "facebook",
    name: "Facebook",
    hosts: ["facebook.com", "messenger.com"],
    editors: EDITOR,
    previews: '[aria-label="Remove post attachment" i]',
    removeAttachment: '[aria-label="Remove post attachment" i]',

    /** The last button of a dialog, or after a comment, publishes it, whatever its language. */
    isSubmit(control, scope) {
      if (control.hasAttribute("aria-haspopup") || control.hasAttribute("aria-expanded")) return false;
      if (scope.matches(DIALOG)) return isLastButton(control, scope, null);
      const editor = scope.querySelector(EDITOR);
      // A new post's dialog has buttons for photos and the like above the last one; only the whole dialog tells them apart.
      if (editor?.closest(DIALOG) && !labels(editor).some((label) => COMMENT.test(label) || MESSAGE.test(label))) return false;
      for (let row = editor?.parentElement; row && row !== scope.parentElement; row = row.parentElement) {
        if (row.contains(control)) return isLastButton(control, row, editor);
        if (buttonsAfter(row, editor).length > 0) return false;
      }
      return false;
    },

    entersOn(editor) {
      return !editor.closest(DIALOG) || labels(editor).some((label) => COMMENT.test(label) || MESSAGE.test(label));
    },

    kind(editor) {
      const said = labels(editor);
      if (said.some((label) => MESSAGE.test(label)) || location.pathname.startsWith("/messages")) return "message";
      if (said.some((label) => /^(Reply|Antwort)/u.test(label))) return "reply";
      return said.some((label) => COMMENT.test(label)) || editor.closest('[role="article"]') ? "comment" : "post";
    },

    to(editor) {
      return nameIn(labels(editor), MESSAGE_TO);
    },

    account(editor, scope) {
      const said = labels(editor);
      const name = nameIn(said, COMMENT_AS) || nameInHeader(scope) || nameIn(said, ON_MIND);
      return name ? { handle: "", name } : null;
    },
  });
}
