import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { verdicts } = load(["core/verdicts.js"]);
const SHOW = { on_not_checked: "show", stop_override: "reason" };
const HOLD = { ...SHOW, on_not_checked: "hold" };
const report = (severities, skipped = []) => ({
  verdict: "clear",
  findings: severities.map((severity, index) => ({ severity, slug: "a-rule", code: "SG000", fingerprint: `${severity}${index}` })),
  skipped: skipped.map((code) => ({ code })),
  suppressed: [],
});
const known = (more) => ({ report: report([]), fresh: true, patient: true, ...more });

const TABLE = [
  ["nothing found", known({}), SHOW, "go"],
  ["advice never holds", known({ report: report(["advise"]) }), HOLD, "go"],
  ["a warning holds", known({ report: report(["advise", "warn"]) }), SHOW, "warn"],
  ["a stop holds", known({ report: report(["warn", "stop"]) }), SHOW, "stop"],
  ["a stop is said at once, pictures or not", known({ report: report(["stop"], ["pending"]) }), SHOW, "stop"],
  ["pictures that are being read are waited for", known({ report: report([], ["pending"]) }), SHOW, "pending"],
  ["pictures that must be sent again too", known({ report: report([], ["unknown_picture"]) }), SHOW, "pending"],
  ["but not for ever", known({ report: report([], ["pending"]), patient: false }), SHOW, "go"],
  ["and then as the policy says", known({ report: report([], ["pending"]), patient: false }), HOLD, "not_checked"],
  ["not checked is shown, not held", known({ report: report([], ["unreadable"]) }), SHOW, "go"],
  ["not checked is held where the policy says so", known({ report: report(["warn"], ["unreadable"]) }), HOLD, "not_checked"],
  ["a warning holds beside something not checked", known({ report: report(["warn"], ["unreadable"]) }), SHOW, "warn"],
  ["a report about other words counts for nothing", known({ report: report(["stop"]), fresh: false }), SHOW, "stale"],
  ["no answer in time", known({ report: null, fresh: false, patient: false }), SHOW, "go"],
  ["no service where everything must be checked", known({ report: null, fresh: false, patient: false }), HOLD, "not_checked"],
  ["a service that was away is asked again first", known({ report: null, fresh: false }), SHOW, "stale"],
];

for (const [name, what, gate, expected] of TABLE) {
  test(name, () => assert.equal(verdicts.decide(what, gate), expected));
}

test("what was dismissed is gone from the report and its verdict", () => {
  const full = { ...report(["stop", "warn"]), verdict: "stop" };
  assert.equal(verdicts.without(full, ["stop0"]).verdict, "warn");
  assert.equal(verdicts.without(full, ["stop0", "warn1"]).verdict, "clear");
  assert.equal(verdicts.without({ ...report(["stop"], ["unreadable"]), verdict: "stop" }, ["stop0"]).verdict, "not_checked");
  assert.equal(verdicts.without(full, ["something else"]), full);
});

test("what was dismissed is counted beside what the service left out", () => {
  const full = report(["stop", "warn"]);
  full.suppressed = [{ code: "SG001", slug: "other-rule", why: "allowed", count: 2, message: "" }];
  const { suppressed } = plain(verdicts.without(full, ["warn1"]));
  assert.deepEqual(suppressed.map(({ slug, why, count }) => [slug, why, count]), [
    ["other-rule", "allowed", 2],
    ["a-rule", "dismissed", 1],
  ]);
});
