// @ts-check
"use strict";
{
  /**
   * What becomes of a composer's findings: changed, posted as they were, or set aside and why. The service counts it by
   * rule; which words, whose account and when are never said.
   */

  /** A finding that vanishes sooner went by itself, while somebody was still typing. */
  const STOOD_MS = 3_000;

  class Outcomes {
    /** @param {() => number} now */
    constructor(now) {
      this.now = now;
      /** What is being shown, and since when. @type {Map<string, {rule: string, since: number}>} */
      this.standing = new Map();
      /** Counted already. @type {Set<string>} */
      this.settled = new Set();
    }

    /** Another post begins. */
    forget() {
      this.standing.clear();
      this.settled.clear();
    }

    /** What is shown now. What stood for a while and is gone was acted on. @param {SchoolGuardFinding[]} findings */
    seen(findings) {
      const shown = new Map(findings.map((finding) => [finding.fingerprint, finding]));
      const rules = new Set();
      for (const [fingerprint, { slug }] of shown) if (!this.standing.has(fingerprint)) rules.add(slug);
      /** @type {[string, string][]} */
      const acted = [];
      for (const [fingerprint, { rule, since }] of this.standing) {
        if (shown.has(fingerprint)) continue;
        this.standing.delete(fingerprint);
        // The same rule points at other words now: a longer name, a corrected letter.
        if (this.now() - since >= STOOD_MS && !rules.has(rule)) acted.push([fingerprint, rule]);
      }
      for (const finding of shown.values()) {
        // An answer makes a question go away; nobody changed anything.
        if (finding.question || this.standing.has(finding.fingerprint)) continue;
        this.standing.set(finding.fingerprint, { rule: finding.slug, since: this.now() });
      }
      for (const [fingerprint, rule] of acted) this.settle(fingerprint, rule, "acted");
    }

    /** Something that was answered makes findings go without anybody acting on them. */
    answered() {
      this.standing.clear();
    }

    /** @param {SchoolGuardFinding} finding */
    acted(finding) {
      this.settle(finding.fingerprint, finding.slug, "acted");
    }

    /** @param {SchoolGuardFinding} finding @param {string} reason */
    dismissed(finding, reason) {
      this.settle(finding.fingerprint, finding.slug, reason);
    }

    /** Posted in spite of them; the reason counts where it fits. @param {SchoolGuardFinding[]} findings @param {string} [reason] */
    posted(findings, reason) {
      for (const finding of findings) {
        const fits = reason !== undefined && SchoolGuard.panelParts.reasons(finding).includes(reason);
        this.settle(finding.fingerprint, finding.slug, fits ? reason : "posted");
      }
    }

    /** @param {string} fingerprint @param {string} rule @param {string} outcome */
    settle(fingerprint, rule, outcome) {
      this.standing.delete(fingerprint);
      if (this.settled.has(fingerprint)) return;
      this.settled.add(fingerprint);
      void SchoolGuard.ask("outcomes", { outcomes: [{ rule, outcome }] });
    }
  }

  /** @param {() => number} [now] milliseconds @returns {SchoolGuardOutcomes} */
  SchoolGuard.outcomes = (now = () => performance.now()) => new Outcomes(now);
}
