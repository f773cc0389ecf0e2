// The live state of everything around: asked for while somebody looks at the page.
import { make, post } from "/static/api.js";

const EVERY = 3000;

/** `back` is called when the service answers again after it did not. Returns how to ask at once. */
export function watchState(back) {
  let gone = false;
  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    try {
      show(await post("/try/state"));
      if (gone) back();
      gone = false;
    } catch (error) {
      gone = true;
      tile("service", "bad", error.message);
      for (const each of ["pictures", "register", "extension"]) tile(each, "wait", "Not known at the moment");
    }
  };
  ask();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
  wireCopy();
  return ask;
}

function show(state) {
  tile("service", "good", `Running, version ${state.version}`);
  const pictures = {
    ready: ["good", "Ready to look at pictures"],
    loading: ["wait", "Loading …"],
    no_models: ["warn", "Not installed: run school-guard models install"],
  };
  tile("pictures", ...pictures[state.pictures]);
  const people = state.people === 1 ? "1 person" : `${state.people} people`;
  tile("register", "good", state.people === null ? "In use" : state.people === 0 ? "Open, nobody on it yet" : `Open, ${people}`);
  tile("extension", ...extension(state.extension_seconds_ago));
}

function extension(ago) {
  if (ago === null) return ["warn", "Has not called yet"];
  if (ago < 60) return ["good", "Called just now"];
  return ["good", `Last called ${ago < 3600 ? `${Math.round(ago / 60)} min` : `${Math.round(ago / 3600)} h`} ago`];
}

function tile(name, state, sentence) {
  const place = document.getElementById(`state-${name}`);
  if (place.dataset.shown === state + sentence) return;
  place.dataset.shown = state + sentence;
  place.replaceChildren(make("span", { class: "dot", "data-state": state }), sentence);
}

function wireCopy() {
  document.getElementById("copy-folder")?.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("folder").textContent);
    document.getElementById("copied").textContent = "Copied.";
  });
}
