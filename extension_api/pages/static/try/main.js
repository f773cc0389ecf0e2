// The try-it page: a composer whose words and pictures are checked as they change.
import { Refused, post, takeFiles } from "/static/api.js";
import { drawFailure, drawFindings, isWaiting, markCurrent } from "/static/try/findings.js";
import { Mirror } from "/static/try/mirror.js";
import { Pictures } from "/static/try/pictures.js";
import { wireSamples } from "/static/try/samples.js";
import { watchState } from "/static/try/state.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const text = document.getElementById("text");
const verdict = document.getElementById("verdict");
const proof = document.getElementById("proof");
const mirror = new Mirror(text, document.getElementById("mirror"));
const findings = document.getElementById("findings");
const file = document.getElementById("file");
// So long a check may take without a word about it.
const PATIENCE = 400;
const answers = {};
const setAside = [];
const pictures = new Pictures(document.getElementById("pictures"), settings.largest, () => schedule(0));
let timer;
let flight;
let report = null;
let replaced = null;

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
  const slow = setTimeout(() => mine === flight && say("idle", "Checking …"), PATIENCE);
  try {
    const variant = document.getElementById("variant").value;
    const answer = await post("/try/check", { draft: draft(), variant, language: language.value }, mine.signal);
    if (mine !== flight) return;
    show(pictures.withRefused(answer), performance.now() - started);
    await pictures.sendMissing(answer);
    if (mine === flight && answer.skipped.some(isWaiting)) schedule(answer.retry_after_ms);
  } catch (error) {
    if (error.name !== "AbortError" && mine === flight) fail(error);
  } finally {
    clearTimeout(slow);
  }
}

/** Nothing can be said of this post: what was said of an earlier one must not stand beside it. */
function fail(error) {
  if (!(error instanceof Refused)) throw error;
  report = null;
  mirror.show([]);
  pictures.show(null, true);
  drawFailure(findings, language.value);
  say("error", `Not checked. ${error.message}`);
  proof.textContent = "Nothing left this machine.";
  askState();
}

function say(kind, sentence) {
  if (verdict.dataset.verdict === kind && verdict.textContent === sentence) return;
  verdict.dataset.verdict = kind;
  verdict.textContent = sentence;
}

const plural = (count, one, many) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function summary(answer) {
  const count = answer.findings.length;
  if (answer.skipped.some(isWaiting)) return ["idle", "Looking at the pictures …"];
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
  drawFindings(findings, answer, {
    fix,
    reply,
    dismiss,
    bringBack,
    pictureName: (index) => pictures.name(index),
    language: language.value,
  });
  if (!answer) {
    say("idle", "Nothing to check yet");
    proof.textContent = "Nothing left this machine.";
    return;
  }
  say(...summary(answer));
  proof.textContent = `${pictures.count ? "Words checked" : "Checked"} in ${answer.took_ms.toFixed(1)} ms, ${roundTrip.toFixed(0)} ms with the way there and back. Nothing left this machine.`;
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
    if (wanted.kind === "replace_picture") {
      replaced = pictures.at(wanted.media);
      file.click();
    } else pictures.remove(pictures.at(wanted.media));
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

// Another picture takes the place of one only once it is chosen.
file.addEventListener("cancel", () => (replaced = null));
takeFiles(document.getElementById("drop"), file, async (files) => {
  const old = replaced;
  replaced = null;
  await pictures.add(files);
  if (old && files.length) pictures.remove(old);
});

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
  fail,
});
show(null);
const askState = watchState(() => schedule(0));
