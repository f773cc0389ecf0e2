// @ts-check
"use strict";
{
  const { t } = SchoolGuard.messages;
  const { get, showStatus, covering } = SchoolGuard.pages;

  /** Host of the page the popup was opened over, "" where the extension may not know it. */
  async function currentHost() {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const url = tab?.url ?? "";
    return url.startsWith("https:") ? new URL(url).hostname : "";
  }

  /** @param {SchoolGuardStatus} status */
  async function showService(status) {
    showStatus(get("chip", HTMLElement), get("text", HTMLElement), status);
    get("pairing", HTMLFormElement).hidden = status.state !== "not_paired";
    const lines = [];
    if (status.state === "ready") {
      const policy = await SchoolGuard.ask("policy", {});
      if (policy.ok) lines.push(t("pages.policy", { name: policy.value.policy.title || policy.value.policy.name }));
    }
    for (const [room, state] of [
      ["pictures", status.health?.pictures],
      ["register", status.health?.register],
    ]) {
      const sentence = t(`pages.${room}.${state}`);
      if (state && !sentence.startsWith("pages.")) lines.push(sentence);
    }
    if (status.version) lines.push(t("pages.version", { version: status.version }));
    const details = get("details", HTMLUListElement);
    details.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    details.hidden = !lines.length;
  }

  /** @param {SchoolGuardSettings} settings @param {string} host */
  function showSite(settings, host) {
    const known = covering(host, [...settings.builtIn, ...settings.sites]);
    const site = known ?? host;
    get("site", HTMLElement).hidden = !host;
    get("site-none", HTMLElement).hidden = Boolean(host);
    if (!host) return;
    get("site-label", HTMLElement).textContent = t("pages.site.switch", { site });
    const box = get("site-switch", HTMLInputElement);
    box.checked = known !== undefined && covering(host, settings.offSites) === undefined;
    SchoolGuard.pages.lock(settings, known ? "offSites" : "sites", [box], get("site-managed", HTMLElement));
    box.onchange = async () => {
      const reply = known
        ? await SchoolGuard.ask("turn_off", { host, off: !box.checked })
        : await SchoolGuard.ask("set_settings", { sites: [...settings.sites, site] });
      if (!reply.ok) return;
      get("site-reload", HTMLElement).textContent = t("pages.reload");
      showSite(reply.value, host);
    };
  }

  async function start() {
    SchoolGuard.pages.translate(navigator.language);
    get("chip", HTMLElement).textContent = t("pages.state.checking");
    const reply = await SchoolGuard.ask("settings", {});
    SchoolGuard.pages.translate(reply.ok ? reply.value.language : navigator.language);
    if (reply.ok) {
      showSite(reply.value, await currentHost());
    }
    get("try", HTMLButtonElement).onclick = () => void SchoolGuard.ask("open_page", { page: "try" });
    get("code-page", HTMLButtonElement).onclick = () => void SchoolGuard.ask("open_page", { page: "pair" });
    get("settings", HTMLButtonElement).onclick = () => void chrome.runtime.openOptionsPage();
    get("again", HTMLButtonElement).onclick = async () => showService(await SchoolGuard.pages.status());
    SchoolGuard.pages.pairing(get("pairing", HTMLFormElement), (status) => void showService(status));
    await showService(await SchoolGuard.pages.status());
  }

  void start();
}
