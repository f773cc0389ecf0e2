// @ts-check
"use strict";
{
  /** When to check: a while after the last change, one at a time, the newest wins. */
  class Scheduler {
    /** @param {() => Promise<void>} run @param {AbortSignal} signal @param {number} [delay] ms */
    constructor(run, signal, delay = 120) {
      this.run = run;
      this.signal = signal;
      this.delay = delay;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
      /** @type {Promise<void> | null} */
      this.running = null;
      this.again = false;
      signal.addEventListener("abort", () => clearTimeout(this.timer), { once: true });
    }

    /** @param {number} [delay] ms */
    soon(delay = this.delay) {
      clearTimeout(this.timer);
      if (this.signal.aborted) return;
      this.timer = setTimeout(() => void this.now(), delay);
    }

    /** Resolves when a run that began after this call has ended. @returns {Promise<void>} */
    async now() {
      clearTimeout(this.timer);
      if (this.running) {
        this.again = true;
        await this.running;
        return;
      }
      this.running = this.loop();
      await this.running;
    }

    async loop() {
      try {
        do {
          this.again = false;
          if (this.signal.aborted) return;
          await this.run();
        } while (this.again);
      } finally {
        this.running = null;
      }
    }
  }

  /** @param {() => Promise<void>} run @param {AbortSignal} signal @param {number} [delay] */
  SchoolGuard.scheduler = (run, signal, delay) => new Scheduler(run, signal, delay);
}
