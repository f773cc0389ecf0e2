// @ts-check
/** What each message does. Pages of the web may ask less than the extension's own pages. */

import * as memory from "./memory.js";
import * as settings from "./settings.js";
import * as state from "./state.js";
import * as tabs from "./tabs.js";
import * as transport from "./transport.js";

const POLICY = "policySummary";

/** Only the popup and the options page may do these: a page of the web must not redirect drafts to another address. */
const OWN_PAGES_ONLY = new Set(["pair", "set_settings", "forget", "open_page"]);

/**
 * A call about a draft: how it went is the state of the service that pages are told of.
 * @template T @param {Promise<SchoolGuardReply<T>>} call @returns {Promise<SchoolGuardReply<T>>}
 */
async function noted(call) {
  const { reply, recovered } = await state.note(await call);
  if (recovered) void tabs.tell({ type: "service_ready" });
  return reply;
}

/**
 * A call beside it: that it works is worth noting, but a failure is kept for the draft, where somebody reads of it.
 * @template T @param {Promise<SchoolGuardReply<T>>} call @returns {Promise<SchoolGuardReply<T>>}
 */
async function aside(call) {
  const reply = await call;
  return reply.ok ? noted(Promise.resolve(reply)) : reply;
}

/** @template T @param {T} value @returns {SchoolGuardReply<T>} */
const done = (value) => ({ ok: true, value });

/** @returns {Promise<SchoolGuardReply<SchoolGuardPolicy>>} the policy, as last seen when the service is away */
async function policy() {
  const reply = await aside(transport.policy());
  if (reply.ok) {
    await chrome.storage.local.set({ [POLICY]: reply.value });
    return reply;
  }
  const stored = (await chrome.storage.local.get(POLICY))[POLICY];
  return stored ? done(/** @type {SchoolGuardPolicy} */ (stored)) : reply;
}

/** @returns {Promise<SchoolGuardReply<SchoolGuardStatus>>} */
async function status() {
  const { version } = chrome.runtime.getManifest();
  const health = await transport.health();
  if (!health.ok) return done({ state: health.error.code, message: health.error.message, version, health: null });
  // Health needs no token; whether ours is known shows only on a route that does.
  const known = await aside(transport.policy());
  return done({
    state: known.ok ? "ready" : known.error.code,
    message: known.ok ? "" : known.error.message,
    version,
    health: health.value,
  });
}

/** @param {{code: string, serviceUrl?: string}} body @returns {Promise<SchoolGuardReply<SchoolGuardStatus>>} */
async function pair({ code, serviceUrl }) {
  const wanted = serviceUrl === undefined ? (await settings.read()).serviceUrl : settings.serviceOrigin(serviceUrl);
  if (wanted === "") return { ok: false, error: { code: "refused", message: "" } };
  const reply = await transport.pair(code.replace(/\D/g, ""), wanted);
  if (!reply.ok) return reply;
  await settings.write({ serviceUrl: wanted, token: reply.value.token });
  return status();
}

/**
 * The service's pages refuse what a page opens, a link on ours too (the browser calls it cross-site), and take a tab
 * that the browser opens. Without the one-time link the page says where to find it.
 * @param {{page: "try" | "pair"}} body @returns {Promise<SchoolGuardReply<null>>}
 */
async function openPage({ page }) {
  const link = page === "try" ? await transport.startLink() : null;
  const path = page === "pair" ? "/pair" : "/";
  const url = link?.ok ? link.value.url : new URL(path, (await settings.read()).serviceUrl).href;
  await chrome.tabs.create({ url });
  return done(null);
}

/** The draft, with whose computer it is written on where the school has said so. @param {SchoolGuardDraft} draft */
async function onDevice(draft) {
  const { device } = await settings.read();
  return device === "" ? draft : { ...draft, answers: { ...draft.answers, device } };
}

/** @type {{[K in SchoolGuardRequestType]: (body: SchoolGuardRequests[K][0]) => Promise<SchoolGuardReply<SchoolGuardRequests[K][1]>>}} */
const handlers = {
  check: async ({ draft, language }) => noted(transport.check(await onDevice(draft), language)),
  put_picture: ({ digest, file }) => aside(transport.putPicture(digest, file)),
  policy,
  outcomes: async ({ outcomes }) => {
    // Counting is a help for the school; where it fails nobody who writes a post need hear of it.
    await aside(transport.outcomes(outcomes));
    return done(null);
  },
  pair,
  settings: async () => done(await settings.view()),
  set_settings: async (changes) => {
    const { serviceUrl, sites, language } = changes;
    const given = Object.entries({ serviceUrl, sites, language }).filter(([, value]) => value !== undefined);
    await settings.write(Object.fromEntries(given));
    return done(await settings.view());
  },
  status,
  recall: async ({ owner, digests, people }) => done(await memory.recall(owner, digests, people)),
  remember: async (what) => done(await memory.remember(what)),
  turn_off: async ({ host, off }) => {
    await settings.turnOff(host, off);
    return done(await settings.view());
  },
  forget: async () => done(await memory.forget()),
  open_page: openPage,
};

/**
 * @param {{type: SchoolGuardRequestType, body: any}} message @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<SchoolGuardReply<unknown>>}
 */
export async function route(message, sender) {
  const handler = Object.hasOwn(handlers, message?.type) ? handlers[message.type] : null;
  const own = sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
  if (!handler || (OWN_PAGES_ONLY.has(message.type) && !own)) {
    return { ok: false, error: { code: "refused", message: "" } };
  }
  return handler(message.body ?? {});
}
