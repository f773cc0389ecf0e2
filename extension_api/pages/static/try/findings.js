// The cards beside the composer.
import { make } from "/static/api.js";
import { labelsIn } from "/static/try/labels.js";

/** One card for each finding and for each thing that was not checked; "nothing to say" only where all of it was looked at. */
export function drawFindings(place, report, actions) {
  const said = labelsIn(actions.language);
  const cards = [];
  for (const [index, finding] of (report?.findings ?? []).entries()) cards.push(card(finding, index, report, actions, said));
  for (const skipped of (report?.skipped ?? []).filter((each) => !isWaiting(each))) cards.push(missed(skipped, actions, said));
  if (!cards.length) cards.push(...quiet(report, said));
  cards.push(...leftOut(report, actions, said));
  place.replaceChildren(...cards);
  place.lang = actions.language;
}

/** The one card of a post that could not be checked at all. */
export function drawFailure(place, language) {
  const said = labelsIn(language);
  place.replaceChildren(
    make(
      "article",
      { class: "card finding", "data-severity": "not_checked" },
      make("p", { class: "severity" }, said.levels.not_checked),
      make("h3", {}, said.failed),
      make("p", {}, said.untilThen),
    ),
  );
  place.lang = language;
}

/** Whether a picture is still being looked at, or yet to be sent. */
export const isWaiting = (skipped) => skipped.code === "pending" || skipped.code === "unknown_picture";

function quiet(report, said) {
  const line = (words) => [make("p", { class: "card quiet-card" }, words)];
  if (!report) return line(said.beginning);
  if (report.skipped.some(isWaiting)) return line(said.checking);
  return report.suppressed.length ? [] : line(said.nothing);
}

/** What somebody had decided to leave out, in one line; what was set aside here can come back. */
function leftOut(report, actions, said) {
  const lines = (report?.quiet ?? []).map((each) => make("p", { class: "small muted" }, each.message));
  const suppressed = report?.suppressed ?? [];
  if (!suppressed.length) return lines;
  const what = [...new Set(suppressed.map((each) => each.message))].join(", ");
  const mine = suppressed.some((each) => each.why === "dismissed");
  const again = mine ? make("button", { type: "button", class: "quiet", onclick: () => actions.bringBack() }, said.again) : null;
  return [...lines, make("p", { class: "small muted left-out" }, make("span", {}, `${said.leftOut}: ${what}`), again)];
}

function card(finding, index, report, actions, said) {
  const doing = make("div", { class: "doing" });
  for (const [order, fix] of finding.fixes.filter((each) => !each.kind.startsWith("blur_")).entries()) {
    doing.append(make("button", { type: "button", class: order ? "" : "primary", onclick: () => actions.fix(fix) }, fix.label));
  }
  const aside = make("button", { type: "button", class: "aside", onclick: () => actions.dismiss(finding) }, said.aside);
  if (finding.question) {
    doing.append(make("p", {}, finding.question.text));
    for (const choice of finding.question.choices) {
      doing.append(make("button", { type: "button", onclick: () => actions.reply(finding.question, choice.value) }, choice.label));
    }
  }
  doing.append(aside);
  // Only the words are timed: a picture was read before, by another process.
  const timed = index === report.findings.findIndex((each) => each.media === null);
  return make(
    "article",
    { class: "card finding", "data-severity": finding.severity, "data-index": index, "data-code": finding.code },
    make("p", { class: "severity" }, said.levels[finding.severity]),
    make("h3", {}, finding.title),
    make("p", {}, finding.message),
    make("p", { class: "small muted" }, finding.why),
    facts([
      [finding.source === "clause" ? said.policy : said.source, finding.clause ?? said.origins[finding.source]],
      [said.doubt, inDoubt(finding.ask, finding.ask_label, report.contacts, said.ask)],
      [said.concern, inDoubt(finding.report_to, finding.report_to_label, report.contacts, said.tell)],
      [said.took, timed ? `${report.took_ms.toFixed(1)} ms; ${said.here}` : null],
    ]),
    doing,
  );
}

function inDoubt(role, label, contacts, verb) {
  if (!label) return null;
  return contacts[role] && contacts[role] !== label ? `${verb} ${label} (${contacts[role]})` : `${verb} ${label}`;
}

function facts(rows) {
  const list = make("dl");
  for (const [name, value] of rows) if (value) list.append(make("dt", {}, name), make("dd", {}, value));
  return list;
}

function missed(skipped, actions, said) {
  return make(
    "article",
    { class: "card finding", "data-severity": "not_checked", "data-code": skipped.code },
    make("p", { class: "severity" }, said.levels.not_checked),
    make("h3", {}, skipped.name ?? (skipped.media === null ? said.somethingMissed : actions.pictureName(skipped.media))),
    make("p", {}, skipped.message ?? said.refused[skipped.code]),
  );
}

/** Set the card and the mark off that the caret stands in. */
export function markCurrent(report, caret, mirror) {
  const within = (each) => each.part === 0 && each.span && each.span.start <= caret && caret <= each.span.end;
  const found = report?.findings.findIndex(within) ?? -1;
  for (const each of document.querySelectorAll(".finding")) each.classList.toggle("current", each.dataset.index === String(found));
  mirror.highlight(found < 0 ? null : report.findings[found]);
}
