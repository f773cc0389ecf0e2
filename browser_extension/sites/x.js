// @ts-check
"use strict";
{
  const EDITOR = '[data-testid^="tweetTextarea_"]';
  const DIALOG = '[role="dialog"]';
  const MESSAGE = '[data-testid="dm-composer-textarea"],[data-testid="dmComposerTextInput"]';

  /** The handle stands in the test id of the avatar beside each composer. @param {ParentNode} within */
  function handleIn(within) {
    const avatar = within.querySelector('[data-testid^="UserAvatar-Container-"]');
    return avatar?.getAttribute("data-testid")?.slice("UserAvatar-Container-".length) ?? "";
  }

  SchoolGuard.sites.register({
    id: "x",
    name: "X",
    hosts: ["x.com", "twitter.com"],
    editors: `${EDITOR},${MESSAGE}`,
    scopes: DIALOG,
    submit:
      '[data-testid="tweetButton"],[data-testid="tweetButtonInline"],' +
      '[data-testid="dm-composer-send-button"],[data-testid="dmComposerSendButton"]',
    enterSubmits: MESSAGE,
    previews: '[data-testid="attachments"] img,[data-testid="attachments"] video',
    removeAttachment: '[data-testid="attachments"] button[aria-label*="Remove"],[data-testid="removeMedia"]',

    kind(editor, scope) {
      if (editor.matches(MESSAGE)) return "message";
      const article = scope.matches(DIALOG) && scope.querySelector('article,[data-testid="tweet"]');
      const inline = location.pathname.includes("/status/") && !scope.matches(DIALOG);
      return article || inline ? "reply" : "post";
    },

    inReplyTo(_editor, scope) {
      return scope.querySelector('[data-testid="tweetText"]')?.textContent ?? "";
    },

    account(_editor, scope) {
      const switcher = document.querySelector('[data-testid="SideNav_AccountSwitcher_Button"]');
      const profile = document.querySelector('[data-testid="AppTabBar_Profile_Link"]');
      // The modal may be open for another account than the one in the side bar, so what stands next to it wins.
      const own = scope.querySelector('article,[data-testid="tweet"]') ? "" : handleIn(scope);
      const handle =
        own ||
        (switcher && handleIn(switcher)) ||
        switcher?.textContent?.match(/@(\w+)/)?.[1] ||
        profile?.getAttribute("href")?.replace(/^\/|\/$/g, "") ||
        "";
      if (handle === "") return null;
      const shown = switcher?.textContent?.trim() ?? "";
      const name = shown.includes("@") ? shown.slice(0, shown.indexOf("@")).trim() : "";
      return { handle: `@${handle}`, name };
    },
  });
}
