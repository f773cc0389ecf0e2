// @ts-check
"use strict";
{
  /** What all composers of a page share: the site, the school's policy, and whether the service answers. */

  /** @type {SchoolGuardGatePolicy} */
  const GATE = { on_not_checked: "show", stop_override: "reason" };

  class World {
    /** @param {SchoolGuardSite} site @param {string} host */
    constructor(site, host) {
      this.site = site;
      this.host = host;
      /** @type {SchoolGuardPolicy | null} */
      this.known = null;
      /** @type {Promise<void> | null} */
      this.asking = null;
      this.orphanSaid = false;
    }

    policy() {
      return this.known;
    }

    gate() {
      return this.known?.gate ?? GATE;
    }

    async ready() {
      if (this.known) return;
      this.asking ??= this.learn();
      await this.asking;
    }

    async learn() {
      const reply = await SchoolGuard.ask("policy", {});
      if (reply.ok) this.known = reply.value;
      this.asking = null;
    }

    /** Another policy answers now than the one that is known: learn it. @param {SchoolGuardReport} report */
    checked(report) {
      const known = this.known?.policy;
      if (known && (known.name !== report.policy.name || known.version !== report.policy.version)) this.asking ??= this.learn();
    }

    /** The card, which says what is wrong, opens by itself once when it begins, not on every page and key. @param {SchoolGuardError} error @param {SchoolGuardPanel} panel */
    failed(error, panel) {
      const orphaned = error.code === "orphaned" && !this.orphanSaid;
      if (orphaned) this.orphanSaid = true;
      if (orphaned || (error.first && error.code !== "problem")) panel.open(null, "pointer");
    }

    /** @param {boolean} off */
    turnOff(off) {
      void SchoolGuard.ask("turn_off", { host: this.host, off });
    }
  }

  /** @param {SchoolGuardSite} site @param {string} host @returns {World & SchoolGuardWorld} */
  SchoolGuard.world = (site, host) => new World(site, host);
}
