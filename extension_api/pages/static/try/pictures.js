// The pictures of the post: shown, sent, answered about, removed.
import { Refused, make, send } from "/static/api.js";
import { isWaiting } from "/static/try/findings.js";

const SHOWN_FOR = 8000;

async function digest(file) {
  const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");
}

/** What is known of a file before the service sees it: its digest, or why it is not sent. */
async function inspect(file, largest) {
  if (file.size > largest) return { refused: "too_large" };
  try {
    return { digest: await digest(file) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { refused: "unreadable" }; // a folder, or a file that has gone since
  }
}

export class Pictures {
  #list;
  #largest;
  #changed;
  #items = [];
  // Those the last check was about, in its order; what is refused is in no check.
  #asked = [];

  /** `largest` is how many bytes the service takes. */
  constructor(list, largest, changed) {
    this.#list = list;
    this.#largest = largest;
    this.#changed = changed;
    const hide = () => this.#hideRegions();
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", hide);
  }

  get count() {
    return this.#items.length;
  }

  /** The pictures as the service wants to hear of them. */
  wire() {
    this.#asked = this.#items.filter((each) => !each.refused);
    return this.#asked.map(({ digest, file, answers }) => ({ digest, name: file.name, answers }));
  }

  async add(files) {
    for (const file of files) {
      const item = { file, ...(await inspect(file, this.#largest)), answers: {}, url: URL.createObjectURL(file) };
      item.element = this.#draw(item);
      this.#items.push(item);
      this.#list.append(item.element);
    }
    this.#changed();
  }

  /** The picture a report means by an index. */
  at(index) {
    return this.#asked[index];
  }

  name(index) {
    return this.at(index).file.name;
  }

  remove(item) {
    this.#items = this.#items.filter((each) => each !== item);
    URL.revokeObjectURL(item.url);
    item.element.remove();
    this.#changed();
  }

  clear() {
    while (this.#items.length) this.remove(this.#items[0]);
  }

  answer(index, key, value) {
    this.at(index).answers[key] = value;
  }

  /** Send every picture the service does not know, and have it asked about again. One that is refused keeps back no other. */
  async sendMissing(report) {
    const missing = report.skipped.filter((each) => each.code === "unknown_picture").map((each) => this.at(each.media));
    const unsent = missing.filter((each) => each && !each.sending);
    for (const item of unsent) item.sending = true;
    try {
      for (const item of unsent) await this.#send(item);
    } finally {
      for (const item of unsent) item.sending = false;
    }
    if (unsent.length) this.#changed();
  }

  async #send(item) {
    try {
      await send(`/v1/pictures/${item.digest}`, item.file);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 413) throw error;
      item.refused = "too_large";
    }
  }

  /** The report, which also says what was not sent. */
  withRefused(report) {
    const refused = this.#items.filter((each) => each.refused);
    if (!refused.length) return report;
    const skipped = refused.map(({ file, refused: code }) => ({ code, media: null, name: file.name }));
    const verdict = report.verdict === "stop" ? "stop" : "not_checked";
    return { ...report, verdict, skipped: [...report.skipped, ...skipped] };
  }

  /** What the report says of each picture; `failed`: there is none, since nothing was checked. */
  show(report, failed = false) {
    for (const item of this.#items) {
      const index = this.#asked.indexOf(item);
      const skipped = report?.skipped.find((each) => each.media === index);
      const seen = report?.pictures.find((each) => each.media === index);
      const regions = (report?.findings ?? []).filter((each) => each.media === index && each.region).map((each) => each.region);
      item.seen = seen && regions.length ? { ...seen, regions } : null;
      const faces = seen?.faces.length ?? 0;
      if (skipped && isWaiting(skipped)) item.note.textContent = "Looking …";
      else if (failed || skipped || item.refused) item.note.textContent = "Not checked";
      else item.note.textContent = seen ? (faces === 1 ? "1 face" : `${faces || "No"} faces`) : "";
      item.where.hidden = item.seen === null;
    }
    if (failed) this.#hideRegions();
  }

  #draw(item) {
    item.shot = make("div", { class: "shot" }, make("img", { src: item.url, alt: "", onerror: () => item.shot.replaceChildren(make("span", { class: "no-image" }, "No preview")) }));
    item.note = make("div", { class: "muted" });
    item.where = make("button", { type: "button", onclick: () => this.#showRegions(item) }, "Show where");
    item.where.hidden = true;
    const drop = make("button", { type: "button", "aria-label": `Remove ${item.file.name}`, onclick: () => this.remove(item) }, "Remove");
    return make("li", { class: "picture" }, make("div", { class: "frame" }, item.shot), make("div", { class: "under" }, make("div", { class: "name" }, item.file.name), item.note, drop, " ", item.where));
  }

  // Places are shown for a moment only: who looks over a shoulder need not learn who is on the list.
  #showRegions(item) {
    this.#hideRegions();
    const { width, height, regions } = item.seen;
    for (const region of regions) {
      const box = make("span", { class: "region" });
      box.style.left = `${(100 * region.left) / width}%`;
      box.style.top = `${(100 * region.top) / height}%`;
      box.style.width = `${(100 * (region.right - region.left)) / width}%`;
      box.style.height = `${(100 * (region.bottom - region.top)) / height}%`;
      item.shot.append(box);
    }
    setTimeout(() => this.#hideRegions(), SHOWN_FOR);
  }

  #hideRegions() {
    for (const box of this.#list.querySelectorAll(".region")) box.remove();
  }
}
