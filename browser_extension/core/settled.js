// @ts-check
"use strict";
{
  const TRY_AGAIN_MS = 100;

  /**
   * Resolves when everything in the composer has been checked, words and pictures, or cannot be: the service, asked anew,
   * does not answer. Driven by the checks themselves, which repeat until the service has read every picture.
   * @param {SchoolGuardComposer} composer @param {AbortSignal} signal @returns {Promise<"ready">}
   */
  SchoolGuard.untilSettled = async function untilSettled(composer, signal) {
    for (;;) {
      await composer.checker.scheduler.now();
      const decision = composer.checker.decide(composer.content(), true);
      if (signal.aborted || composer.checker.error || (decision !== "stale" && decision !== "pending")) return "ready";
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  };
}
