import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { load } from "./load.mjs";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** @param {() => Promise<void>} run */
function make(run) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const life = new AbortController();
  const { scheduler } = load(["core/scheduler.js"], { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout });
  return { scheduler: scheduler(run, life.signal), life };
}

test("many changes are one check, a while after the last", async (t) => {
  let runs = 0;
  const { scheduler } = make(async () => {
    runs += 1;
  });
  t.after(() => mock.timers.reset());
  for (let key = 0; key < 10; key += 1) {
    scheduler.soon();
    mock.timers.tick(50);
  }
  assert.equal(runs, 0);
  mock.timers.tick(120);
  await settle();
  assert.equal(runs, 1);
});

test("one at a time, and what came in meanwhile is checked once more", async (t) => {
  let runs = 0;
  /** @type {(() => void)[]} */
  const ends = [];
  const { scheduler } = make(() => {
    runs += 1;
    return new Promise((resolve) => ends.push(resolve));
  });
  t.after(() => mock.timers.reset());
  const first = scheduler.now();
  const second = scheduler.now();
  scheduler.now();
  assert.equal(runs, 1);
  ends[0]();
  await settle();
  assert.equal(runs, 2);
  ends[1]();
  await Promise.all([first, second]);
  assert.equal(runs, 2);
});

test("nothing runs after the end", async (t) => {
  let runs = 0;
  const { scheduler, life } = make(async () => {
    runs += 1;
  });
  t.after(() => mock.timers.reset());
  scheduler.soon();
  life.abort();
  mock.timers.tick(500);
  await scheduler.now();
  assert.equal(runs, 0);
});
