// @ts-check
"use strict";
{
  const { t } = SchoolGuard.messages;
  const { get, lock, covering } = SchoolGuard.pages;

  /** @param {Parameters<typeof SchoolGuard.ask<"set_settings">>[1]} change */
  async function set(change) {
    const reply = await SchoolGuard.ask("set_settings", change);
    if (reply.ok) show(reply.value);
    return reply;
  }

  /** @param {SchoolGuardSettings} settings @param {string} site */
  function siteRow(settings, site) {
    const box = Object.assign(document.createElement("input"), {
      type: "checkbox",
      checked: !covering(site, settings.offSites),
    });
    box.setAttribute("role", "switch");
    box.disabled = settings.managed.includes("offSites");
    box.onchange = async () => {
      const reply = await SchoolGuard.ask("turn_off", { host: site, off: !box.checked });
      if (reply.ok) show(reply.value);
    };
    const label = document.createElement("label");
    label.className = "switch";
    label.append(Object.assign(document.createElement("span"), { textContent: site }), box);
    const row = document.createElement("li");
    row.append(label);
    if (settings.sites.includes(site)) {
      const remove = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
      remove.setAttribute("aria-label", t("pages.options.remove", { site }));
      remove.disabled = settings.managed.includes("sites");
      remove.onclick = () => void set({ sites: settings.sites.filter((entry) => entry !== site) });
      row.append(remove);
    }
    return row;
  }

  /** @param {SchoolGuardSettings} settings */
  function show(settings) {
    const url = get("service-url", HTMLInputElement);
    if (document.activeElement !== url) url.value = settings.serviceUrl;
    get("try", HTMLButtonElement).onclick = () => void SchoolGuard.ask("open_page", { page: "try" });
    lock(settings, "serviceUrl", [url, get("address-save", HTMLButtonElement)], get("address-managed", HTMLElement));
    const sites = [...new Set([...settings.builtIn, ...settings.sites])];
    get("sites", HTMLUListElement).replaceChildren(...sites.map((site) => siteRow(settings, site)));
    lock(settings, "offSites", [], get("off-managed", HTMLElement));
    lock(
      settings,
      "sites",
      [get("host", HTMLInputElement), get("host-add", HTMLButtonElement)],
      get("sites-managed", HTMLElement),
    );
    const language = get("language", HTMLSelectElement);
    const { languages, language: current } = SchoolGuard.messages;
    language.replaceChildren(
      ...languages().map((code) => new Option(t(`pages.options.language.${code}`), code, false, code === current())),
    );
    lock(settings, "language", [language], get("language-managed", HTMLElement));
  }

  async function showService() {
    const status = await SchoolGuard.pages.status();
    SchoolGuard.pages.showStatus(get("chip", HTMLElement), get("text", HTMLElement), status);
    get("pairing", HTMLFormElement).hidden = status.state !== "not_paired";
  }

  /** @param {string} address */
  function isServiceAddress(address) {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname } = new URL(address);
    return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname));
  }

  function listen() {
    get("address", HTMLFormElement).onsubmit = async (event) => {
      event.preventDefault();
      const said = get("address-said", HTMLElement);
      const address = get("service-url", HTMLInputElement).value.trim();
      const right = isServiceAddress(address);
      said.className = right ? "" : "wrong";
      said.textContent = right ? "" : t("pages.options.address.wrong");
      if (!right || !(await set({ serviceUrl: address })).ok) return;
      said.textContent = t("pages.options.saved");
      await showService();
    };
    get("more", HTMLFormElement).onsubmit = async (event) => {
      event.preventDefault();
      const input = get("host", HTMLInputElement);
      const host = input.value.trim().toLowerCase();
      const right = /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(host);
      get("more-said", HTMLElement).textContent = right ? "" : t("pages.options.more.wrong");
      if (!right) return;
      const now = await SchoolGuard.ask("settings", {});
      if (!now.ok || !(await set({ sites: [...now.value.sites, host] })).ok) return;
      input.value = "";
    };
    get("language", HTMLSelectElement).onchange = async () => {
      const reply = await set({ language: get("language", HTMLSelectElement).value });
      if (!reply.ok) return;
      SchoolGuard.pages.translate(reply.value.language);
      show(reply.value);
      await showService();
    };
    get("forget", HTMLButtonElement).onclick = async () => {
      const reply = await SchoolGuard.ask("forget", {});
      if (reply.ok) get("forgotten", HTMLElement).textContent = t("pages.options.forgotten");
    };
    SchoolGuard.pages.pairing(get("pairing", HTMLFormElement), () => void showService());
  }

  async function start() {
    SchoolGuard.pages.translate(navigator.language);
    get("chip", HTMLElement).textContent = t("pages.state.checking");
    const reply = await SchoolGuard.ask("settings", {});
    SchoolGuard.pages.translate(reply.ok ? reply.value.language : navigator.language);
    listen();
    if (reply.ok) show(reply.value);
    await showService();
  }

  void start();
}
