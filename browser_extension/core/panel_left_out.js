// @ts-check
"use strict";
{
  /** What was left out of a report, and why: silence must not look like "nothing found". */

  const { el, button, counted } = SchoolGuard.dom;

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** @param {SchoolGuardPanelContext} context @returns {SchoolGuardListItem[]} */
  function leftOut(context) {
    const { report } = context.state();
    if (!report) return [];
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { why, count } of report.suppressed) counts.set(why, (counts.get(why) ?? 0) + count);
    const said = [...counts].map(([why, count]) => counted(`panel.left_out.${why}`, count));
    const again = counts.has("dismissed");
    const items = report.quiet.map(({ slug, message }) => ({
      key: `quiet-${slug}`,
      signature: message,
      build: () => el("p", { class: "small", text: message }),
    }));
    if (said.length) {
      const words = t("panel.left_out", { what: said.join(", ") });
      items.unshift({
        key: "left-out",
        signature: words,
        build: () =>
          el(
            "p",
            { class: "small" },
            el("span", { text: words }),
            document.createTextNode(" "),
            again ? button(t("panel.left_out.again"), () => context.actions.bringBack(), { class: "button plain" }) : null,
          ),
      });
    }
    return items;
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { leftOut });
}
