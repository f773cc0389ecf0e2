// @ts-check
/**
 * Settings and where they come from: the school's own (storage.managed) win over this browser's (storage.local).
 * Read anew each time; nothing is kept in memory, because a service worker loses it at any moment.
 */

import { SITES } from "./sites.js";

export const DEFAULT_SERVICE_URL = "http://127.0.0.1:47615";
const NAMES = /** @type {const} */ (["serviceUrl", "token", "sites", "offSites", "language", "device"]);
const LOOPBACK = new Set(["127.0.0.1"]);

/** @typedef {{serviceUrl: string, token: string, sites: string[], offSites: string[], language: string, device: string}} Values */

/** @returns {Promise<Record<string, unknown>>} */
async function managedValues() {
  try {
    return await chrome.storage.managed.get(null);
  } catch {
    // Firefox rejects when no policy is set.
    return {};
  }
}

/** @param {unknown} value @returns {string[]} */
const hostList = (value) =>
  Array.isArray(value) ? [...new Set(value.map((item) => hostOf(String(item))).filter((host) => host !== ""))] : [];

/** A host as somebody may have typed it ("https://Forum.example/new") or "". @param {string} text */
export function hostOf(text) {
  const trimmed = text.trim();
  const address = trimmed.includes("://") ? trimmed : `https://${trimmed}`;
  if (trimmed === "" || !URL.canParse(address)) return "";
  return new URL(address).hostname;
}

/**
 * The origin of a service address, or "" when it is not one that a draft may be sent to: plain http only on this
 * machine, https anywhere.
 * @param {unknown} text
 */
export function serviceOrigin(text) {
  if (typeof text !== "string" || !URL.canParse(text.trim())) return "";
  const url = new URL(text.trim());
  if (url.protocol === "http:" && url.hostname === "localhost") url.hostname = "127.0.0.1";
  const allowed = url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname));
  return allowed ? url.origin : "";
}

/** @param {string} host */
const coveredBy = (host) => (/** @type {string} */ known) => host === known || host.endsWith(`.${known}`);

/** Every host of the site that this host is one of: a site is off under all its names or under none. @param {string} host @returns {string[]} */
const namesOf = (host) => SITES.find((names) => names.includes(host)) ?? [host];

/**
 * Where nobody has chosen a language, it is the browser's.
 * @param {Record<string, unknown>} local @param {Record<string, unknown>} managed @param {string} [browsers]
 * @returns {Values}
 */
export function merge(local, managed, browsers = "en") {
  const values = { ...local, ...managed };
  return {
    serviceUrl: serviceOrigin(values.serviceUrl) || DEFAULT_SERVICE_URL,
    token: typeof values.token === "string" ? values.token : "",
    sites: hostList(values.sites),
    offSites: [...new Set(hostList(values.offSites).flatMap(namesOf))],
    language: typeof values.language === "string" && values.language !== "" ? values.language : browsers,
    // Whose computer this is, only the school can say.
    device: managed.device === "school" || managed.device === "own" ? managed.device : "",
  };
}

/** @returns {Promise<Values>} */
export async function read() {
  const [local, managed] = await Promise.all([chrome.storage.local.get([...NAMES]), managedValues()]);
  return merge(local, managed, navigator.language);
}

/** @returns {Promise<boolean>} */
export async function isManagedEmpty() {
  return Object.keys(await managedValues()).length === 0;
}

/** What may be shown of them. @returns {Promise<SchoolGuardSettings>} */
export async function view() {
  const [values, managed] = await Promise.all([read(), managedValues()]);
  const { token, ...shown } = values;
  return {
    ...shown,
    paired: token !== "",
    managed: NAMES.filter((name) => name in managed),
    builtIn: builtInHosts(),
  };
}

/** Hosts of the built-in sites. @returns {string[]} */
export const builtInHosts = () => SITES.flat().sort();

/** Switch the site that a host belongs to off for this browser, or on again. @param {string} host @param {boolean} off */
export async function turnOff(host, off) {
  const { offSites, sites } = await read();
  const covers = coveredBy(host);
  const site = [...builtInHosts(), ...sites].find(covers) ?? host;
  const others = offSites.filter((other) => !covers(other) && !namesOf(site).includes(other));
  await write({ offSites: off ? [...others, ...namesOf(site)] : others });
}

/** Names set by the school are left as they are. @param {Record<string, unknown>} changes */
export async function write(changes) {
  const managed = await managedValues();
  /** @type {Record<string, unknown>} */
  const allowed = {};
  for (const name of NAMES) if (name in changes && !(name in managed)) allowed[name] = changes[name];
  if ("sites" in allowed) allowed.sites = hostList(allowed.sites);
  if ("offSites" in allowed) allowed.offSites = hostList(allowed.offSites);
  if ("serviceUrl" in allowed) allowed.serviceUrl = serviceOrigin(allowed.serviceUrl) || DEFAULT_SERVICE_URL;
  // A token belongs to the service that gave it: another address must not receive it.
  if ("serviceUrl" in allowed && !("token" in allowed) && allowed.serviceUrl !== (await read()).serviceUrl) allowed.token = "";
  await chrome.storage.local.set(allowed);
}
