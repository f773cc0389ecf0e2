// The try-it page: a composer whose words and pictures are checked as they change.
import { post, takeFiles } from "/static/api.js";
import { drawFindings, markCurrent } from "/static/try/findings.js";
import { Mirror } from "/static/try/mirror.js";
import { Pictures } from "/static/try/pictures.js";
import { wireSamples } from "/static/try/samples.js";
import { watchState } from "/static/try/state.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const text = document.getElementById("text");
const verdict = document.getElementById("verdict");
const proof = document.getElementById("proof");
const mirror = new Mirror(text, document.getElementById("mirror"));
const answers = {};
const setAside = [];
const pictures = new Pictures(document.getElementById("pictures"), () => schedule(0));
let timer;
let flight;
let report = null;

const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;
const language = document.getElementById("language");
const to = document.getElementById("to");

function draft() {
  const account = chosen("account");
  const kind = chosen("kind");
  return {
    parts: [{ text: text.value }],
    site: "x.com",
    kind,
    to: kind === "message" ? to.value : "",
    account: { kind: account, handle: account === "official" ? settings.official : account === "personal" ? "@somebody" : "" },
    media: pictures.wire(),
    answers,
    dismissed: setAside,
  };
}

function schedule(wait = 120) {
  clearTimeout(timer);
  timer = setTimeout(check, wait);
}

async function check() {
  flight?.abort();
  const mine = (flight = new AbortController());
  if (!text.value && !pictures.count) return show(null);
  const started = performance.now();
  try {
    const variant = document.getElementById("variant").value;
    const answer = await post("/try/check", { draft: draft(), variant, language: language.value }, mine.signal);
    if (mine !== flight) return;
    show(answer, performance.now() - started);
    await pictures.sendMissing(answer);
    if (answer.retry_after_ms) schedule(answer.retry_after_ms);
  } catch (error) {
    if (error.name === "AbortError") return;
    say("error", error.message);
  }
}

function say(kind, sentence) {
  if (verdict.dataset.verdict === kind && verdict.textContent === sentence) return;
  verdict.dataset.verdict = kind;
  verdict.textContent = sentence;
}

const plural = (count, one, many) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function summary(answer) {
  const count = answer.findings.length;
  if (answer.retry_after_ms) return ["idle", "Looking at the pictures …"];
  if (answer.verdict === "stop") return ["stop", "Would be held before posting"];
  if (answer.verdict === "not_checked") return ["not_checked", "Not everything could be checked"];
  if (answer.verdict === "warn") return ["warn", `${plural(count, "thing", "things")} to look at before posting`];
  if (count) return ["hints", plural(count, "hint", "hints")];
  return ["clear", answer.suppressed.length ? "Nothing else to look at" : "Nothing in the policy speaks against it"];
}

function show(answer, roundTrip = 0) {
  report = answer;
  mirror.show(answer?.findings ?? []);
  pictures.show(answer);
  drawFindings(document.getElementById("findings"), answer, { fix, reply, dismiss, bringBack, language: language.value });
  if (!answer) {
    say("idle", "Nothing to check yet");
    proof.textContent = "Nothing left this machine.";
    return;
  }
  say(...summary(answer));
  proof.textContent = `Checked in ${answer.took_ms.toFixed(1)} ms, ${roundTrip.toFixed(0)} ms with the way there and back. Nothing left this machine.`;
}

function dismiss(finding) {
  setAside.push(finding.fingerprint);
  schedule(0);
}

function bringBack() {
  setAside.length = 0;
  schedule(0);
}

function fix(wanted) {
  if (wanted.kind === "edit_text") {
    let value = text.value;
    for (const edit of [...wanted.edits].filter((each) => each.part === 0).sort((a, b) => b.span.start - a.span.start)) {
      value = value.slice(0, edit.span.start) + edit.text + value.slice(edit.span.end);
    }
    write(value);
    text.focus();
  } else if (wanted.media !== null) {
    pictures.remove(wanted.media);
    if (wanted.kind === "replace_picture") document.getElementById("file").click();
  }
}

function reply(question, value) {
  if (question.media === null) answers[question.key] = value;
  else pictures.answer(question.media, question.key, value);
  schedule(0);
}

function write(value) {
  text.value = value;
  text.dispatchEvent(new Event("input"));
}

text.addEventListener("input", () => {
  mirror.typed();
  schedule();
});
for (const moved of ["keyup", "click"]) {
  text.addEventListener(moved, () => markCurrent(report, text.selectionStart, mirror));
}
for (const each of [document.getElementById("variant"), language]) each.addEventListener("change", () => schedule(0));
for (const each of document.getElementsByName("account")) each.addEventListener("change", () => schedule(0));
for (const each of document.getElementsByName("kind")) each.addEventListener("change", () => kindChosen());
to.addEventListener("input", () => {
  delete answers.recipient; // It was said of somebody else.
  schedule();
});

/** Only a message goes to somebody. */
function kindChosen() {
  document.getElementById("to-field").hidden = chosen("kind") !== "message";
  for (const key of Object.keys(answers)) delete answers[key];
  schedule(0);
}

takeFiles(document.getElementById("drop"), document.getElementById("file"), (files) => pictures.add(files));

wireSamples(settings, {
  write(value, account, recipient = "") {
    setAside.length = 0;
    pictures.clear();
    document.querySelector(`input[name="account"][value="${account}"]`).checked = true;
    document.querySelector(`input[name="kind"][value="${recipient ? "message" : "post"}"]`).checked = true;
    to.value = recipient;
    kindChosen();
    write(value);
  },
  attach: (files) => pictures.add(files),
});
show(null);
watchState();
