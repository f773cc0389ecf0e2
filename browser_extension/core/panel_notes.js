// @ts-check
"use strict";
{
  const { el, icon, button } = SchoolGuard.dom;

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** @param {SchoolGuardIcon} name @param {string} text @param {HTMLElement | null} [control] */
  function note(name, text, control) {
    const row = control ? el("div", { class: "row" }, control) : null;
    return el("div", { class: "note" }, icon(name), el("div", {}, el("p", { text }), row));
  }

  /** Whose account it is, asked only where the page does not say. @param {SchoolGuardPanelContext} context @returns {SchoolGuardListItem[]} */
  function account(context) {
    const asked = context.state().accountQuestion;
    if (!asked || context.state().phase === "off") return [];
    const choice = (/** @type {SchoolGuardAccountKind} */ kind) =>
      button(t(`panel.account.${kind}`), () => context.actions.answerAccount(kind));
    return [
      {
        key: "account",
        signature: JSON.stringify(asked),
        build: () =>
          el(
            "div",
            { class: "asking", role: "group", "aria-labelledby": "account-question" },
            el("p", {
              class: "question",
              id: "account-question",
              text: t("panel.account.question", { handle: asked.handle || asked.site }),
            }),
            el("div", { class: "chips" }, choice("personal"), choice("official")),
          ),
      },
    ];
  }

  /** Why nothing could be checked. @param {SchoolGuardPanelState} state */
  function unavailable(state) {
    const { code, message } = state.unavailable ?? { code: "problem", message: "" };
    return message || t(code === "problem" ? "panel.unavailable" : `service.${code}`);
  }

  /** What stands above the findings: off, unavailable, not checked, nothing. @param {SchoolGuardPanelContext} context @returns {SchoolGuardListItem[]} */
  function notes(context) {
    const state = context.state();
    if (state.phase === "off") {
      const again = () => button(t("panel.resume"), () => context.actions.turnOff("resume"));
      return [
        { key: "off", signature: "", build: () => note("unseen", t("panel.off", { site: state.siteName }), again()) },
      ];
    }
    if (state.phase === "unavailable") {
      const code = state.unavailable?.code ?? "problem";
      const text = unavailable(state);
      const again = () => button(t("panel.reload"), () => context.actions.reload());
      return [
        {
          key: "unavailable",
          signature: text,
          build: () => note("unseen", text, code === "orphaned" ? null : again()),
        },
      ];
    }
    const { report } = state;
    if (!report) return [];
    const skipped = report.skipped.filter((skip) => skip.media === null && skip.code !== "pending");
    const items = skipped.map((skip) => ({
      key: `skipped-${skip.code}-${skip.rule ?? ""}`,
      signature: skip.message,
      build: () => note("unseen", skip.message, null),
    }));
    if (state.phase === "checked" && !items.length && !report.findings.length && !report.skipped.length && !state.accountQuestion) {
      const words = t("panel.status.nothing_long");
      items.push({ key: "nothing", signature: words, build: () => note("done", words, null) });
    }
    return items;
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { account, notes, unavailable });
}
