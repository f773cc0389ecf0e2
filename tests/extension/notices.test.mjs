import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const notice = (/** @type {string} */ fingerprint) => ({ requirement: "B6", severity: "advise", fingerprint });
const other = { requirement: "B1", severity: "warn", fingerprint: "b1" };

/** A composer as far as its checker needs one; the service answers with these findings. */
function composing(findings, memory = { notices: [], dismissed: [] }) {
  const asked = [];
  const content = { empty: false, ready: true, key: "a", media: [], texts: [{ text: "Hello" }] };
  const answers = {
    memory,
    load: async () => {},
    noticed(fingerprint) {
      memory.notices.push(fingerprint);
      asked.push(fingerprint);
    },
  };
  const composer = {
    answers,
    content: () => content,
    to: () => "",
    ordered: () => [],
    draft: () => ({}),
    show: () => {},
    outcomes: { forget() {}, seen() {} },
    setAside: new Set(),
    attachments: { current: () => [] },
  };
  const report = { findings, skipped: [], suppressed: [], verdict: "clear" };
  const SchoolGuard = load(["core/verdicts.js", "core/checker.js"], {});
  SchoolGuard.scheduler = () => ({ soon() {}, now: async () => {} });
  SchoolGuard.messages = { language: () => "en" };
  SchoolGuard.ask = async () => ({ ok: true, value: { ...report, findings: composer.findings ?? findings } });
  const world = { ready: async () => {}, checked() {}, gate: () => ({}) };
  const checker = SchoolGuard.checker(composer, world, new AbortController().signal);
  const shown = () => plain(checker.shown()?.findings ?? []).map((finding) => finding.fingerprint);
  return { checker, composer, content, memory, asked, shown };
}

test("the day's notice stays while its draft is written, and is kept for the day", async () => {
  const { checker, content, memory, asked, shown } = composing([notice("today"), other]);
  await checker.run();
  assert.deepEqual(shown(), ["today", "b1"]);
  content.key = "b";
  await checker.run();
  assert.deepEqual(shown(), ["today", "b1"]);
  assert.deepEqual(memory.notices, ["today"]);
  assert.deepEqual(asked, ["today"]);
});

test("the next draft of the day does not get it again", async () => {
  const { checker, content, shown } = composing([notice("today"), other]);
  await checker.run();
  content.empty = true;
  await checker.run();
  content.empty = false;
  content.key = "b";
  await checker.run();
  assert.deepEqual(shown(), ["b1"]);
});

test("what was said on another page today is not said here", async () => {
  const { checker, asked, shown } = composing([notice("today"), other], { notices: ["today"], dismissed: [] });
  await checker.run();
  assert.deepEqual(shown(), ["b1"]);
  assert.deepEqual(asked, []);
});

test("tomorrow's notice is another one", async () => {
  const { checker, asked, shown } = composing([notice("tomorrow")], { notices: ["today"], dismissed: [] });
  await checker.run();
  assert.deepEqual(shown(), ["tomorrow"]);
  assert.deepEqual(asked, ["tomorrow"]);
});

test("set aside, it is gone at once", async () => {
  const { checker, memory, shown } = composing([notice("today")]);
  await checker.run();
  memory.dismissed.push("today");
  assert.deepEqual(shown(), []);
});

test("what stops a post is set aside for that post, not for the next one", async () => {
  const stop = { requirement: "B2", severity: "stop", fingerprint: "stop" };
  const { checker, composer, content, shown } = composing([stop, other]);
  await checker.run();
  composer.setAside.add("stop");
  content.key = "b";
  await checker.run();
  assert.deepEqual(shown(), ["b1"]);
  // The site empties its box, and the next words come before a check has begun.
  content.empty = true;
  checker.soon();
  content.empty = false;
  content.key = "c";
  await checker.run();
  assert.deepEqual(shown(), ["stop", "b1"]);
});
