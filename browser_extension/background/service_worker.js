// @ts-check
/** Wires the background: listeners only, registered at once, since a stopped worker is woken by them. */

import { route } from "./router.js";
import * as settings from "./settings.js";
import * as tabs from "./tabs.js";

const RELOADED = "reloadedForManagedValues";
const SETTINGS = ["serviceUrl", "token", "sites", "offSites", "language"];

// Content scripts have no business in the stores: they hold the token.
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return false;
  route(message, sender).then(reply, (error) => reply({ ok: false, error: { code: "problem", message: String(error.name) } }));
  return true;
});

chrome.runtime.onInstalled.addListener(async () => {
  await tabs.register();
  await tabs.fillAll();
  await reloadOnceWhenForced();
});

chrome.runtime.onStartup.addListener(() => void tabs.register());

chrome.runtime.onUpdateAvailable.addListener(() => chrome.runtime.reload());

chrome.storage.onChanged.addListener((changes, area) => {
  if (area !== "managed" && !SETTINGS.some((name) => name in changes)) return;
  void tabs.register().then(() => tabs.tell({ type: "settings_changed" }));
});

/**
 * Right after a forced installation the school's values are not there yet and stay away for the whole session;
 * one reload brings them.
 */
async function reloadOnceWhenForced() {
  const { installType } = await chrome.management.getSelf();
  const stored = await chrome.storage.local.get(RELOADED);
  if (installType !== "admin" || stored[RELOADED] || !(await settings.isManagedEmpty())) return;
  await chrome.storage.local.set({ [RELOADED]: true });
  chrome.runtime.reload();
}
