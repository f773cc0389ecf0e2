// What a page has sent, and what its editors hold, for the tests to read. Nothing here is part of the site's own DOM.

/** @typedef {{name: string, size: number, type: string, sha256: string}} SentFile */
/** @typedef {{where: string, how: string, text: string, account: string, files: SentFile[], settled: boolean}} Post */

/** @type {Post[]} */
const posts = [];
/** @type {{name: string, read: () => string}[]} */
const models = [];
/** @type {Set<(post: Post) => void>} */
const watchers = new Set();

window.__posts = posts;
/** Text of an editor's own model, lines joined with one "\n"; by name, or by position among the mounted editors. */
window.__model = (which = 0) => {
  const found = typeof which === "number" ? models[which] : models.find((model) => model.name === which);
  if (!found) throw new Error(`no editor ${which}; there are: ${models.map((model) => model.name).join(", ")}`);
  return found.read();
};
window.__models = () => models.map(({ name, read }) => ({ name, text: read() }));

/** @param {string} name @param {() => string} read @returns {() => void} undo */
export function registerModel(name, read) {
  const entry = { name, read };
  models.push(entry);
  return () => {
    models.splice(models.indexOf(entry), 1);
  };
}

/** @param {File} file @returns {Promise<SentFile>} */
async function describe(file) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name: file.name, size: file.size, type: file.type, sha256 };
}

/**
 * The request goes out: the post counts from here, however long the site then takes to answer.
 * @param {{where: string, how: string, text: string, account?: string, files?: File[]}} sent
 */
export async function send({ where, how, text, account = "", files = [] }) {
  /** @type {Post} */
  const post = { where, how, text, account, files: [], settled: false };
  posts.push(post);
  post.files = await Promise.all(files.map(describe));
  post.settled = true;
  await new Promise((resolve) => setTimeout(resolve, Number(option("slow", "0"))));
  for (const tell of watchers) tell(post);
}

/** @param {(post: Post) => void} tell called once a post has been accepted @returns {() => void} undo */
export function onPosted(tell) {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** A switch in the page's address, such as ?lang=vi. @param {string} name @param {string} fallback */
export function option(name, fallback) {
  return new URLSearchParams(location.search).get(name) ?? fallback;
}
