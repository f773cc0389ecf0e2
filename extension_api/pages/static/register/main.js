// The no-publish list.
import { make, post } from "/static/api.js";
import { wireAdding } from "/static/register/add.js";
import { wirePhotos } from "/static/register/photos.js";
import { wireWithdrawing } from "/static/register/withdraw.js";

const SHOWN_FOR = 60_000;
const table = document.getElementById("people");
const age = document.getElementById("age");
const toggle = document.getElementById("show-names");
const masks = new Map();
let names = false;
let asked = 0;
let shown = null;
let hiding;
let opener;

// Only the newest question counts: an answer to an earlier one might bring names back that were hidden since.
async function load() {
  const mine = ++asked;
  try {
    const answer = await post("/register/list", { names });
    if (mine !== asked) return;
    if (!names) for (const each of answer.people) masks.set(each.reference, each.label);
    draw(answer);
  } catch (error) {
    if (mine === asked) age.textContent = error.message;
  }
}

function draw(answer) {
  shown = answer;
  const { people, updated_at } = answer;
  const count = people.length === 1 ? "1 person" : `${people.length} people`;
  age.textContent = `${count}. Last changed ${since(new Date(updated_at))}.`;
  table.hidden = people.length === 0;
  document.getElementById("empty").hidden = people.length > 0;
  const focused = document.activeElement?.closest("#people button");
  table.tBodies[0].replaceChildren(...people.map(row));
  if (focused) refocus(focused.dataset);
  for (const line of document.querySelectorAll("[data-about]")) {
    const person = people.find((each) => each.reference === line.dataset.about);
    if (person) line.textContent = `For ${whole(person)}`;
  }
}

/** The rows are made anew: whoever worked with the keyboard goes on from the same button. */
function refocus({ reference, does }) {
  const same = [...table.querySelectorAll("button")].find((each) => each.dataset.reference === reference && each.dataset.does === does);
  (same ?? document.getElementById("add")).focus();
}

const whole = ({ label, group }) => [label, group].filter(Boolean).join(", ");

/** Say whom a dialog is about; names in it are hidden and shown with those of the list. */
function about(line, person) {
  line.dataset.about = person.reference;
  line.textContent = `For ${whole(shown?.people.find((each) => each.reference === person.reference) ?? person)}`;
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
    : [none("no"), person.photos_outdated ? make("span", { class: "sub overdue" }, "photos needed anew") : null];
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
      button(person, "photos", `Photos of ${person.label}`, "Photos"),
      " ",
      button(person, "withdraw", `Withdraw for ${person.label}`, "Withdraw"),
    ),
  );
}

function button(person, does, name, words) {
  const onclick = () => {
    opener = { reference: person.reference, does };
    dialogs[does](person);
  };
  return make("button", { type: "button", "aria-label": name, "data-reference": person.reference, "data-does": does, onclick }, words);
}

const day = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

function since(moment) {
  const days = Math.floor((Date.now() - moment) / 86_400_000);
  if (days > 0) return days === 1 ? "yesterday" : `${days} days ago`;
  return `today at ${moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

// Names are shown for a minute, and hidden when somebody turns away.
function setNames(show) {
  if (names === show) return;
  names = show;
  toggle.setAttribute("aria-pressed", String(show));
  toggle.textContent = show ? "Hide names" : "Show names";
  clearTimeout(hiding);
  if (show) hiding = setTimeout(() => setNames(false), SHOWN_FOR);
  // Hidden at once, also when the service is slow or gone.
  else if (shown) draw({ ...shown, people: shown.people.map((each) => ({ ...each, label: masks.get(each.reference) ?? "…" })) });
  load();
}

toggle.addEventListener("click", () => setNames(!names));
window.addEventListener("blur", () => document.querySelector("dialog[open]") || setNames(false));
document.addEventListener("visibilitychange", () => document.hidden && setNames(false));
for (const close of document.querySelectorAll("[data-close]")) {
  close.addEventListener("click", () => close.closest("dialog").close());
}

wireAdding(load);
const dialogs = { photos: wirePhotos(about, load), withdraw: wireWithdrawing(about, load) };
// The row a dialog was opened from may have been made anew meanwhile: the browser then finds nothing to go back to.
for (const name of Object.keys(dialogs)) document.getElementById(`${name}-dialog`).addEventListener("close", () => refocus(opener));
load();
