// @ts-check
"use strict";
{
  /**
   * Leave to publish exactly one content exactly once.
   *
   * A press is several events (pointer, mouse, click, submit): the first of them takes the pass, the rest of the same press
   * go along, each kind once. Any later press waits until the site has had time; a site that takes five seconds to clear
   * its composer must not get the post a second time.
   */
  const ARMED_MS = 60_000;
  const SAME_PRESS_MS = 3_000;
  const SITE_HAS_TIME_MS = 6_000;
  const AFTER_CLICK = new Set(["submit", "school-guard:submit"]);

  class Pass {
    /** @param {string} key of the content @param {number} now ms */
    constructor(key, now) {
      this.key = key;
      /** @type {"armed" | "used" | "clicked"} */
      this.state = "armed";
      this.at = now;
      this.press = 0;
      /** @type {Set<string>} */
      this.seen = new Set();
    }

    /** Our own click has just gone out; the submission that it may cause goes along. @param {number} now */
    clicked(now) {
      this.state = "clicked";
      this.at = now;
      this.seen.clear();
    }

    /** Wait for the person to press. @param {number} now */
    arm(now) {
      this.state = "armed";
      this.at = now;
      this.seen.clear();
    }

    /**
     * @param {{type: string, repeat: boolean}} event @param {number} press number of the person's press @param {number} now
     * @returns {"allow" | "wait" | "over"}
     */
    use(event, press, now) {
      const age = now - this.at;
      if (this.state === "armed") {
        if (age > ARMED_MS) return "over";
        if (event.repeat) return "wait";
        this.state = "used";
        this.press = press;
        this.at = now;
        this.seen.add(event.type);
        return "allow";
      }
      const along = this.state === "clicked" ? AFTER_CLICK.has(event.type) : press === this.press;
      if (along && age < SAME_PRESS_MS && !event.repeat && !this.seen.has(event.type)) {
        this.seen.add(event.type);
        return "allow";
      }
      return age < SITE_HAS_TIME_MS ? "wait" : "over";
    }
  }

  /** @param {string} key @param {number} now */
  const make = (key, now) => new Pass(key, now);
  SchoolGuard.pass = Object.assign(make, { siteHasTime: SITE_HAS_TIME_MS });
}
