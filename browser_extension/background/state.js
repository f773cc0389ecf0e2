// @ts-check
/**
 * Whether the service answers, so that a change is said once and not on every page and keystroke.
 * Kept in storage.session: a service worker is stopped after half a minute of rest.
 */

const NAME = "serviceState";

/** Errors that say something about the service; any other is about one request. */
const STATES = new Set(["unreachable", "not_paired", "refused", "timeout"]);

/** @returns {Promise<string>} */
export async function last() {
  const stored = await chrome.storage.session.get(NAME);
  return /** @type {string | undefined} */ (stored[NAME]) ?? "ready";
}

/**
 * Note how a call went. `first` marks the error that begins a new state.
 * @template T @param {SchoolGuardReply<T>} reply
 * @returns {Promise<{reply: SchoolGuardReply<T>, recovered: boolean}>}
 */
export async function note(reply) {
  const before = await last();
  const state = reply.ok || !STATES.has(reply.error.code) ? "ready" : reply.error.code;
  if (state !== before) await chrome.storage.session.set({ [NAME]: state });
  if (!reply.ok) reply = { ok: false, error: { ...reply.error, first: state !== before } };
  return { reply, recovered: before !== "ready" && state === "ready" };
}
