// The pictures of the post: shown, sent, answered about, removed.
import { make, send } from "/static/api.js";

const SHOWN_FOR = 8000;

async function digest(file) {
  const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");
}

export class Pictures {
  #list;
  #changed;
  #items = [];

  constructor(list, changed) {
    this.#list = list;
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
    return this.#items.map(({ digest, file, answers }) => ({ digest, name: file.name, answers }));
  }

  async add(files) {
    for (const file of files) {
      const item = { file, digest: await digest(file), answers: {}, url: URL.createObjectURL(file), state: "" };
      item.element = this.#draw(item);
      this.#items.push(item);
      this.#list.append(item.element);
    }
    this.#changed();
  }

  remove(index) {
    const [item] = this.#items.splice(index, 1);
    URL.revokeObjectURL(item.url);
    item.element.remove();
    this.#changed();
  }

  clear() {
    while (this.#items.length) this.remove(0);
  }

  answer(index, key, value) {
    this.#items[index].answers[key] = value;
  }

  /** Send every picture the service does not know, and have it asked about again. */
  async sendMissing(report) {
    const missing = report.skipped.filter((each) => each.code === "unknown_picture").map((each) => this.#items[each.media]);
    if (!missing.length) return;
    for (const item of missing) await send(`/v1/pictures/${item.digest}`, item.file);
    this.#changed();
  }

  /** What the report says of each picture. */
  show(report) {
    for (const [index, item] of this.#items.entries()) {
      const skipped = report?.skipped.find((each) => each.media === index);
      const seen = report?.pictures.find((each) => each.media === index);
      const regions = (report?.findings ?? []).filter((each) => each.media === index && each.region).map((each) => each.region);
      item.seen = seen && regions.length ? { ...seen, regions } : null;
      const waiting = skipped?.code === "pending" || skipped?.code === "unknown_picture";
      const faces = seen?.faces.length ?? 0;
      item.note.textContent = waiting ? "Looking …" : seen ? (faces === 1 ? "1 face" : `${faces || "No"} faces`) : skipped ? "Not checked" : "";
      item.where.hidden = item.seen === null;
    }
  }

  #draw(item) {
    item.shot = make("div", { class: "shot" }, make("img", { src: item.url, alt: "", onerror: () => item.shot.replaceChildren(make("span", { class: "no-image" }, "No preview")) }));
    item.note = make("div", { class: "muted" });
    item.where = make("button", { type: "button", onclick: () => this.#showRegions(item) }, "Show where");
    item.where.hidden = true;
    const drop = make("button", { type: "button", "aria-label": `Remove ${item.file.name}`, onclick: () => this.remove(this.#items.indexOf(item)) }, "Remove");
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
