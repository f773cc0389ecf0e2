// @ts-check
/**
 * What somebody has answered, so that nothing is asked twice: per site and handle, and per picture.
 *
 * Neither handle nor picture is kept: every key is an HMAC under a key of this browser. Where the handle is unknown
 * (a shared computer cannot tell who sits there) the answers end with the browser session. Nothing of a draft is here.
 */

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const MOST_ENTRIES = 1000;
const KEY = "memoryKey";
const ENTRIES = "memory";

/**
 * `at` is when something was last said, `times` when each of its values was: an answer ends a year after it was given,
 * whatever was answered beside it since.
 * @typedef {{at: number, values: Record<string, string>, times?: Record<string, number>}} Entry
 */
/** @typedef {Record<string, Entry>} Entries */

/** @returns {Promise<CryptoKey>} */
async function installationKey() {
  const stored = await chrome.storage.local.get(KEY);
  let raw = /** @type {number[] | undefined} */ (stored[KEY]);
  if (!raw) {
    raw = [...crypto.getRandomValues(new Uint8Array(32))];
    await chrome.storage.local.set({ [KEY]: raw });
  }
  return crypto.subtle.importKey("raw", new Uint8Array(raw), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** @param {CryptoKey} key @param {string[]} parts @returns {Promise<string>} */
async function keyed(key, parts) {
  const bytes = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(parts.join("\n")));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {SchoolGuardOwner} owner */
const areaFor = (owner) => (owner.handle === "" ? chrome.storage.session : chrome.storage.local);

/** @param {chrome.storage.StorageArea} area @returns {Promise<Entries>} */
async function entriesOf(area) {
  const stored = await area.get(ENTRIES);
  return /** @type {Entries} */ (stored[ENTRIES] ?? {});
}

/** An entry without the values older than a year. @param {Entry} entry @param {number} now @returns {Entry} */
function renewed(entry, now) {
  const young = Object.entries(entry.values).filter(([name]) => now - (entry.times?.[name] ?? entry.at) < YEAR_MS);
  return { ...entry, values: Object.fromEntries(young) };
}

/** Drop what is older than a year, then the oldest beyond the limit. @param {Entries} entries @param {number} now @returns {Entries} */
export function pruned(entries, now) {
  const young = Object.entries(entries)
    .filter(([, entry]) => now - entry.at < YEAR_MS)
    .map(([name, entry]) => /** @type {[string, Entry]} */ ([name, renewed(entry, now)]));
  young.sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(young.slice(0, MOST_ENTRIES));
}

/** @param {SchoolGuardOwner} owner */
const normal = (owner) => [owner.site, owner.handle.toLowerCase()];

/** @param {SchoolGuardOwner} owner @param {string[]} digests @param {string[]} names @returns {Promise<SchoolGuardMemory>} */
export async function recall(owner, digests, names) {
  const key = await installationKey();
  const entries = pruned(await entriesOf(areaFor(owner)), Date.now());
  /** @param {string[]} parts */
  const valuesOf = async (...parts) => entries[await keyed(key, [...parts, ...normal(owner)])]?.values ?? {};
  const account = await valuesOf("account");
  /** @type {SchoolGuardMemory["pictures"]} */
  const pictures = {};
  for (const digest of digests) pictures[digest] = await valuesOf("picture", digest);
  /** @type {SchoolGuardMemory["people"]} */
  const people = {};
  for (const name of names) people[name] = await valuesOf("person", name.toLowerCase());
  return {
    kind: /** @type {SchoolGuardMemory["kind"]} */ (account.kind ?? ""),
    answers: await valuesOf("answers"),
    pictures,
    people,
    dismissed: Object.keys(await valuesOf("dismissed")),
    notices: Object.keys(await valuesOf("notices")),
  };
}

/** One write at a time: two answers given at once must not lose one another. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** @param {SchoolGuardRequests["remember"][0]} what @returns {Promise<null>} */
export function remember(what) {
  const next = writing.then(() => store(what));
  writing = next.catch(() => undefined);
  return next;
}

/** @param {SchoolGuardRequests["remember"][0]} what @returns {Promise<null>} */
async function store({ owner, kind, answers, picture, person, dismissed, broughtBack, notice }) {
  const key = await installationKey();
  const area = areaFor(owner);
  const entries = await entriesOf(area);
  const now = Date.now();
  /** @param {Record<string, string>} values @param {string[]} parts */
  const add = async (values, ...parts) => {
    const name = await keyed(key, [...parts, ...normal(owner)]);
    const times = Object.fromEntries(Object.keys(values).map((value) => [value, now]));
    entries[name] = { at: now, values: { ...entries[name]?.values, ...values }, times: { ...entries[name]?.times, ...times } };
  };
  if (kind !== undefined) await add({ kind }, "account");
  if (answers !== undefined) await add(answers, "answers");
  if (picture !== undefined) await add(picture.answers, "picture", picture.digest);
  if (person !== undefined) await add(person.answers, "person", person.name.toLowerCase());
  if (dismissed !== undefined) await add({ [dismissed]: "" }, "dismissed");
  // The notice of today takes the place of yesterday's.
  if (notice !== undefined) entries[await keyed(key, ["notices", ...normal(owner)])] = { at: now, values: { [notice]: "" } };
  if (broughtBack !== undefined) {
    const entry = entries[await keyed(key, ["dismissed", ...normal(owner)])];
    for (const fingerprint of broughtBack) delete entry?.values[fingerprint];
  }
  await area.set({ [ENTRIES]: pruned(entries, now) });
  return null;
}

/** Forget every answer. */
export async function forget() {
  await Promise.all([chrome.storage.local.remove(ENTRIES), chrome.storage.session.remove(ENTRIES)]);
  return null;
}
