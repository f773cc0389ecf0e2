// @ts-check
"use strict";
{
  /**
   * What a state comes to in few words. Never "fine": hints are called hints, and what was not checked is said.
   * @param {SchoolGuardPanelState} state @returns {SchoolGuardSummary}
   */
  SchoolGuard.panelSummary = function panelSummary(state) {
    const { t } = SchoolGuard.messages;
    const { counted } = SchoolGuard.dom;
    const busy = state.phase === "checking";
    if (state.phase === "off")
      return { level: "off", badge: t("panel.badge.off"), status: t("panel.status.off"), busy };
    if (state.phase === "unavailable") {
      return { level: "unseen", badge: t("panel.badge.unchecked"), status: t("panel.status.unavailable"), busy };
    }
    const { report } = state;
    if (!report) {
      const badge = busy ? t("panel.badge.checking") : "";
      return { level: "none", badge, status: busy ? t("panel.badge.checking") : t("panel.status.idle"), busy };
    }
    const look = report.findings.filter((finding) => finding.severity !== "advise").length;
    const hints = report.findings.length - look;
    const waiting = report.skipped.some((skip) => skip.code === "pending" || skip.code === "unknown_picture");
    const unseen = report.skipped.length > 0 && !waiting;
    const status = [
      look ? counted("panel.badge.look", look) : "",
      hints ? counted("panel.badge.hints", hints) : "",
      waiting ? t("panel.status.pictures") : "",
      unseen ? t("panel.status.unchecked") : "",
    ].filter(Boolean);
    if (state.accountQuestion) status.push(t("panel.badge.question"));
    // What is shown is of an earlier draft.
    if (busy) status.push(t("panel.badge.checking"));
    const words = status.join(" · ") || t("panel.status.nothing");
    if (look) {
      const level = report.findings.some((finding) => finding.severity === "stop") ? "stop" : "warn";
      return { level, badge: counted("panel.badge.look", look), status: words, busy: busy || waiting };
    }
    if (waiting || busy) return { level: "none", badge: t("panel.badge.checking"), status: words, busy: true };
    if (unseen) return { level: "unseen", badge: t("panel.badge.unchecked"), status: words, busy };
    if (hints) return { level: "advise", badge: counted("panel.badge.hints", hints), status: words, busy };
    if (state.accountQuestion) return { level: "advise", badge: t("panel.badge.question"), status: words, busy };
    return { level: "none", badge: "", status: words, busy };
  };
}
