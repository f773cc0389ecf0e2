// The no-publish list.
import { make, post } from "/static/api.js";
import { wireAdding } from "/static/register/add.js";
import { wirePhotos } from "/static/register/photos.js";
import { wireWithdrawing } from "/static/register/withdraw.js";

const SHOWN_FOR = 60_000;
const table = document.getElementById("people");
const age = document.getElementById("age");
const toggle = document.getElementById("show-names");
let names = false;
let hiding;

async function load() {
  try {
    draw(await post("/register/list", { names }));
  } catch (error) {
    age.textContent = error.message;
  }
}

function draw({ people, updated_at }) {
  const count = people.length === 1 ? "1 person" : `${people.length} people`;
  age.textContent = `${count}. Last changed ${since(new Date(updated_at))}.`;
  table.hidden = people.length === 0;
  document.getElementById("empty").hidden = people.length > 0;
  table.tBodies[0].replaceChildren(...people.map(row));
}

function row(person) {
  const cell = (label, ...content) => make("td", { "data-label": label }, ...content);
  const none = (text) => make("span", { class: "none" }, text);
  const places = person.shown_on.map((each) => (each === "*" ? "everywhere" : each.replaceAll("_", " "))).join(", ");
  const naming = { none: none("no"), first: "by first name", full: "by full name" }[person.naming];
  const kept = person.keep_until
    ? make("span", { class: person.overdue ? "sub overdue" : "sub" }, `${person.overdue ? "should have gone" : "until"} ${day(person.keep_until)}`)
    : null;
  const recognised = person.photos
    ? [person.photos === 1 ? "by 1 photo" : `by ${person.photos} photos`, make("span", { class: "sub" }, `until ${day(person.recognised_until)}`)]
    : [none("no")];
  return make(
    "tr",
    {},
    make("td", {}, make("span", { class: "who" }, person.label), make("span", { class: "sub" }, [person.kind === "adult" ? "adult" : "pupil", person.group].filter(Boolean).join(", "))),
    cell("May be shown", places || none("nowhere")),
    cell("May be named", naming),
    cell("Recognised", ...recognised),
    cell("Since", day(person.added_on), kept),
    make(
      "td",
      {},
      make("button", { type: "button", "aria-label": `Photos of ${person.label}`, onclick: () => photos(person) }, "Photos"),
      " ",
      make("button", { type: "button", "aria-label": `Withdraw for ${person.label}`, onclick: () => withdraw(person) }, "Withdraw"),
    ),
  );
}

const day = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

function since(moment) {
  const days = Math.floor((Date.now() - moment) / 86_400_000);
  if (days > 0) return days === 1 ? "yesterday" : `${days} days ago`;
  return `today at ${moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

// Names are shown for a minute, and hidden when somebody turns away.
function setNames(shown) {
  if (names === shown) return;
  names = shown;
  toggle.setAttribute("aria-pressed", String(shown));
  toggle.textContent = shown ? "Hide names" : "Show names";
  clearTimeout(hiding);
  if (shown) hiding = setTimeout(() => setNames(false), SHOWN_FOR);
  load();
}

toggle.addEventListener("click", () => setNames(!names));
window.addEventListener("blur", () => document.querySelector("dialog[open]") || setNames(false));
document.addEventListener("visibilitychange", () => document.hidden && setNames(false));
for (const close of document.querySelectorAll("[data-close]")) {
  close.addEventListener("click", () => close.closest("dialog").close());
}

wireAdding(load);
const photos = wirePhotos(load);
const withdraw = wireWithdrawing(load);
load();
