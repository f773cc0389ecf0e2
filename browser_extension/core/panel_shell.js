// @ts-check
"use strict";
{
  const { el, icon, button } = SchoolGuard.dom;

  /**
   * The nodes that badge and card consist of, empty.
   * @param {number} number which composer of the page this is: landmarks need names of their own
   * @param {{toggle(byKeyboard: boolean): void, close(): void, turnOff(): void}} actions @returns {SchoolGuardShell}
   */
  function shell(number, actions) {
    const { t } = SchoolGuard.messages;
    const badgeText = el("span");
    const badge = el(
      "button",
      // A click made by the keyboard has no count.
      {
        class: "badge",
        type: "button",
        "aria-expanded": "false",
        "aria-controls": "card",
        on: { click: (event) => actions.toggle(event.detail === 0) },
      },
      icon("shield"),
      badgeText,
    );
    const status = el("p", { class: "small" });
    const notice = el("p", { class: "note plain", hidden: true });
    const notes = el("div", { class: "block" });
    const account = el("div", { class: "block" });
    const findings = el("div", { class: "groups" });
    const pictures = el("ul", { class: "pictures" });
    const pictureBlock = el(
      "section",
      { class: "block", "aria-labelledby": "pictures-title" },
      el("h3", { id: "pictures-title", text: t("panel.pictures") }),
      pictures,
    );
    const leftOut = el("div", { class: "block" });
    const head = el("h2", { tabindex: "-1", text: "School Guard" });
    const close = el(
      "button",
      { type: "button", class: "button round", "aria-label": t("panel.close"), on: { click: () => actions.close() } },
      icon("close"),
    );
    const off = button(t("panel.turn_off"), () => actions.turnOff(), { class: "button plain" });
    // It scrolls, so the keyboard must be able to stand in it.
    const body = el(
      "div",
      { class: "body", tabindex: "0", role: "group", "aria-label": t("panel.body") },
      notice,
      notes,
      account,
      findings,
      pictureBlock,
      leftOut,
    );
    const closeOnEscape = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      actions.close();
    };
    const card = el(
      "div",
      { class: "card", id: "card", hidden: true, on: { keydown: closeOnEscape } },
      el("div", { class: "head" }, icon("shield"), el("div", { class: "words" }, head, status), close),
      body,
      el("div", { class: "foot" }, off, el("span", { class: "small", text: t("panel.stays_here") })),
    );
    const live = el("p", { class: "quiet", "aria-live": "polite" });
    const label = number === 1 ? "School Guard" : `School Guard ${number}`;
    const region = el("section", { class: "root", "aria-label": label, hidden: true }, badge, card);
    return {
      region,
      live,
      badge,
      badgeText,
      card,
      head,
      status,
      body,
      notice,
      notes,
      account,
      findings,
      pictureBlock,
      pictures,
      leftOut,
      off,
    };
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { shell });
}
