// @ts-check
"use strict";
{
  /** Wires one page: starts at once, and stops when the site is switched off or the extension has been replaced. */

  const TAKEN_OVER = "school-guard:taken-over";

  /** A frame without an address of its own belongs to the page around it. */
  const host = location.hostname || hostOf(location.ancestorOrigins[0] ?? self.origin);
  const site = SchoolGuard.sites.current(host);

  /** @param {string} origin */
  function hostOf(origin) {
    return URL.canParse(origin) ? new URL(origin).hostname : "";
  }

  /** @type {AbortController | null} */
  let life = null;
  let isOff = false;
  /** @type {SchoolGuardComposers | null} */
  let composers = null;

  function start() {
    if (life && !isOff) return;
    leave();
    life = new AbortController();
    const { signal } = life;
    const world = SchoolGuard.world(site, host);
    const own = SchoolGuard.composers(world);
    composers = own;
    SchoolGuard.gate(own, world, signal);
    SchoolGuard.arrivals(own, signal);
    for (const type of ["focusin", "input"]) {
      window.addEventListener(type, (event) => {
        const path = event.composedPath();
        if (!SchoolGuard.finder.isOurs(path)) own.ofEvent(path);
      }, { capture: true, passive: true, signal });
    }
    window.addEventListener("focusout", () => queueMicrotask(() => own.prune()), { capture: true, passive: true, signal });
    chrome.runtime.onMessage.addListener(function listen(message) {
      if (signal.aborted) chrome.runtime.onMessage.removeListener(listen);
      else if (message?.type === "service_ready") for (const composer of own.all) void composer.checker.afresh();
    });
    // What stands beside a composer of this frame stands in the page around it, and does not leave with the frame.
    window.addEventListener("pagehide", () => SchoolGuard.frames.isInside() && own.clear(), { signal });
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active && active !== document.body) own.ofEvent([active]);
  }

  /** Only badges from here on, which say "off here" and offer the way back. */
  function stop() {
    const own = composers;
    if (!life || isOff || !own) return;
    own.rest();
    life.abort();
    life = new AbortController();
    isOff = true;
    const { signal } = life;
    window.addEventListener("focusin", (event) => {
      const path = event.composedPath();
      if (!SchoolGuard.finder.isOurs(path)) own.ofEvent(path)?.rest();
    }, { capture: true, passive: true, signal });
    window.addEventListener("focusout", () => queueMicrotask(() => own.prune()), { capture: true, passive: true, signal });
  }

  function leave() {
    life?.abort();
    life = null;
    isOff = false;
    composers?.clear();
  }

  async function followSettings() {
    const reply = await SchoolGuard.ask("settings", {});
    if (!reply.ok) return;
    const { offSites, sites, language, builtIn } = reply.value;
    SchoolGuard.messages.use(language);
    const covers = (/** @type {string} */ known) => host === known || host.endsWith(`.${known}`);
    if (!builtIn.some(covers) && !sites.some(covers)) leave();
    else if (offSites.some(covers)) stop();
    else start();
  }

  /** A page that writes itself anew (document.open) has taken every listener off itself; the composers are gone with the rest. */
  function startOver() {
    if (!life) return;
    leave();
    start();
    void followSettings();
  }
  let page = document.documentElement;
  new MutationObserver(() => {
    const before = page;
    page = document.documentElement ?? before;
    if (before && page !== before) startOver();
  }).observe(document, { childList: true });

  // At once, not after the settings are known: the gate must be there before the page's first script.
  start();
  void followSettings();
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.type === "settings_changed") void followSettings();
  });

  // A new version of the extension has put its own scripts into this page: the old ones leave. A page cannot use this to
  // switch us off, since a script that is not cut off does not listen.
  document.dispatchEvent(new CustomEvent(TAKEN_OVER));
  document.addEventListener(TAKEN_OVER, () => SchoolGuard.isOrphaned() && leave());
}
