// The cards beside the composer.
import { make } from "/static/api.js";

const LEVELS = { stop: "Held before posting", warn: "Worth a look", advise: "Hint" };
const SOURCES = { clause: "Policy", list: "Source", guidance: "Source" };
const ORIGINS = { clause: "the school's policy", list: "the school's own list", guidance: "safeguarding guidance" };

/** One card for each finding and for each thing that was not checked. */
export function drawFindings(place, report, actions) {
  const waiting = (code) => code === "pending" || code === "unknown_picture";
  const cards = [];
  for (const [index, finding] of (report?.findings ?? []).entries()) cards.push(card(finding, index, report, actions));
  for (const skipped of (report?.skipped ?? []).filter((each) => !waiting(each.code))) cards.push(missed(skipped));
  if (!cards.length) {
    const sentence = report ? "Nothing to say about this post." : "What the policy has to say about a post appears here, with the clause it comes from and whom to ask.";
    cards.push(make("p", { class: "card quiet-card" }, sentence));
  }
  const leftOut = [...(report?.suppressed ?? []).map((each) => `Left out: ${each.message}`), ...(report?.quiet ?? []).map((each) => each.message)];
  for (const sentence of new Set(leftOut)) cards.push(make("p", { class: "small muted" }, sentence));
  place.replaceChildren(...cards);
}

function card(finding, index, report, actions) {
  const doing = make("div", { class: "doing" });
  for (const [order, fix] of finding.fixes.filter((each) => !each.kind.startsWith("blur_")).entries()) {
    doing.append(make("button", { type: "button", class: order ? "" : "primary", onclick: () => actions.fix(fix) }, fix.label));
  }
  if (finding.question) {
    doing.append(make("p", {}, finding.question.text));
    for (const choice of finding.question.choices) {
      doing.append(make("button", { type: "button", onclick: () => actions.reply(finding.question, choice.value) }, choice.label));
    }
  }
  return make(
    "article",
    { class: "card finding", "data-severity": finding.severity, "data-index": index, "data-code": finding.code },
    make("p", { class: "severity" }, LEVELS[finding.severity]),
    make("h3", {}, finding.title),
    make("p", {}, finding.message),
    make("p", { class: "small muted" }, finding.why),
    facts([
      [SOURCES[finding.source], finding.clause ?? ORIGINS[finding.source]],
      ["In doubt", inDoubt(finding.ask, finding.ask_label, actions.contacts)],
      ["A mistake or a concern", inDoubt(finding.report_to, finding.report_to_label, actions.contacts, "tell")],
      ["Took", `${report.took_ms.toFixed(1)} ms; nothing left this machine`],
    ]),
    doing.childElementCount ? doing : null,
  );
}

function inDoubt(role, label, contacts, verb = "ask") {
  if (!label) return null;
  return contacts[role] && contacts[role] !== label ? `${verb} ${label} (${contacts[role]})` : `${verb} ${label}`;
}

function facts(rows) {
  const list = make("dl");
  for (const [name, value] of rows) if (value) list.append(make("dt", {}, name), make("dd", {}, value));
  return list;
}

function missed(skipped) {
  return make(
    "article",
    { class: "card finding", "data-severity": "not_checked", "data-code": skipped.code },
    make("p", { class: "severity" }, "Not checked"),
    make("h3", {}, skipped.media === null ? "Something was left out" : `Picture ${skipped.media + 1}`),
    make("p", {}, skipped.message),
  );
}

/** Set the card and the mark off that the caret stands in. */
export function markCurrent(report, caret, mirror) {
  const within = (each) => each.part === 0 && each.span && each.span.start <= caret && caret <= each.span.end;
  const found = report?.findings.findIndex(within) ?? -1;
  for (const each of document.querySelectorAll(".finding")) each.classList.toggle("current", each.dataset.index === String(found));
  mirror.highlight(found < 0 ? null : report.findings[found]);
}
