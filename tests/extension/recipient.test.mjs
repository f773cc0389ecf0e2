import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const CONTENT = { texts: [], media: [], account: { kind: "personal", handle: "@me", name: "" } };
const ABOUT = { site: "facebook.com", kind: "message", to: "", nameless: {}, inReplyTo: "" };

/** Answers as they are kept, with a background that notes what it is asked. */
function answers(remembered = {}) {
  const asked = [];
  const value = { kind: "", answers: {}, pictures: {}, people: remembered, dismissed: [], notices: [] };
  const guard = load(["core/answers.js", "core/draft.js"]);
  guard.ask = async (what, about) => {
    asked.push([what, plain(about)]);
    return { ok: true, value };
  };
  return { guard, asked, known: guard.answersFor({ site: "facebook.com", handle: "@me" }) };
}

test("who somebody is goes out with drafts to that person only", async () => {
  const { guard, known } = answers({ "Jo Bell": { recipient: "family" } });
  await known.load([], ["Jo Bell"]);
  const to = (name) => plain(guard.draft.wire(CONTENT, known.memory, { ...ABOUT, to: name })).answers;
  assert.deepEqual(to("Jo Bell"), { recipient: "family" });
  assert.deepEqual(to("Sam Dale"), {});
  assert.deepEqual(to(""), {});
});

test("an answer about a person is remembered for that person", () => {
  const { guard, asked, known } = answers();
  known.answerPerson("Jo Bell", "recipient", "family");
  const [what, about] = asked[0];
  assert.equal(what, "remember");
  assert.deepEqual(about.person, { name: "Jo Bell", answers: { recipient: "family" } });
  const sent = plain(guard.draft.wire(CONTENT, known.memory, { ...ABOUT, to: "Jo Bell" }));
  assert.equal(sent.to, "Jo Bell");
  assert.deepEqual(sent.answers, { recipient: "family" });
});

test("a person is asked for once", async () => {
  const { asked, known } = answers();
  await known.load([], ["Jo Bell"]);
  await known.load([], ["Jo Bell"]);
  await known.load([], ["Sam Dale"]);
  assert.deepEqual(asked.map(([, about]) => about.people), [["Jo Bell"], ["Sam Dale"]]);
});

test("where nobody is named, an answer holds for what is being written", () => {
  const { guard, known } = answers();
  const sent = plain(guard.draft.wire(CONTENT, known.memory, { ...ABOUT, nameless: { recipient: "other" } }));
  assert.deepEqual(sent.answers, { recipient: "other" });
});
