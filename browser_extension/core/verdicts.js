// @ts-check
"use strict";
{
  /** The one table of severities, on this side: what is held before submission. */

  SchoolGuard.verdicts = {
    /** A report without the findings that were dismissed. @param {SchoolGuardReport} report @param {string[]} dismissed @returns {SchoolGuardReport} */
    without(report, dismissed) {
      const findings = report.findings.filter((finding) => !dismissed.includes(finding.fingerprint));
      if (findings.length === report.findings.length) return report;
      const aside = report.findings.filter((finding) => !findings.includes(finding));
      const suppressed = [
        ...report.suppressed,
        ...aside.map(({ code, slug }) => ({ code, slug, why: /** @type {const} */ ("dismissed"), count: 1, message: "" })),
      ];
      const has = (/** @type {SchoolGuardSeverity} */ severity) => findings.some((finding) => finding.severity === severity);
      const rest = report.skipped.length > 0 ? "not_checked" : has("warn") ? "warn" : "clear";
      return { ...report, findings, suppressed, verdict: has("stop") ? "stop" : rest };
    },

    /**
     * What to do with a submission, by what is known of exactly this content: "go" or why to hold it.
     * @param {{report: SchoolGuardReport | null, fresh: boolean, patient: boolean}} known
     *   fresh: the report is about this content; patient: it can still be asked and waited for. That the service did not
     *   answer before says nothing about now.
     * @param {SchoolGuardGatePolicy} gate @returns {"go" | SchoolGuardHoldReason}
     */
    decide({ report, fresh, patient }, gate) {
      const unseen = gate.on_not_checked === "hold" ? "not_checked" : "go";
      if (!report || !fresh) return patient ? "stale" : unseen;
      const has = (/** @type {SchoolGuardSeverity} */ severity) => report.findings.some((finding) => finding.severity === severity);
      if (has("stop")) return "stop";
      if (patient && report.skipped.some((skip) => skip.code === "pending" || skip.code === "unknown_picture")) return "pending";
      if (report.skipped.length > 0 && unseen === "not_checked") return "not_checked";
      return has("warn") ? "warn" : "go";
    },
  };
}
