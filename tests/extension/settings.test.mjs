import assert from "node:assert/strict";
import { test } from "node:test";
import { hostOf, merge, serviceOrigin, turnOff, view } from "../../browser_extension/background/settings.js";
import { pruned } from "../../browser_extension/background/memory.js";

test("a draft goes to this machine or over https, nowhere else", () => {
  assert.equal(serviceOrigin("http://127.0.0.1:47615/"), "http://127.0.0.1:47615");
  assert.equal(serviceOrigin("http://localhost:8000"), "http://127.0.0.1:8000");
  assert.equal(serviceOrigin("https://guard.millbrook.example/api"), "https://guard.millbrook.example");
  for (const bad of ["http://guard.millbrook.example", "http://192.168.1.9:47615", "ftp://127.0.0.1", "nonsense", "", undefined, 7]) {
    assert.equal(serviceOrigin(bad), "");
  }
});

test("what the school has set wins", () => {
  const values = merge({ token: "own", sites: ["forum.example"], language: "en" }, { token: "school", language: "cy" });
  assert.equal(values.token, "school");
  assert.equal(values.language, "cy");
  assert.deepEqual(values.sites, ["forum.example"]);
});

test("where nobody has chosen a language, it is the browser's", () => {
  assert.equal(merge({}, {}, "cy").language, "cy");
  assert.equal(merge({ language: "en" }, {}, "cy").language, "en");
  assert.equal(merge({ language: "en" }, { language: "cy" }, "en-GB").language, "cy");
});

test("values of the wrong kind are as good as none", () => {
  const values = merge({ serviceUrl: "http://elsewhere.example", token: 5, sites: "all", offSites: [7, "", "Forum.Example"] }, {});
  assert.deepEqual(values, {
    serviceUrl: "http://127.0.0.1:47615",
    token: "",
    sites: [],
    offSites: ["0.0.0.7", "forum.example"],
    language: "en",
    device: "",
  });
});

test("whose computer it is, only the school can say", () => {
  assert.equal(merge({}, { device: "school" }).device, "school");
  assert.equal(merge({ device: "own" }, { device: "school" }).device, "school");
  assert.equal(merge({ device: "own" }, {}).device, "");
  assert.equal(merge({}, { device: "borrowed" }).device, "");
});

test("a host is recognised as people write it", () => {
  assert.equal(hostOf(" https://Forum.example/new?x=1 "), "forum.example");
  assert.equal(hostOf("forum.example"), "forum.example");
  assert.equal(hostOf("  "), "");
});

test("answers end after a year, and the oldest go first", () => {
  const day = 24 * 60 * 60 * 1000;
  const entries = { old: { at: 0, values: {} }, young: { at: 300 * day, values: {} } };
  assert.deepEqual(Object.keys(pruned(entries, 366 * day)), ["young"]);
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`n${at}`, { at, values: {} }]));
  const kept = Object.keys(pruned(many, 2000));
  assert.equal(kept.length, 1000);
  assert.ok(kept.includes("n1199") && !kept.includes("n199"));
});

test("an answer ends a year after it was given, whatever was answered beside it since", () => {
  const day = 24 * 60 * 60 * 1000;
  const entries = { answers: { at: 300 * day, values: { profile: "yes", other: "no" }, times: { profile: 0, other: 300 * day } } };
  assert.deepEqual(pruned(entries, 366 * day).answers.values, { other: "no" });
  assert.deepEqual(pruned(entries, 364 * day).answers.values, { profile: "yes", other: "no" });
});

/** A browser as far as the settings need one. @param {Record<string, unknown>} local @param {Record<string, unknown>} [managed] */
function browser(local, managed = {}) {
  const area = (/** @type {Record<string, unknown>} */ values) => ({
    get: async () => values,
    set: async (/** @type {Record<string, unknown>} */ more) => void Object.assign(values, more),
  });
  Object.assign(globalThis, { chrome: { storage: { local: area(local), managed: area(managed) } } });
  Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
}

test("a site is off under all its names or under none", async () => {
  browser({ sites: ["forum.example"], offSites: ["linkedin.com"] });
  const off = async () => (await view()).offSites.sort();
  await turnOff("mobile.twitter.com", true);
  assert.deepEqual(await off(), ["linkedin.com", "twitter.com", "x.com"]);
  await turnOff("x.com", false);
  assert.deepEqual(await off(), ["linkedin.com"]);
  await turnOff("www.facebook.com", true);
  await turnOff("forum.example", true);
  assert.deepEqual(await off(), ["facebook.com", "forum.example", "linkedin.com", "messenger.com"]);
  await turnOff("www.messenger.com", false);
  await turnOff("forum.example", false);
  assert.deepEqual(await off(), ["linkedin.com"]);
});

test("what was switched off under one name only is off under the others, too, and comes back", async () => {
  browser({ offSites: ["twitter.com", "mobile.twitter.com"] });
  assert.ok((await view()).offSites.includes("x.com"));
  await turnOff("mobile.twitter.com", false);
  assert.deepEqual((await view()).offSites, []);
});

test("a site that the school has switched off stays off", async () => {
  browser({}, { offSites: ["x.com"] });
  await turnOff("twitter.com", false);
  assert.deepEqual((await view()).offSites, ["x.com", "twitter.com"]);
});
