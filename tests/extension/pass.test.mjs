import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { pass } = load(["core/pass.js"]);
const press = (type) => ({ type, repeat: false });
const POINTER = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "submit"];

test("one press is many events, and all of them pass", () => {
  const leave = pass("content", 0);
  assert.deepEqual(POINTER.map((type, index) => leave.use(press(type), 1, index * 10)), POINTER.map(() => "allow"));
});

test("a second press waits while a slow site is still busy with the first", () => {
  const leave = pass("content", 0);
  for (const type of POINTER) leave.use(press(type), 1, 10);
  for (const now of [300, 2000, 5000]) assert.equal(leave.use(press("click"), 2, now), "wait");
});

test("after that it is over, and is decided anew", () => {
  const leave = pass("content", 0);
  leave.use(press("click"), 1, 10);
  assert.equal(leave.use(press("click"), 2, 10 + pass.siteHasTime), "over");
});

test("a page cannot get two clicks or two submissions out of one press", () => {
  const leave = pass("content", 0);
  assert.equal(leave.use(press("click"), 1, 0), "allow");
  assert.equal(leave.use(press("click"), 1, 5), "wait");
  assert.equal(leave.use(press("submit"), 1, 6), "allow");
  assert.equal(leave.use(press("submit"), 1, 7), "wait");
});

test("a key that is held down publishes once", () => {
  const leave = pass("content", 0);
  assert.equal(leave.use({ type: "keydown", repeat: false }, 1, 0), "allow");
  assert.equal(leave.use({ type: "keydown", repeat: true }, 1, 40), "wait");
});

test("after our own click only the submission that it causes goes along", () => {
  const leave = pass("content", 0);
  leave.clicked(0);
  assert.equal(leave.use(press("click"), 1, 5), "wait");
  assert.equal(leave.use(press("submit"), 1, 5), "allow");
  assert.equal(leave.use(press("submit"), 1, 6), "wait");
});

test("armed again, the person's own press goes through", () => {
  const leave = pass("content", 0);
  leave.clicked(0);
  leave.arm(7000);
  assert.equal(leave.use(press("pointerdown"), 4, 9000), "allow");
  assert.equal(leave.use(press("click"), 4, 9100), "allow");
  assert.equal(leave.use(press("click"), 5, 9500), "wait");
});

test("leave that nobody used is over after a minute", () => {
  const leave = pass("content", 0);
  assert.equal(leave.use(press("click"), 1, 60_001), "over");
});
