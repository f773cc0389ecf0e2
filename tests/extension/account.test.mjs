import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { accountOf } = load(["core/account.js"]);
const OFFICIAL = [
  { site: "x.com", handle: "@MillbrookSchool" },
  { site: "facebook.com", handle: "Millbrook Primary School" },
];
const of = (shown, site, remembered = "") => plain(accountOf(shown, site, OFFICIAL, remembered));

test("a handle that the policy lists is the school's, however it is written", () => {
  for (const handle of ["@MillbrookSchool", "millbrookschool", "@millbrookschool"]) {
    assert.equal(of({ handle, name: "" }, "x.com").kind, "official");
    assert.equal(of({ handle, name: "" }, "twitter.com").kind, "official");
  }
});

test("the same handle on another site is not", () => {
  assert.equal(of({ handle: "@millbrookschool", name: "" }, "linkedin.com").kind, "personal");
});

test("a handle that is not listed is somebody's own, and nothing is asked", () => {
  assert.deepEqual(of({ handle: "@sam", name: "Sam" }, "x.com"), { kind: "personal", handle: "@sam", name: "Sam", ask: false });
});

test("a name alone settles it only when it is official", () => {
  assert.equal(of({ handle: "", name: "Millbrook Primary School" }, "facebook.com").kind, "official");
  assert.deepEqual(of({ handle: "", name: "Sam Patel" }, "facebook.com"), { kind: "unknown", handle: "", name: "Sam Patel", ask: true });
});

test("what was answered once is not asked again", () => {
  assert.deepEqual(of({ handle: "", name: "Sam Patel" }, "facebook.com", "personal"), {
    kind: "personal",
    handle: "",
    name: "Sam Patel",
    ask: false,
  });
  assert.equal(of(null, "facebook.com").ask, true);
});
