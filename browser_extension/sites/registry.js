// @ts-check
"use strict";
{
  /** @type {SchoolGuardSite[]} */
  const sites = [];

  /** @param {string} host @param {string} known */
  const belongs = (host, known) => host === known || host.endsWith(`.${known}`);

  SchoolGuard.sites = {
    /** @param {SchoolGuardSite} site */
    register(site) {
      sites.push(site);
    },

    /** What is known of a host; of an unknown one, the generic rules under the host's own name. @param {string} host @returns {SchoolGuardSite} */
    current(host) {
      const found = sites.find((site) => site.hosts.some((known) => belongs(host, known)));
      if (found) return found;
      const generic = sites.find((site) => site.id === "generic");
      return { ...generic, id: "generic", hosts: [host], name: host };
    },
  };
}
