// @ts-check
"use strict";
{
  const CSS_TEXT = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483646 !important; color-scheme: light dark !important;
}
:host([hidden]) { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
.root, dialog {
  --ink: light-dark(#1b2230, #e9edf4); --soft: light-dark(#556070, #aab4c3);
  --face: light-dark(#fff, #1b212b); --sunk: light-dark(#f4f6f9, #232b37); --line: light-dark(#dde2ea, #354050);
  --edge: light-dark(#7b8798, #8391a5);
  --accent: light-dark(#1d5fb8, #8fbdff); --on-accent: light-dark(#fff, #0d1a2c);
  --stop: light-dark(#b3261e, #ff9d94); --stop-face: light-dark(#fdf0ef, #3a2222);
  --warn: light-dark(#8a5300, #f5be62); --warn-face: light-dark(#fdf5e6, #362b18);
  --advise: light-dark(#33618f, #a4c8ef); --advise-face: light-dark(#eef4fb, #202f40);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink);
  text-align: start; letter-spacing: normal; -webkit-font-smoothing: antialiased;
}
h2, h3, h4, p, ul, fieldset, legend, dl, dd, dt { margin: 0; padding: 0; border: 0; font: inherit; }
ul { list-style: none; }
[hidden] { display: none !important; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round;
  stroke-linejoin: round; }
.small { font-size: 12.5px; color: var(--soft); }

button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.button { min-height: 32px; padding: 5px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--face);
  font-weight: 550; line-height: 1.3; text-align: start; transition: background-color .12s; }
a.button { display: inline-block; color: inherit; text-decoration: none; }
.button:hover { background: var(--sunk); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button.primary:hover { filter: brightness(1.08); }
.button[aria-pressed=true] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); }
.button[aria-disabled=true] { opacity: .62; cursor: default; }
.button.plain { min-height: 28px; padding: 3px 6px; margin-inline-start: -6px; border-color: transparent; background: none; color: var(--accent); font-weight: 500; }
.button.plain:hover { text-decoration: underline; }
.button.round { display: grid; place-items: center; width: 32px; padding: 0; border-color: transparent; color: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }

.badge { position: fixed; display: inline-flex; align-items: center; gap: 6px; min-height: 28px; min-width: 28px; padding: 3px 10px 3px 7px;
  border: 1px solid var(--line); border-radius: 99px; background: var(--face); color: var(--soft); font-weight: 600; font-size: 13px;
  box-shadow: 0 1px 2px rgb(15 23 42 / 10%), 0 3px 10px rgb(15 23 42 / 12%); white-space: nowrap; }
.badge:hover { color: var(--ink); }
.badge.bare { padding: 3px 4px; justify-content: center; }
.badge span:empty { display: none; }
.badge[data-level=stop] { color: var(--stop); border-color: currentColor; background: var(--stop-face); }
.badge[data-level=warn] { color: var(--warn); border-color: currentColor; background: var(--warn-face); }
.badge[data-level=advise] { color: var(--advise); border-color: currentColor; background: var(--advise-face); }
.badge[data-level=unseen] { border-style: dashed; border-color: var(--edge); }
.badge[data-busy] .icon { animation: breathe 1.2s ease-in-out .4s infinite; }
@keyframes breathe { 50% { opacity: .35; } }

.card { position: fixed; display: flex; flex-direction: column; width: min(368px, calc(100vw - 16px)); max-height: min(560px, calc(100vh - 16px));
  border: 1px solid var(--line); border-radius: 14px; background: var(--face); overflow: hidden;
  box-shadow: 0 2px 6px rgb(15 23 42 / 10%), 0 16px 40px rgb(15 23 42 / 20%); animation: arrive .14s ease-out; }
@keyframes arrive { from { opacity: 0; transform: translateY(4px); } }
.head { display: flex; align-items: center; gap: 10px; padding: 12px 12px 12px 16px; border-bottom: 1px solid var(--line); }
.head .icon { width: 22px; height: 22px; color: var(--accent); }
.head .button .icon { width: 18px; height: 18px; color: inherit; }
.head h2 { font-weight: 650; font-size: 15px; line-height: 1.25; }
.head .words { flex: 1; min-width: 0; }
.body { overflow: auto; overscroll-behavior: contain; padding: 16px; display: grid; gap: 16px; }
.body:empty, .block:empty { display: none; }
.foot .button { white-space: nowrap; font-size: 13px; }
.foot { display: flex; justify-content: space-between; align-items: center; gap: 8px; padding: 6px 16px; border-top: 1px solid var(--line);
  background: var(--sunk); }
.groups { display: grid; gap: 16px; } .groups:empty { display: none; }
.group { display: grid; gap: 8px; }
.note.plain { display: block; }
.group > h3, .block > h3 { font-size: 12.5px; font-weight: 650; color: var(--soft); }
.findings { display: grid; gap: 8px; }
.finding { display: grid; grid-template-columns: 18px 1fr; column-gap: 10px; padding: 12px; border: 1px solid var(--line);
  border-inline-start: 3px solid var(--tone); border-radius: 10px; scroll-margin: 8px; }
.finding > .icon { color: var(--tone); margin-top: 1px; }
.finding > .inner { display: grid; gap: 8px; min-width: 0; }
.finding h4, .finding .title { font-weight: 650; }
.finding .said { display: grid; gap: 4px; overflow-wrap: anywhere; }
.finding .why { color: var(--soft); }
.finding.picked { box-shadow: 0 0 0 2px var(--tone); }
.finding:focus { outline: 2px solid var(--tone); outline-offset: 1px; }
.stop { --tone: var(--stop); } .warn { --tone: var(--warn); } .advise { --tone: var(--advise); }
.finding.stop { background: var(--stop-face); border-color: var(--stop); border-inline-start-width: 5px; }
.meta { display: grid; gap: 4px; font-size: 12.5px; color: var(--soft); }
.finding.stop .meta, .finding.stop .why { color: light-dark(#4a5361, #c3cbd8); }
.meta > div { display: grid; grid-template-columns: 15px 1fr; gap: 6px; align-items: start; overflow-wrap: anywhere; }
.meta .icon { width: 15px; height: 15px; margin-top: 1.5px; }
.one-face { display: grid; gap: 10px; padding: 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--face); }
.one-face .lead { display: grid; grid-template-columns: 18px 1fr; gap: 8px; }
.one-face .lead .icon { color: var(--accent); margin-top: 1px; }
.one-face .row + .row { padding-top: 6px; border-top: 1px solid var(--line); justify-content: space-between; }
.one-face:focus { outline: 2px solid var(--accent); outline-offset: 1px; }
.faces { display: grid; grid-template-columns: repeat(auto-fill, minmax(56px, 1fr)); gap: 6px; }
.button.face { display: grid; justify-items: center; gap: 2px; padding: 3px 3px 2px; font-size: 12.5px; }
.face canvas { aspect-ratio: 1; border-radius: 6px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chips .button { min-height: 28px; padding: 3px 10px; border-radius: 99px; font-weight: 500; font-size: 13px; }
.asking { display: grid; gap: 8px; } .asking .question { font-weight: 600; }
.block { display: grid; gap: 8px; }
.note { display: grid; grid-template-columns: 18px 1fr; gap: 10px; padding: 10px 12px; border-radius: 10px; background: var(--sunk); }
.note .icon { color: var(--soft); margin-top: 1px; }
.note .row { margin-top: 8px; }
.pictures { display: grid; gap: 8px; }
.pictures li { display: grid; gap: 8px; }
.pictures .line { display: grid; grid-template-columns: 18px 1fr auto; gap: 10px; align-items: center; }
.pictures .icon { color: var(--soft); }
.pictures .line span { display: block; }
.pictures .line span::first-letter { text-transform: uppercase; }
canvas { display: block; max-width: 100%; height: auto; border-radius: 8px; background: var(--sunk); }

dialog { position: fixed; inset: 0; margin: auto; padding: 0; width: min(480px, calc(100vw - 32px)); max-height: calc(100vh - 32px);
  border: 1px solid var(--line); border-radius: 16px; background: var(--face); color-scheme: light dark; overflow: auto;
  box-shadow: 0 24px 64px rgb(15 23 42 / 36%); }
dialog::backdrop { background: rgb(15 20 30 / 46%); }
.hold { display: grid; gap: 16px; padding: 24px; border-top: 5px solid var(--tone, var(--accent)); }
.hold h2 { display: flex; gap: 12px; align-items: center; font-size: 18px; font-weight: 650; line-height: 1.3; }
.hold h2 .icon { width: 26px; height: 26px; color: var(--tone, var(--accent)); }
.hold .row { justify-content: flex-end; }
.hold .row .button { min-height: 38px; padding: 7px 16px; }
.hold .error { color: var(--stop); font-weight: 600; }
.reasons { display: grid; gap: 2px; } .reasons legend { font-weight: 600; padding-bottom: 4px; }
.reasons label { display: flex; gap: 8px; align-items: center; min-height: 28px; cursor: pointer; }
.reasons input { accent-color: var(--accent); width: 18px; height: 18px; margin: 0; }

@media (forced-colors: active) {
  .icon { stroke: CanvasText; }
  .badge, .card, .finding, .button, dialog, .note { border: 1px solid ButtonText; }
  .button.primary { border-width: 2px; }
  .button[aria-pressed=true] { outline: 2px solid Highlight; }
}
@media (prefers-reduced-motion: reduce) { *, *::before { animation: none !important; transition: none !important; } }
`;

  /** @type {CSSStyleSheet | null} */
  let sheet = null;

  /** The one style sheet of card and dialog, shared by all composers of a page. @returns {CSSStyleSheet} */
  SchoolGuard.panelStyle = function panelStyle() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
    }
    return sheet;
  };
}
