// @ts-check
"use strict";
{
  /**
   * Stands between the person's press and the page. Listens on the window, in capture, from document_start on, so that it is
   * asked before any handler of the page; what it holds, the page never sees.
   */

  const TYPES = [
    "pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "click",
    "keydown", "keypress", "keyup", "submit", "school-guard:submit",
  ];
  const COMMITS = new Set(["click", "keydown", "submit", "school-guard:submit"]);
  const SHOW_WAIT_AFTER_MS = 250;
  const WORDS_WAIT_MS = 3_000;
  const PICTURES_WAIT_MS = 6_000;

  /** @param {number} ms @returns {Promise<"time">} */
  const after = (ms) => new Promise((resolve) => setTimeout(() => resolve("time"), ms));

  class Gate {
    /** @param {SchoolGuardComposers} composers @param {SchoolGuardWorld} world @param {AbortSignal} signal */
    constructor(composers, world, signal) {
      this.composers = composers;
      this.world = world;
      /** Number of the person's press: one pointer or key going down and all that follows from it. */
      this.press = 0;
      this.heldPress = -1;
      this.isReplaying = false;
      /** What was let through last, after a decision. @type {{scope: Element | null, press: number, at: number}} */
      this.sent = { scope: null, press: -1, at: 0 };
      this.trustedOnly = world.site.trustedOnly === true;
      for (const type of TYPES) {
        window.addEventListener(type, (event) => this.meet(event), { capture: true, passive: false, signal });
      }
    }

    /** @param {Event} event */
    meet(event) {
      const repeat = event instanceof KeyboardEvent && event.repeat;
      if (event.isTrusted && (event.type === "pointerdown" || (event.type === "keydown" && !repeat))) this.press += 1;
      if (this.isReplaying && !event.type.endsWith("submit")) return;
      const path = event.composedPath();
      if (SchoolGuard.finder.isOurs(path)) return;
      const attempt = SchoolGuard.attempts.of(event, path, this.composers, this.world.site);
      if (!attempt) return;
      if (!this.mayPass(event, attempt, repeat)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    }

    /** @param {Event} event @param {SchoolGuardAttempt} attempt @param {boolean} repeat @returns {boolean} */
    mayPass(event, attempt, repeat) {
      const { composer } = attempt;
      const commits = COMMITS.has(event.type);
      if (composer.isHeld && !this.isReplaying) return false;
      const content = composer.content();
      if (content.empty) return !this.isStillSending(event, composer);
      const leave = this.byPass(composer, content, event, repeat);
      if (leave !== null) return leave;
      const decision = composer.checker.decide(content, true);
      // A press whose beginning was held is held to its end: a page that acts on the beginning would never see it.
      if (decision === "go" && this.heldPress !== this.press) {
        if (commits) composer.attachments.noteSent();
        return true;
      }
      if (event.isTrusted) this.heldPress = this.press;
      if (commits) void this.hold(attempt, content);
      else if (decision === "stale") composer.checker.scheduler.now();
      return false;
    }

    /**
     * The editor is empty already, but the page that was given a post a moment ago may still hold its words: a press in
     * between would send them again.
     * @param {Event} event @param {SchoolGuardComposer} composer
     */
    isStillSending(event, composer) {
      if (event.type !== "click" && event.type !== "keydown") return false;
      const { scope, press, at } = this.sent;
      return scope === composer.scope() && press !== this.press && performance.now() - at < SchoolGuard.pass.siteHasTime;
    }

    /** @param {SchoolGuardComposer} composer */
    noteSent(composer) {
      composer.attachments.noteSent();
      this.sent = { scope: composer.scope(), press: this.press, at: performance.now() };
    }

    /**
     * What an earlier decision says of this event; null when there is none.
     * @param {SchoolGuardComposer} composer @param {SchoolGuardContent} content @param {Event} event @param {boolean} repeat
     * @returns {boolean | null}
     */
    byPass(composer, content, event, repeat) {
      const { pass } = composer;
      if (!pass) return null;
      if (pass.key === content.key) {
        const answer = pass.use({ type: event.type, repeat }, this.press, performance.now());
        if (answer === "allow") {
          this.noteSent(composer);
          return true;
        }
        if (answer === "wait") {
          if (event.type === "click" || event.type === "keydown") composer.panel.notify("gate.wait");
          return false;
        }
      }
      composer.pass = null;
      return null;
    }

    /** Ask, and publish when that is the answer. @param {SchoolGuardAttempt} attempt @param {SchoolGuardContent} content */
    async hold(attempt, content) {
      const { composer } = attempt;
      composer.isHeld = true;
      this.heldPress = -1;
      try {
        const decision = await this.settle(composer, content);
        const settled = composer.content();
        if (decision === "change") return;
        const unanswered = decision === "go" && !composer.checker.error && composer.checker.decide(settled, true) !== "go";
        if (settled.words !== content.words) {
          composer.panel.notify("gate.changed");
          return;
        }
        if (decision !== "go") {
          const { choice, reason } = await composer.panel.hold(composer.state(), decision);
          const now = composer.state();
          const why = composer.checker.decide(settled, false);
          if (choice !== "post" || (why !== "go" && SchoolGuard.dialog.isFinal(now, why))) return;
          if (why !== "go") composer.outcomes.posted(SchoolGuard.dialog.held(now, why), reason);
        }
        if (composer.content().key !== settled.key) {
          composer.panel.notify("gate.changed");
          return;
        }
        composer.pass = SchoolGuard.pass(settled.key, performance.now());
        if (unanswered) composer.panel.notify("gate.unchecked");
      } finally {
        composer.isHeld = false;
      }
      await this.publish(attempt);
    }

    /**
     * Wait shortly for what is not known yet, then decide without it.
     * @param {SchoolGuardComposer} composer @param {SchoolGuardContent} content
     * @returns {Promise<"go" | "change" | SchoolGuardHoldReason>}
     */
    async settle(composer, content) {
      const first = composer.checker.decide(content, true);
      if (first !== "stale" && first !== "pending") return first;
      const limit = content.media.length > 0 ? PICTURES_WAIT_MS : WORDS_WAIT_MS;
      const ending = new AbortController();
      const ready = SchoolGuard.untilSettled(composer, ending.signal);
      const asked = after(SHOW_WAIT_AFTER_MS).then(async () => {
        if (ending.signal.aborted) return "time";
        const { choice } = await composer.panel.hold(composer.state(), first, ending.signal);
        return ending.signal.aborted ? "time" : choice;
      });
      const stopped = asked.then((answer) => (answer === "time" ? new Promise(() => {}) : answer));
      const result = await Promise.race([ready, after(limit), stopped]);
      ending.abort();
      if (result === "change") return "change";
      return composer.checker.decide(composer.content(), false);
    }

    /** Once by script where the page takes that, otherwise by the person's next press. @param {SchoolGuardAttempt} attempt */
    async publish(attempt) {
      const { composer } = attempt;
      const pass = /** @type {SchoolGuardPass} */ (composer.pass);
      if (this.trustedOnly) {
        composer.panel.notify("gate.press_again");
        return;
      }
      pass.clicked(performance.now());
      this.noteSent(composer);
      this.isReplaying = true;
      let reacting;
      try {
        reacting = SchoolGuard.replay(attempt);
      } finally {
        this.isReplaying = false;
      }
      const reacted = await reacting;
      if (reacted) await after(SchoolGuard.pass.siteHasTime);
      else this.trustedOnly = true;
      if (composer.pass !== pass || (reacted && composer.content().key !== pass.key)) return;
      // What a page has begun with may take it longer than that: pressing again is then nobody's advice but the person's own.
      pass.arm(performance.now());
      composer.panel.notify(reacted ? "gate.wait" : "gate.press_again");
    }
  }

  /** @param {SchoolGuardComposers} composers @param {SchoolGuardWorld} world @param {AbortSignal} signal */
  SchoolGuard.gate = (composers, world, signal) => new Gate(composers, world, signal);
}
