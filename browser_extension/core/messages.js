// @ts-check
"use strict";
{
  /**
   * Sentences by key and language, from the files in messages/. Our own tables, because Chromium ignores a Welsh
   * _locales folder and because the school may set a language other than the browser's.
   */
  const FALLBACK = "en";
  /** @type {Map<string, Map<string, string>>} */
  const tables = new Map();
  let current = FALLBACK;

  SchoolGuard.messages = {
    /** @param {string} language @param {Record<string, string>} table */
    add(language, table) {
      const known = tables.get(language) ?? new Map();
      for (const [key, sentence] of Object.entries(table)) known.set(key, sentence);
      tables.set(language, known);
    },

    /** A language without a table falls back to its base ("en-GB" to "en"), then to English. @param {string} language */
    use(language) {
      const base = language.toLowerCase().split("-")[0];
      current = tables.has(base) ? base : FALLBACK;
    },

    language: () => current,

    /** Those there are sentences in, English first. */
    languages: () => [FALLBACK, ...[...tables.keys()].filter((each) => each !== FALLBACK).sort()],

    /** @param {string} key @param {Record<string, string | number>} [params] @returns {string} */
    t(key, params = {}) {
      const sentence = tables.get(current)?.get(key) ?? tables.get(FALLBACK)?.get(key) ?? key;
      return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
    },
  };
}
