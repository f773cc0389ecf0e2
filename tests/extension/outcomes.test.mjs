import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const finding = (fingerprint, slug = "a-rule", more = {}) => ({ fingerprint, slug, question: null, ...more });

/** What was told to the service, with a clock that a test turns. */
function make() {
  const told = [];
  let now = 0;
  const SchoolGuard = load(["core/outcomes.js"], { performance });
  SchoolGuard.ask = async (type, body) => void told.push([type, ...plain(body).outcomes.map(({ rule, outcome }) => [rule, outcome])]);
  SchoolGuard.panelParts = { reasons: (about) => (about.slug === "about-names" ? ["wrong", "not_pupil"] : ["wrong"]) };
  return { outcomes: SchoolGuard.outcomes(() => now), told, wait: (ms) => (now += ms) };
}

test("what stood for a while and was changed was acted on, once", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("one"), finding("two", "other-rule")]);
  wait(5_000);
  outcomes.seen([finding("two", "other-rule")]);
  outcomes.seen([finding("one"), finding("two", "other-rule")]);
  wait(5_000);
  outcomes.seen([finding("two", "other-rule")]);
  assert.deepEqual(told, [["outcomes", ["a-rule", "acted"]]]);
});

test("what comes and goes while somebody types is nothing", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("one")]);
  wait(800);
  outcomes.seen([]);
  assert.deepEqual(told, []);
});

test("the same rule pointing at other words is the same warning", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("Oakfield")]);
  wait(5_000);
  outcomes.seen([finding("Oakfield Academy")]);
  assert.deepEqual(told, []);
});

test("an answered question was not acted on", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("asked", "a-rule", { question: { key: "pupils" } }), finding("personal")]);
  wait(5_000);
  outcomes.answered();
  outcomes.seen([]);
  assert.deepEqual(told, []);
});

test("a post that went out is not an edit", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("one")]);
  wait(5_000);
  outcomes.forget();
  outcomes.seen([]);
  assert.deepEqual(told, []);
});

test("setting aside tells the reason and is not counted again when the finding is gone", () => {
  const { outcomes, told, wait } = make();
  outcomes.seen([finding("one")]);
  wait(5_000);
  outcomes.dismissed(finding("one"), "permission");
  outcomes.seen([]);
  assert.deepEqual(told, [["outcomes", ["a-rule", "permission"]]]);
});

test("a reason given for the whole post counts for the findings it fits", () => {
  const { outcomes, told } = make();
  outcomes.posted([finding("one"), finding("two", "about-names")], "not_pupil");
  outcomes.posted([finding("three")]);
  assert.deepEqual(told, [
    ["outcomes", ["a-rule", "posted"]],
    ["outcomes", ["about-names", "not_pupil"]],
    ["outcomes", ["a-rule", "posted"]],
  ]);
});

test("nothing is told but rule and outcome", () => {
  const sent = [];
  const SchoolGuard = load(["core/outcomes.js"], { performance });
  SchoolGuard.ask = async (_, body) => void sent.push(plain(body));
  SchoolGuard.outcomes(() => 0).acted(finding("one", "a-rule", { span: { start: 1, end: 2 }, title: "t" }));
  assert.deepEqual(sent, [{ outcomes: [{ rule: "a-rule", outcome: "acted" }] }]);
});
