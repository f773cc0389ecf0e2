import assert from "node:assert/strict";
import { test } from "node:test";
import { route } from "../../browser_extension/background/router.js";

/** A browser as far as the background needs one, with a service that does not answer. */
function alone() {
  const area = (/** @type {Record<string, unknown>} */ values) => ({
    get: async () => values,
    set: async (/** @type {Record<string, unknown>} */ more) => void Object.assign(values, more),
  });
  Object.assign(globalThis, {
    chrome: {
      runtime: { getURL: () => "chrome-extension://ours/" },
      storage: { local: area({ token: "t" }), session: area({}), managed: area({}) },
    },
    fetch: async () => {
      throw new TypeError("nobody there");
    },
  });
  Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
}

test("a picture that cannot be sent leaves it to the draft to say that nobody answers", async () => {
  alone();
  const sender = /** @type {any} */ ({ url: "https://x.com/home" });
  const ask = (/** @type {string} */ type, /** @type {unknown} */ body) => route(/** @type {any} */ ({ type, body }), sender);
  const sent = await ask("put_picture", { digest: "d", file: new Blob(["x"]) });
  assert.equal(sent.ok, false);
  const checks = [];
  for (let at = 0; at < 2; at += 1) checks.push(/** @type {any} */ (await ask("check", { draft: {}, language: "en" })));
  assert.deepEqual(checks.map(({ error }) => [error.code, error.first]), [["unreachable", true], ["unreachable", false]]);
});
