// Calls to the service that these pages come from.

const csrf = document.querySelector('meta[name="csrf"]')?.getAttribute("content") ?? "";

/** What the service refused; the message is a sentence for people. */
export class Refused extends Error {}

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
  throw new Refused(first ? `${data.title}: ${first.detail}` : data.detail);
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
