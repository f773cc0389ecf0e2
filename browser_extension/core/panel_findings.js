// @ts-check
"use strict";
{
  const { el, icon, button } = SchoolGuard.dom;

  const ORDER = /** @type {const} */ (["stop", "warn", "advise"]);
  const THUMBNAIL_PX = 280;

  /** The node's own memory of the newest copy of its finding: spans move while the card stays. @type {WeakMap<HTMLElement, SchoolGuardFinding>} */
  const newest = new WeakMap();

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function fixes(context, current, key) {
    const all = current().fixes;
    if (!all.length || context.notice.about() === key) return null;
    const buttons = all.map((fix, index) =>
      fix.kind === "blur_one_face"
        ? SchoolGuard.panelParts.oneFaceButton(context, current, key)
        : button(fix.label, () => context.actions.fix(current(), current().fixes[index] ?? fix), {
            class: index === 0 ? "button primary" : "button",
          }),
    );
    return el("div", { class: "row" }, ...buttons);
  }

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} id */
  function question(context, current, id) {
    const asked = current().question;
    if (!asked) return null;
    const picture = context.state().pictures.find((each) => each.media === asked.media);
    const chips = asked.choices.map((choice) => {
      const chip = button(
        choice.label,
        () => {
          for (const other of chips) other.setAttribute("aria-pressed", String(other === chip));
          context.actions.answer(current().question ?? asked, choice.value, picture ? asked.media : null);
        },
        { "aria-pressed": "false" },
      );
      return chip;
    });
    return el(
      "div",
      { class: "asking", role: "group", "aria-labelledby": id },
      el("p", { class: "question", id, text: asked.text }),
      el("div", { class: "chips" }, ...chips),
    );
  }

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current */
  function meta(context, current) {
    const finding = current();
    const how = context.state().contacts[finding.ask]?.how ?? "";
    const whom = how
      ? t("panel.ask.how", { label: finding.ask_label, how })
      : t("panel.ask", { label: finding.ask_label });
    return el(
      "div",
      { class: "meta" },
      el("div", {}, icon("clause"), el("span", { text: SchoolGuard.panelParts.clause(finding) })),
      finding.ask_label ? el("div", {}, icon("person"), el("span", { text: whom })) : null,
      finding.report_to_label ? el("div", {}, icon("person"), el("span", { text: toTell(context, finding) })) : null,
    );
  }

  /** Whom to tell of a mistake or a concern, and how, unless the line above has just said how. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding */
  function toTell(context, finding) {
    const how = finding.report_to === finding.ask ? "" : context.state().contacts[finding.report_to]?.how;
    return how
      ? t("panel.report.how", { label: finding.report_to_label, how })
      : t("panel.report", { label: finding.report_to_label });
  }

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function lastRow(context, current, key) {
    const finding = current();
    const chips = SchoolGuard.panelParts
      .reasons(finding)
      .map((reason) => button(t(`panel.reason.${reason}`), () => context.actions.dismiss(current(), reason)));
    const reasons = el(
      "div",
      { class: "chips", role: "group", "aria-label": t("panel.dismiss.why"), hidden: true },
      ...chips,
    );
    const toggle = button(
      t("panel.dismiss"),
      () => {
        reasons.hidden = !reasons.hidden;
        toggle.setAttribute("aria-expanded", String(!reasons.hidden));
      },
      { class: "button plain", "aria-expanded": "false" },
    );
    const { controls, choices } = SchoolGuard.panelParts.asking(context, current);
    const mayDismiss = SchoolGuard.panelParts.maySetAside(finding, context.state().gate);
    return [
      el("div", { class: "row" }, showButton(context, current, key), ...controls, mayDismiss ? toggle : null),
      ...choices,
      reasons,
    ];
  }

  /** A place to frame, or faces to choose from. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding */
  function canShow(context, finding) {
    return finding.region !== null || SchoolGuard.panelParts.oneFaceFix(context, finding) !== undefined;
  }

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function showButton(context, current, key) {
    const finding = current();
    const file = context.state().pictures.find((picture) => picture.media === finding.media)?.file;
    if (!file || !canShow(context, finding) || context.notice.about() === key) return null;
    const shown = context.reveal.shown() === key;
    const press = () => {
      if (shown) {
        context.reveal.hide();
      } else {
        context.reveal.show(key);
        context.actions.show(current());
      }
    };
    return button(t(shown ? "panel.hide" : "panel.show"), press, {
      class: "button plain",
      "data-focus": `show:${key}`,
    });
  }

  /** @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding @param {string} key */
  function thumbnail(context, finding, key) {
    const file = context.state().pictures.find((picture) => picture.media === finding.media)?.file;
    if (!file || context.reveal.shown() !== key || !canShow(context, finding)) return null;
    const { region } = finding;
    const canvas = el("canvas", { role: "img", "aria-label": t(region ? "panel.picture.place" : "panel.picture.shown") });
    void SchoolGuard.pictures.draw(canvas, file, region ? [region] : [], THUMBNAIL_PX);
    return canvas;
  }

  /** @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding @param {string} key */
  function build(context, finding, key) {
    const node = el("li", { class: `finding ${finding.severity}`, tabindex: "-1", "data-key": key });
    newest.set(node, finding);
    const current = () => newest.get(node) ?? finding;
    const number = SchoolGuard.panelParts.numberOf(context.state(), finding.media);
    node.append(
      icon(finding.severity),
      el(
        "div",
        { class: "inner" },
        el(
          "div",
          { class: "said" },
          el("h4", { text: number ? `${finding.title} (${number})` : finding.title }),
          el("p", { text: finding.message }),
          finding.why ? el("p", { class: "why", text: finding.why }) : null,
        ),
        thumbnail(context, finding, key),
        question(context, current, `question-${key}`),
        SchoolGuard.panelParts.oneFace(context, current, key),
        fixes(context, current, key),
        meta(context, current),
        ...lastRow(context, current, key),
      ),
    );
    return node;
  }

  /** What of a finding can be seen; where it stands in the draft cannot. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding @param {string} key */
  function signature(context, finding, key) {
    const { span, part, region, fixes: all, ...seen } = finding;
    const state = context.state();
    const file = state.pictures.some((picture) => picture.media === finding.media && picture.file);
    return JSON.stringify([
      seen,
      all.map((fix) => [fix.kind, fix.label]),
      context.reveal.shown() === key,
      file && canShow(context, finding),
      context.notice.about() === key,
      context.reveal.shown() === `faces:${key}` && state.report?.pictures.find((each) => each.media === finding.media),
      state.pictures.length > 1,
      state.gate.stop_override,
      state.contacts,
    ]);
  }

  /** @param {SchoolGuardFinding[]} all @returns {Map<string, SchoolGuardFinding>} */
  function byKey(all) {
    const keyed = new Map();
    for (const finding of all) {
      let key = finding.fingerprint;
      for (let again = 2; keyed.has(key); again += 1) key = `${finding.fingerprint}-${again}`;
      keyed.set(key, finding);
    }
    return keyed;
  }

  /** @param {SchoolGuardPanelContext} context @returns {SchoolGuardListItem[]} one group a severity, the gravest first */
  function findings(context) {
    const keyed = byKey(context.state().report?.findings ?? []);
    // What was said of one finding does not hold for its return.
    if (!keyed.has(context.notice.about() ?? "")) context.notice.set(null);
    const groups = ORDER.map((severity) => [...keyed].filter(([, finding]) => finding.severity === severity));
    return groups.flatMap((members, index) => {
      if (!members.length) return [];
      const severity = ORDER[index];
      const items = members.map(([key, finding]) => ({
        key,
        signature: signature(context, finding, key),
        build: () => build(context, finding, key),
      }));
      return [
        {
          key: severity,
          signature: severity,
          build: () =>
            el(
              "section",
              { class: "group", "aria-labelledby": `group-${severity}` },
              el("h3", { id: `group-${severity}`, text: t(`panel.group.${severity}`) }),
              el("ul", { class: "findings" }),
            ),
          fill: (/** @type {HTMLElement} */ section) => {
            const list = /** @type {HTMLElement} */ (section.querySelector(".findings"));
            SchoolGuard.panelParts.keep(list, items);
            for (const node of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".finding"))) {
              const finding = keyed.get(node.dataset.key ?? "");
              if (finding) newest.set(node, finding);
            }
          },
        },
      ];
    });
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { findings });
}
