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
const pictures = new Pictures(document.getElementById("pictures"), () => schedule(0));
let timer;
let flight;
let report = null;

const account = () => document.querySelector('input[name="account"]:checked').value;

function draft() {
  const kind = account();
  return {
    parts: [{ text: text.value }],
    site: "x.com",
    account: { kind, handle: kind === "official" ? settings.official : kind === "personal" ? "@somebody" : "" },
    media: pictures.wire(),
    answers,
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
    const answer = await post("/try/check", { draft: draft(), variant }, mine.signal);
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
  return count ? ["hints", plural(count, "hint", "hints")] : ["clear", "Nothing in the policy speaks against it"];
}

function show(answer, roundTrip = 0) {
  report = answer;
  mirror.show(answer?.findings ?? []);
  pictures.show(answer);
  drawFindings(document.getElementById("findings"), answer, { fix, reply, contacts: settings.contacts });
  if (!answer) {
    say("idle", "Nothing to check yet");
    proof.textContent = "Nothing left this machine.";
    return;
  }
  say(...summary(answer));
  proof.textContent = `Checked in ${answer.took_ms.toFixed(1)} ms, ${roundTrip.toFixed(0)} ms with the way there and back. Nothing left this machine.`;
}

function fix(chosen) {
  if (chosen.kind === "edit_text") {
    let value = text.value;
    for (const edit of [...chosen.edits].filter((each) => each.part === 0).sort((a, b) => b.span.start - a.span.start)) {
      value = value.slice(0, edit.span.start) + edit.text + value.slice(edit.span.end);
    }
    write(value);
    text.focus();
  } else if (chosen.media !== null) {
    pictures.remove(chosen.media);
    if (chosen.kind === "replace_picture") document.getElementById("file").click();
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
document.getElementById("variant").addEventListener("change", () => schedule(0));
for (const each of document.getElementsByName("account")) each.addEventListener("change", () => schedule(0));
takeFiles(document.getElementById("drop"), document.getElementById("file"), (files) => pictures.add(files));

wireSamples(settings, {
  write(value, kind) {
    for (const key of Object.keys(answers)) delete answers[key];
    pictures.clear();
    document.querySelector(`input[name="account"][value="${kind}"]`).checked = true;
    write(value);
  },
  attach: (files) => pictures.add(files),
});
show(null);
watchState();
