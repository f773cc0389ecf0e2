// @ts-check
/**
 * Getting our scripts into pages: sites that were turned on, and tabs that were open before us.
 *
 * The manifest names only the built-in sites. For any other site the scripts are registered when, and only when, the
 * settings name its host, so that on the rest of the web (a bank, a clinic) not a line of ours is ever loaded.
 */

import * as settings from "./settings.js";

const PREFIX = "site:";

/** @param {string} host */
const matchesOf = (host) => [`https://${host}/*`];

/** @returns {{js: string[], world: chrome.scripting.ExecutionWorld}[]} */
function scriptSets() {
  const declared = chrome.runtime.getManifest().content_scripts ?? [];
  return declared.map((entry) => ({
    js: entry.js ?? [],
    world: /** @type {{world?: chrome.scripting.ExecutionWorld}} */ (entry).world ?? /** @type {any} */ ("ISOLATED"),
  }));
}

/** @returns {Promise<string[]>} hosts beyond the built-in ones, without those that are covered already */
async function extraHosts() {
  const { sites } = await settings.read();
  const builtIn = settings.builtInHosts();
  return sites.filter((host) => !builtIn.some((known) => host === known || host.endsWith(`.${known}`)));
}

/** One at a time: two changes of the settings must not register the same script twice. @type {Promise<unknown>} */
let registering = Promise.resolve();

/** Bring the registered scripts in line with the settings. */
export function register() {
  registering = registering.then(registerNow, registerNow);
  return registering;
}

async function registerNow() {
  const hosts = await extraHosts();
  const sets = scriptSets();
  const wanted = hosts.flatMap((host) => sets.map((set, index) => ({ id: `${PREFIX}${host}:${index}`, host, set })));
  const present = (await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id);
  const gone = present.filter((id) => !wanted.some((script) => script.id === id));
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone });
  const missing = wanted.filter((script) => !present.includes(script.id));
  if (missing.length === 0) return;
  await chrome.scripting.registerContentScripts(
    missing.map(({ id, host, set }) => ({
      id,
      matches: matchesOf(host),
      js: set.js,
      world: set.world,
      runAt: "document_start",
      allFrames: true,
      matchOriginAsFallback: true,
    })),
  );
  await fill([...new Set(missing.map(({ host }) => host))].flatMap(matchesOf));
}

/** Put the scripts into open tabs that do not have them. @param {string[]} matches */
async function fill(matches) {
  const tabs = await chrome.tabs.query({ url: matches, discarded: false });
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? undefined : inject(tab.id))));
}

/** @param {number} tabId */
async function inject(tabId) {
  const frames = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => "SchoolGuard" in globalThis,
  });
  const frameIds = frames.filter((frame) => frame.result === false).map((frame) => frame.frameId);
  if (frameIds.length === 0) return;
  for (const set of scriptSets()) {
    await chrome.scripting.executeScript({ target: { tabId, frameIds }, files: set.js, world: set.world, injectImmediately: true });
  }
}

/** Fill every open tab of every site that is on. */
export async function fillAll() {
  const hosts = await extraHosts();
  const builtIn = settings.builtInHosts().map((host) => `https://*.${host}/*`);
  await fill([...builtIn, ...hosts.flatMap(matchesOf)]);
}

/** Tell every page of ours. @param {{type: "settings_changed" | "service_ready"}} message */
export async function tell(message) {
  const tabs = await chrome.tabs.query({});
  // Most tabs have no script of ours, and sending to them rejects.
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? undefined : chrome.tabs.sendMessage(tab.id, message))));
}
