import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const table = (language) =>
  JSON.parse(readFileSync(new URL(`../../browser_extension/messages/${language}.json`, import.meta.url), "utf8"));
const placeholders = (sentence) => (sentence.match(/\{\w+\}/g) ?? []).sort();
const messages = () =>
  load(["core/messages.js", "messages/cy.js", "messages/en.js"]).messages;

test("every sentence is there in Welsh, with the same placeholders", () => {
  const [english, welsh] = [table("en"), table("cy")];
  assert.deepEqual(Object.keys(welsh).sort(), Object.keys(english).sort());
  for (const [key, sentence] of Object.entries(english)) {
    assert.deepEqual(placeholders(welsh[key]), placeholders(sentence), key);
    assert.notEqual(welsh[key], "", key);
  }
});

test("a language is known by its base, and English stands in for one there is not", () => {
  const { use, language, languages, t } = messages();
  assert.deepEqual(plain(languages()), ["en", "cy"]);
  for (const [wanted, spoken, sentence] of [
    ["cy", "cy", "Cau"],
    ["cy-GB", "cy", "Cau"],
    ["en-GB", "en", "Close"],
    ["fr", "en", "Close"],
  ]) {
    use(wanted);
    assert.equal(language(), spoken);
    assert.equal(t("panel.close"), sentence);
  }
});

test("placeholders are filled in, in Welsh as well", () => {
  const { use, t } = messages();
  use("cy");
  assert.equal(t("pages.site.on", { site: "x.com" }), "Ymlaen ar x.com");
});
