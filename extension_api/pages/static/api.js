// Calls to the service that these pages come from.

const csrf = document.querySelector('meta[name="csrf"]')?.getAttribute("content") ?? "";

/** What the service refused, with its HTTP status, or 0 where it did not answer; the message is a sentence for people. */
export class Refused extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, contentType, body, signal) {
  let answer;
  try {
    answer = await fetch(path, { method, body, signal, headers: { "Content-Type": contentType, "X-CSRF-Token": csrf } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused("School Guard does not answer. It may have been stopped; start it again and use its new link.");
  }
  const data = await answer.json();
  if (answer.ok) return data;
  const first = data.errors?.[0];
  throw new Refused(first ? `${data.title}: ${first.detail}` : data.detail, answer.status);
}

/** Post JSON; the answer's data. Throws Refused. */
export const post = (path, data = {}, signal = undefined) => call("POST", path, "application/json", JSON.stringify(data), signal);

/** Send a file as it is; the answer's data. Throws Refused. */
export const send = (path, file) => call("PUT", path, file.type.startsWith("image/") ? file.type : "application/octet-stream", file);

/** An element with attributes and children; strings become text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Have a dialog's form sent once at a time: pressing twice is pressing once. `send` does the work and throws Refused,
 * which is said in `error`. `done` follows when it worked; it is told whether the dialog is still the one it was sent from.
 */
export function sendOnce(form, error, send, done) {
  let underWay = null;
  form.closest("dialog").addEventListener("close", () => (underWay = null));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (underWay) return;
    const mine = (underWay = {});
    let refused = null;
    error.textContent = "";
    try {
      await send();
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      refused = thrown;
    }
    const same = underWay === mine;
    if (same) underWay = null;
    if (!refused) done(same);
    else if (same) error.textContent = refused.message;
  });
}

/** Take files that are dropped on an area or chosen with its file input. */
export function takeFiles(area, input, take) {
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    take([...event.dataTransfer.files]);
  });
}

// A file dropped beside a box would be opened by the browser in place of the page.
for (const moved of ["dragover", "drop"]) {
  window.addEventListener(moved, (event) => {
    if (event.defaultPrevented || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  });
}
