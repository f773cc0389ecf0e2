// @ts-check
"use strict";
{
  /** Asks the service about one composer and keeps the newest answer. */

  const RETRY_AT_LEAST_MS = 100;
  const AFTER_FAILURE_MS = 10_000;
  const WAITING = ["pending", "unknown_picture"];
  /** A reload of the page or a pairing ends these, and either is told; asking again does not help. */
  const LASTING = ["orphaned", "not_paired"];
  /** Findings about the hour and the computer, not about the post: said once a day for an account. */
  const ONCE_A_DAY = "B6";

  class Checker {
    /** @param {SchoolGuardComposer} composer @param {SchoolGuardWorld} world @param {AbortSignal} signal */
    constructor(composer, world, signal) {
      this.composer = composer;
      this.world = world;
      this.signal = signal;
      this.scheduler = SchoolGuard.scheduler(() => this.run(), signal);
      this.again = false;
      this.busy = false;
      /** Does the panel show what is known of the newest content? */
      this.isShown = true;
      /** @type {SchoolGuardReport | null} */
      this.report = null;
      /** Key of the content that the report is about. */
      this.key = "";
      /** @type {SchoolGuardError | null} */
      this.error = null;
      /** What was asked about, so that marks stand on these words. @type {{editors: Element[], texts: string[]}} */
      this.asked = { editors: [], texts: [] };
      /** Notices of the day that this draft is the first to get. @type {Set<string>} */
      this.notices = new Set();
    }

    forget() {
      this.report = null;
      this.key = "";
      this.error = null;
      this.asked = { editors: [], texts: [] };
    }

    /** The post has gone out, or was given up: what was known of it alone ends with it. */
    end() {
      this.forget();
      this.composer.outcomes.forget();
      this.notices.clear();
      this.composer.nameless = {};
      this.composer.setAside.clear();
    }

    soon() {
      this.scheduler.soon();
      if (!this.isShown) return;
      if (this.composer.content().empty) this.end();
      this.isShown = false;
      this.composer.show();
    }

    /** Ask although nothing in the composer has changed: an answer was given, the service is back. */
    afresh() {
      this.again = true;
      this.composer.attachments.tryAgain();
      return this.scheduler.now();
    }

    async run() {
      const before = this.composer.content();
      if (!before.empty && before.ready) {
        if (this.isDue(before)) this.begin();
        await this.world.ready();
        const to = this.composer.to();
        await this.composer.answers.load(before.media.map((item) => item.digest), to ? [to] : []);
      }
      const content = this.composer.content();
      if (content.empty) this.end();
      else if (content.ready && this.isDue(content)) await this.ask(content);
      this.busy = false;
      this.isShown = true;
      this.composer.show();
    }

    begin() {
      this.busy = true;
      this.composer.show();
    }

    /** @param {SchoolGuardContent} content */
    isDue(content) {
      const waiting = this.report?.skipped.some((skip) => WAITING.includes(skip.code)) ?? false;
      return content.key !== this.key || this.error !== null || waiting || this.again;
    }

    /** @param {SchoolGuardContent} content */
    async ask(content) {
      const editors = this.composer.ordered();
      this.again = false;
      const reply = await SchoolGuard.ask("check", {
        draft: this.composer.draft(content),
        language: SchoolGuard.messages.language(),
      });
      if (this.signal.aborted) return;
      this.forget();
      if (!reply.ok) {
        this.error = reply.error;
        this.world.failed(reply.error, this.composer.panel);
        if (!LASTING.includes(reply.error.code)) this.scheduler.soon(AFTER_FAILURE_MS);
        return;
      }
      this.report = this.followPictures(reply.value, content);
      this.key = content.key;
      this.asked = { editors, texts: content.texts.map((part) => part.text) };
      this.world.checked(reply.value);
      this.notice(reply.value);
      this.composer.outcomes.seen(this.shown()?.findings ?? []);
    }

    /**
     * Pictures take longer than words: ask again until each was read or given up. What was given up is not waited for in
     * the report either, but not checked, with the reason.
     * @param {SchoolGuardReport} report @param {SchoolGuardContent} content @returns {SchoolGuardReport}
     */
    followPictures(report, content) {
      const { attachments } = this.composer;
      /** @type {Map<string, SchoolGuardGivenUp>} */
      const givenUp = new Map();
      let waiting = false;
      for (const attachment of attachments.current()) {
        const index = content.media.findIndex(({ digest }) => digest === attachment.digest);
        if (index < 0) continue;
        const reason = attachments.follow(attachment, report.skipped.filter((skip) => skip.media === index).map((skip) => skip.code));
        if (reason) givenUp.set(attachment.digest, reason);
        waiting ||= attachment.state === "sending" || attachment.state === "pending";
      }
      if (waiting) this.scheduler.soon(Math.max(report.retry_after_ms ?? 250, RETRY_AT_LEAST_MS));
      if (givenUp.size === 0) return report;
      const skipped = report.skipped.map((skip) => {
        const reason = skip.media !== null && WAITING.includes(skip.code) && givenUp.get(content.media[skip.media].digest);
        return reason ? { ...skip, ...reason } : skip;
      });
      return { ...report, skipped };
    }

    /** A notice that has not been given today is this draft's. @param {SchoolGuardReport} report */
    notice(report) {
      const { answers } = this.composer;
      for (const { requirement, fingerprint } of report.findings) {
        if (requirement !== ONCE_A_DAY || answers.memory.notices.includes(fingerprint)) continue;
        this.notices.add(fingerprint);
        answers.noticed(fingerprint);
      }
    }

    /** Without what was dismissed, and without the notice that another draft has got today. @returns {SchoolGuardReport | null} */
    shown() {
      if (!this.report) return null;
      const findings = this.report.findings.filter(
        ({ requirement, fingerprint }) => requirement !== ONCE_A_DAY || this.notices.has(fingerprint),
      );
      const report = findings.length === this.report.findings.length ? this.report : { ...this.report, findings };
      return SchoolGuard.verdicts.without(report, [...this.composer.answers.memory.dismissed, ...this.composer.setAside]);
    }

    /** @param {SchoolGuardContent} content @param {boolean} patient @returns {"go" | SchoolGuardHoldReason} */
    decide(content, patient) {
      const fresh = content.ready && content.key === this.key;
      const askable = this.error === null || !LASTING.includes(this.error.code);
      return SchoolGuard.verdicts.decide({ report: this.shown(), fresh, patient: patient && askable }, this.world.gate());
    }
  }

  /** @param {SchoolGuardComposer} composer @param {SchoolGuardWorld} world @param {AbortSignal} signal */
  SchoolGuard.checker = (composer, world, signal) => new Checker(composer, world, signal);
}
