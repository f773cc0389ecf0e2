// @ts-check
"use strict";
{
  /** The one global of the content scripts; every file adds its room to it. Loaded first. */
  const rooms = /** @type {any} */ ({});
  globalThis.SchoolGuard = rooms;

  /** After an update of the extension this page still runs the old scripts, cut off from it. */
  rooms.isOrphaned = () => chrome.runtime?.id === undefined;

  /**
   * Ask the background. Never rejects: what goes wrong is a reply too.
   * @param {SchoolGuardRequestType} type @param {unknown} body @returns {Promise<SchoolGuardReply<any>>}
   */
  rooms.ask = async function ask(type, body) {
    /** @param {SchoolGuardErrorCode} code @returns {SchoolGuardReply<any>} */
    const failed = (code) => ({ ok: false, error: { code, message: "" } });
    if (rooms.isOrphaned()) return failed("orphaned");
    try {
      const reply = await chrome.runtime.sendMessage({ type, body });
      return reply ?? failed("unreachable");
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return failed(rooms.isOrphaned() || /context invalidated/i.test(error.message) ? "orphaned" : "unreachable");
    }
  };
}
