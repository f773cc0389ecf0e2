import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const PICTURE = { name: "lawn.png", type: "image/png", size: 1000 };
const BLANK = { way: "drop", input: null, target: null, relay: 0 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** One composer's pictures, with a service that takes whatever it is sent; `clock.time` is the time. */
function pictures(reply = { ok: true, value: {} }) {
  const sent = [];
  const clock = { time: 1000, now: () => clock.time };
  const scope = { querySelectorAll: () => [] };
  const globals = {
    MutationObserver: class {
      observe() {}
      disconnect() {}
    },
    HTMLInputElement: class {},
    DOMException,
    Date: clock,
  };
  const guard = load(["core/attachments.js"], globals);
  guard.messages = { t: (key) => key };
  guard.files = { LARGEST: 40_000_000, isPicture: () => true, digest: async (file) => `digest of ${file.name}` };
  guard.ask = async (type, body) => {
    sent.push([type, body.digest]);
    return reply;
  };
  const all = guard.attachments({}, () => scope, () => {}, new AbortController().signal);
  const add = async (file = PICTURE) => {
    all.add([file], BLANK);
    await settled();
    return all.all[0];
  };
  return { all, add, sent, clock };
}

test("a picture that the service forgets after reading it is sent again every time", async () => {
  const { all, add, sent } = pictures();
  const one = await add();
  for (let round = 0; round < 6; round += 1) {
    assert.equal(all.follow(one, ["unknown_picture"]), null);
    assert.equal(one.state, "sending");
    await settled();
    assert.equal(all.follow(one, []), null);
    assert.equal(one.state, "read");
  }
  assert.equal(sent.length, 7);
});

test("a picture that the service never knows is given up, and is not waited for any more", async () => {
  const { all, add, sent } = pictures();
  const one = await add();
  for (let round = 0; round < 9; round += 1) {
    all.follow(one, ["unknown_picture"]);
    await settled();
  }
  assert.equal(sent.length, 3);
  assert.deepEqual(plain(all.follow(one, ["unknown_picture"])), { code: "timeout", message: "picture.not_read" });
  assert.equal(one.state, "skipped");
});

test("what the service said of a picture that it did not take is passed on", async () => {
  const { all, add } = pictures({ ok: false, error: { code: "problem", message: "No room for it." } });
  const one = await add();
  for (let round = 0; round < 3; round += 1) {
    all.follow(one, ["unknown_picture"]);
    await settled();
  }
  assert.equal(all.follow(one, ["unknown_picture"]).message, "No room for it.");
});

test("a file that is too large is never sent and never waited for", async () => {
  const { all, add, sent } = pictures();
  const one = await add({ ...PICTURE, size: 40_000_001 });
  assert.equal(all.follow(one, ["unknown_picture"]).code, "too_large");
  assert.deepEqual([one.state, sent], ["skipped", []]);
});

test("a picture that is being read for ever is given up after a minute, and tried anew when asked to", async () => {
  const { all, add, clock } = pictures();
  const one = await add();
  assert.equal(all.follow(one, ["pending"]), null);
  clock.time += 30_000;
  assert.equal(all.follow(one, ["pending"]), null);
  assert.equal(one.state, "pending");
  clock.time += 31_000;
  assert.equal(all.follow(one, ["pending"]).code, "timeout");
  assert.equal(one.state, "skipped");
  all.tryAgain();
  assert.equal(all.follow(one, ["pending"]), null);
});
