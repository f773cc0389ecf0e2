// @ts-check
"use strict";
{
  /** Asking for a second opinion, and reporting a mistake or a concern, from the finding itself. Never with the draft. */

  const { el, button } = SchoolGuard.dom;

  // Who hears of a concern, beside whom the policy names for the finding.
  const CONCERNS = ["safeguarding_lead", "data_protection_officer"];
  const EMAIL = /[^\s@<>(),;:"']+@[^\s@<>(),;:"']+\.[a-z]{2,}/i;
  const PAGE = /https:\/\/[^\s<>"']+/i;

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** What was pointed out, by rule and clause, and never what was written. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding @param {"ask" | "report"} about */
  function noteFor(context, finding, about) {
    return t(about === "ask" ? "panel.note" : "panel.note.report", {
      title: finding.title,
      rule: finding.code,
      source: SchoolGuard.panelParts.clause(finding),
      site: context.state().siteName,
    });
  }

  /** Where a contact's words lead: a mail, a page, or nowhere a browser can go. @param {string} how @param {string} subject @param {string} body */
  function addressOf(how, subject, body) {
    const [email] = EMAIL.exec(how) ?? [];
    if (email) {
      const to = encodeURIComponent(email).replace("%40", "@");
      return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    }
    return PAGE.exec(how)?.[0].replace(/[.,;)]+$/, "") ?? "";
  }

  /**
   * One way to somebody: a link that begins a mail or opens the school's page, else a button; both copy the note, since
   * not every computer has a mail program.
   * @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {"ask" | "report"} about
   * @param {string} label @param {string} how @param {string} [look]
   */
  function way(context, current, about, label, how, look = "button") {
    const note = noteFor(context, current(), about);
    const href = addressOf(how, t(`panel.mail.${about}`), note);
    const press = async () => {
      const copied = await SchoolGuard.writing.copy(note);
      const begun = href ? "panel.notice.note_begun" : "panel.notice.note_copied";
      context.notify(copied ? begun : "panel.notice.copy_failed");
    };
    if (!href) return button(label, () => void press(), { class: look });
    const elsewhere = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
    return el("a", { class: look, href, text: label, ...elsewhere, on: { click: () => void press() } });
  }

  /** Whom a concern goes to: those the policy says how to reach. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding */
  function concerned(context, finding) {
    const { contacts } = context.state();
    const named = finding.report_to ? [{ role: finding.report_to, label: finding.report_to_label }] : [];
    const others = CONCERNS.filter((role) => role in contacts).map((role) => ({ role, label: contacts[role].label }));
    const all = [...named, ...others.filter(({ role }) => role !== finding.report_to)];
    return all.map(({ role, label }) => ({ label, how: contacts[role]?.how ?? "" }));
  }

  /**
   * "Ask the head teacher" and "Report a concern...", with the choice of whom to.
   * @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current
   * @returns {{controls: HTMLElement[], choices: HTMLElement[]}}
   */
  function asking(context, current) {
    const { ask, ask_label: label } = current();
    const how = context.state().contacts[ask]?.how ?? "";
    const words = label ? t("panel.ask.label", { label }) : t("panel.ask.somebody");
    const opinion = way(context, current, "ask", words, how, "button plain");
    const whom = concerned(context, current());
    if (!whom.length) return { controls: [opinion], choices: [] };
    const choices = el(
      "div",
      { class: "chips", role: "group", "aria-label": t("panel.report.whom"), hidden: true },
      ...whom.map((one) => way(context, current, "report", t("panel.report.to", { label: one.label }), one.how)),
    );
    const toggle = button(
      t("panel.report.concern"),
      () => {
        choices.hidden = !choices.hidden;
        toggle.setAttribute("aria-expanded", String(!choices.hidden));
      },
      { class: "button plain", "aria-expanded": "false" },
    );
    return { controls: [opinion, toggle], choices: [choices] };
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { asking });
}
