// Content scripts are classic scripts that add to one global; here they are run in a fresh realm.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const ROOT = new URL("../../browser_extension/", import.meta.url);

/** @param {string[]} files @param {Record<string, unknown>} [globals] */
export function load(files, globals = {}) {
  const context = vm.createContext({ SchoolGuard: {}, setTimeout, clearTimeout, AbortController, console, ...globals });
  for (const file of files) vm.runInContext(readFileSync(new URL(file, ROOT), "utf8"), context, { filename: file });
  return context.SchoolGuard;
}

/** Values from another realm, as plain ones. @template T @param {T} value @returns {T} */
export const plain = (value) => JSON.parse(JSON.stringify(value));
