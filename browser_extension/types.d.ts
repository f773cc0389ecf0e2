// Types of the whole extension. No import or export here, so that classic content scripts see them as globals.

// ---- what travels to and from the service (offsets are UTF-16 units) ----

type SchoolGuardSeverity = "advise" | "warn" | "stop";
type SchoolGuardVerdict = "clear" | "warn" | "not_checked" | "stop";
type SchoolGuardAccountKind = "personal" | "official" | "unknown";

interface SchoolGuardSpan {
  start: number;
  end: number;
}

/** Pixels of the upright picture. */
interface SchoolGuardRegion {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface SchoolGuardTextEdit extends SchoolGuardSpan {
  text: string;
}

interface SchoolGuardWireEdit {
  part: number;
  span: SchoolGuardSpan;
  text: string;
}

interface SchoolGuardFix {
  kind: "edit_text" | "replace_picture" | "remove_picture" | "blur_faces";
  label: string;
  media: number | null;
  edits?: SchoolGuardWireEdit[];
}

interface SchoolGuardQuestion {
  key: "pupils" | "cleared" | "listed" | "profile_disclaimer";
  text: string;
  media: number | null;
  choices: { value: string; label: string }[];
}

interface SchoolGuardFinding {
  code: string;
  slug: string;
  requirement: string;
  severity: SchoolGuardSeverity;
  confidence: "low" | "medium" | "high";
  title: string;
  message: string;
  why: string;
  source: "clause" | "list" | "guidance";
  clause: string | null;
  ask: string;
  ask_label: string;
  part: number | null;
  span: SchoolGuardSpan | null;
  media: number | null;
  region: SchoolGuardRegion | null;
  fixes: SchoolGuardFix[];
  question: SchoolGuardQuestion | null;
  fingerprint: string;
}

interface SchoolGuardSkipped {
  code:
    | "pending"
    | "unknown_picture"
    | "unreadable"
    | "too_large"
    | "unsupported"
    | "no_models"
    | "no_register"
    | "recognition_off"
    | "timeout"
    | "rule_failed";
  media: number | null;
  rule: string | null;
  message: string;
}

interface SchoolGuardReport {
  verdict: SchoolGuardVerdict;
  account: SchoolGuardAccountKind;
  findings: SchoolGuardFinding[];
  skipped: SchoolGuardSkipped[];
  pictures: { media: number; width: number; height: number; faces: SchoolGuardRegion[] }[];
  took_ms: number;
  offset_encoding: "utf-16" | "code-point";
  retry_after_ms: number | null;
  api_version: string;
  policy: { name: string; version: string };
  register_version: string | null;
}

interface SchoolGuardDraftMedia {
  digest: string;
  name: string;
  alt: string;
  answers: Record<string, string>;
}

interface SchoolGuardDraft {
  parts: { text: string; role: string }[];
  kind: string;
  site: string;
  account: { kind: SchoolGuardAccountKind; handle: string; name: string };
  to: string;
  in_reply_to: string;
  profile_text: string;
  shared_from: string;
  media: SchoolGuardDraftMedia[];
  answers: Record<string, string>;
}

interface SchoolGuardGatePolicy {
  on_not_checked: "show" | "hold";
  stop_override: "reason" | "free" | "never";
}

interface SchoolGuardPolicy {
  policy: { name: string; title: string; version: string };
  school: { name: string };
  official_accounts: { site: string; handle: string }[];
  gate: SchoolGuardGatePolicy;
  contacts: Record<string, { label: string; how: string }>;
  disclaimers: { wording: string; short: string };
  recognition: "on" | "off";
  language: string;
}

// ---- what content scripts, pages and the background say to each other ----

/**
 * unreachable: nobody answers; not_paired: no token, or the service no longer knows it; orphaned: the extension was
 * updated under this page; refused: the service does not take this extension or address; timeout; problem: any other
 * answer that is not a success (its `detail` is in `message`).
 */
type SchoolGuardErrorCode = "unreachable" | "not_paired" | "orphaned" | "refused" | "timeout" | "problem";

interface SchoolGuardError {
  code: SchoolGuardErrorCode;
  message: string;
  status?: number;
  /** The first failure of its kind since the service last answered: only this one is announced. */
  first?: boolean;
}

type SchoolGuardReply<T> = { ok: true; value: T } | { ok: false; error: SchoolGuardError };

/** What may be shown of the settings: the token itself never leaves the background. */
interface SchoolGuardSettings {
  serviceUrl: string;
  paired: boolean;
  /** Hosts beyond the built-in ones where the extension works, e.g. "forum.example". */
  sites: string[];
  /** Hosts (built-in site ids as well) where the person switched it off. */
  offSites: string[];
  language: string;
  /** Names of the values that the school has set; they cannot be changed here. */
  managed: string[];
  /** Ids of the built-in sites. */
  builtIn: string[];
}

interface SchoolGuardStatus {
  state: "ready" | SchoolGuardErrorCode;
  message: string;
  version: string;
  health: { status: string; version: string; pictures: string; register: string } | null;
}

/** What is remembered for one site and handle. `kind` is the answer to the account question. */
interface SchoolGuardMemory {
  kind: SchoolGuardAccountKind | "";
  answers: Record<string, string>;
  pictures: Record<string, Record<string, string>>;
  dismissed: string[];
}

interface SchoolGuardOwner {
  site: string;
  handle: string;
}

interface SchoolGuardRequests {
  check: [{ draft: SchoolGuardDraft; language: string }, SchoolGuardReport];
  put_picture: [{ digest: string; file: File }, { state: string; retry_after_ms: number | null }];
  policy: [Record<string, never>, SchoolGuardPolicy];
  pair: [{ code: string; serviceUrl?: string }, SchoolGuardStatus];
  settings: [Record<string, never>, SchoolGuardSettings];
  set_settings: [Partial<Pick<SchoolGuardSettings, "serviceUrl" | "sites" | "offSites" | "language">>, SchoolGuardSettings];
  status: [Record<string, never>, SchoolGuardStatus];
  recall: [{ owner: SchoolGuardOwner; digests: string[] }, SchoolGuardMemory];
  remember: [
    {
      owner: SchoolGuardOwner;
      kind?: SchoolGuardAccountKind;
      answers?: Record<string, string>;
      picture?: { digest: string; answers: Record<string, string> };
      dismissed?: string;
    },
    null,
  ];
  /** Switch a site off for this browser, or on again. */
  turn_off: [{ host: string; off: boolean }, SchoolGuardSettings];
  forget: [Record<string, never>, null];
  /** Open one of the service's own pages in a new tab. */
  open_page: [{ page: "try" | "pair" }, null];
}

type SchoolGuardRequestType = keyof SchoolGuardRequests;

// ---- editors ----
// Load order: namespace, messages; editors/ text_map, registry, writing, rich, draft, lexical, quill, prosemirror,
// slate, field, contenteditable; core/ panel_dom, panel_style, panel_parts, panel_summary, panel_shell, panel_notes,
// panel_findings, panel_pictures, panel_place, pictures, dialog, follow, mirror, marks, panel; then whatever uses them.
// All our own boxes on a page are elements whose tag starts with "school-guard-".

interface SchoolGuardRun {
  at: number;
  node: Node;
  from: number;
  length: number;
}

interface SchoolGuardLineStart {
  at: number;
  node: Node;
  offset: number;
}

interface SchoolGuardTextMap {
  text: string;
  runs: SchoolGuardRun[];
  lines: SchoolGuardLineStart[];
  range(start: number, end: number): Range | null;
  offsetOf(node: Node, offset: number): number | null;
}

interface SchoolGuardRichTarget {
  element: HTMLElement;
  map: () => SchoolGuardTextMap;
  typeFirst: boolean;
}

interface SchoolGuardEditorHandle {
  element: HTMLElement;
  family: string;
  read(): string;
  rangeFor(start: number, end: number): Range | null;
  rectsFor(start: number, end: number): DOMRect[];
  map(): SchoolGuardTextMap | null;
  /** Offset of the caret, null when it is elsewhere. */
  caret(): number | null;
  replace(edits: SchoolGuardTextEdit[], expected: string): Promise<{ ok: boolean; copied: boolean }>;
  listen(callback: () => void, signal: AbortSignal): void;
}

interface SchoolGuardFamily {
  family: string;
  rootOf(element: Element): HTMLElement | null;
  open(root: HTMLElement): SchoolGuardEditorHandle;
}

// ---- marks and panel ----

interface SchoolGuardMark {
  id: string;
  start: number;
  end: number;
  severity: SchoolGuardSeverity;
}

interface SchoolGuardMarks {
  show(list: SchoolGuardMark[], text: string): void;
  clear(): void;
  destroy(): void;
}

type SchoolGuardPhase = "idle" | "checking" | "checked" | "unavailable" | "off";

interface SchoolGuardPictureState {
  media: number;
  name: string;
  file: File | null;
  digest: string;
  state: "sending" | "pending" | "read" | "skipped";
}

interface SchoolGuardPanelState {
  phase: SchoolGuardPhase;
  /** Dismissed findings are already taken out of it, and its verdict is that of what is left. */
  report: SchoolGuardReport | null;
  unavailable: SchoolGuardError | null;
  pictures: SchoolGuardPictureState[];
  siteName: string;
  gate: SchoolGuardGatePolicy;
  contacts: SchoolGuardPolicy["contacts"];
  account: { kind: SchoolGuardAccountKind; handle: string; name: string };
  /** The panel asks "own account or the school's?" and answers by `actions.answerAccount`. */
  accountQuestion: { site: string; handle: string } | null;
}

/** stale, pending: a wait with nothing to choose but "change"; the gate ends it by the signal. */
type SchoolGuardHoldReason = "stop" | "warn" | "not_checked" | "pending" | "stale";

interface SchoolGuardDecision {
  choice: "change" | "post";
  reason?: string;
}

interface SchoolGuardPanelActions {
  fix(finding: SchoolGuardFinding, fix: SchoolGuardFix): void;
  answer(question: SchoolGuardQuestion, value: string, media: number | null): void;
  answerAccount(kind: SchoolGuardAccountKind): void;
  dismiss(finding: SchoolGuardFinding, reason: string): void;
  show(finding: SchoolGuardFinding): void;
  reload(): void;
  /** "site": off here from now on. "resume": on again. */
  turnOff(scope: "site" | "resume"): void;
  /** Said after the panel itself has copied the neutral note. */
  askColleague(finding: SchoolGuardFinding): void;
}

interface SchoolGuardPanelOptions {
  /** The composer's box, submit control included; null when it is gone from the page. */
  anchor(): DOMRect | null;
  /** The composer's element: followed when it moves, and asked whether a modal dialog of the page holds it. */
  element?(): Element | null;
  /** Boxes that must stay in sight besides the anchor (a submit control outside of it). */
  avoid?(): DOMRect[];
  actions: SchoolGuardPanelActions;
}

interface SchoolGuardBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The unseen copy of a text field that carries its marks. */
interface SchoolGuardMirror {
  root: ShadowRoot;
  sync(): void;
  rangeFor(start: number, end: number): Range | null;
  destroy(): void;
}

/** Shows something for a short while: hidden again by itself, on blur and on a tab switch. */
interface SchoolGuardReveal {
  shown(): string | null;
  show(id: string): void;
  hide(): void;
}

/** What badge, head and announcement say of a state. */
interface SchoolGuardSummary {
  level: "stop" | "warn" | "advise" | "unseen" | "none" | "off";
  badge: string;
  status: string;
  busy: boolean;
}

/** What the parts of a card share. */
interface SchoolGuardPanelContext {
  state(): SchoolGuardPanelState;
  actions: SchoolGuardPanelActions;
  reveal: SchoolGuardReveal;
  notify(messageKey: string): void;
}

/** The nodes of badge and card. */
interface SchoolGuardShell {
  region: HTMLElement;
  live: HTMLElement;
  badge: HTMLButtonElement;
  badgeText: HTMLElement;
  card: HTMLElement;
  head: HTMLElement;
  status: HTMLElement;
  body: HTMLElement;
  notice: HTMLElement;
  notes: HTMLElement;
  account: HTMLElement;
  findings: HTMLElement;
  pictureBlock: HTMLElement;
  pictures: HTMLElement;
  off: HTMLButtonElement;
}

interface SchoolGuardListItem {
  key: string;
  /** The node is kept as long as this stays the same. */
  signature: string;
  build(): HTMLElement;
  /** Bring the kept node's inside up to date. */
  fill?(node: HTMLElement): void;
}

type SchoolGuardTraits = {
  class?: string;
  text?: string;
  on?: Record<string, (event: any) => void>;
} & Record<string, unknown>;

type SchoolGuardIcon =
  | "shield" | "stop" | "warn" | "advise" | "ask" | "clause" | "person" | "picture" | "unseen" | "close" | "done";

interface SchoolGuardPanel {
  update(state: SchoolGuardPanelState): void;
  /** Resolves with {choice: "change"} when the signal aborts. */
  hold(state: SchoolGuardPanelState, why: SchoolGuardHoldReason, signal?: AbortSignal): Promise<SchoolGuardDecision>;
  /** Say one short thing by its message key. */
  notify(messageKey: string): void;
  /** Open the card at this finding (a mark was picked), or, with null, put the keyboard into the card. */
  open(fingerprint: string | null, how?: "pointer" | "keyboard"): void;
  destroy(): void;
}

// ---- sites ----

/** Where a site's things are. Selectors and small functions only; everything is optional beyond id, name and hosts. */
interface SchoolGuardSite {
  id: string;
  /** As people know it. */
  name: string;
  /** Hosts, their subdomains included. The first one names the site in drafts and policies. */
  hosts: string[];
  /** Editors of composers. Without it the generic rules decide. */
  editors?: string;
  /** Editors to leave alone. */
  ignore?: string;
  /** Boxes of composers; the nearest one around an editor is its scope. Without one the scope is found by the submit control. */
  scopes?: string;
  /** Controls that publish; any other is judged by the generic rules. */
  submit?: string;
  /** A control that publishes and that no selector describes. */
  isSubmit?(control: Element, scope: Element): boolean;
  /** Editors in which a plain Enter publishes. */
  enterSubmits?: string;
  entersOn?(editor: Element): boolean;
  /** Signs of an attachment inside the scope: when the last one has gone, so has the attachment. */
  previews?: string;
  /** The controls that remove an attachment, in the attachments' order. */
  removeAttachment?: string;
  /** The site is known to ignore clicks made by scripts: the person presses again. */
  trustedOnly?: boolean;
  kind?(editor: Element, scope: Element): string;
  /** The text that the draft answers, when the page shows it. */
  inReplyTo?(editor: Element, scope: Element): string;
  /** Who posts, as the page shows it: a handle that is unique on the site, a display name, or both. */
  account?(editor: Element, scope: Element): { handle: string; name: string } | null;
}

interface SchoolGuardAccountRead {
  kind: SchoolGuardAccountKind;
  handle: string;
  name: string;
  ask: boolean;
}

// ---- attachments and composers ----

interface SchoolGuardAttachment {
  file: File;
  /** "" until it is known. */
  digest: string;
  state: SchoolGuardPictureState["state"];
  tries: number;
  /** How it came: decides how a changed file is put back. */
  way: "input" | "paste" | "drop" | "detached";
  input: HTMLInputElement | null;
  target: Element | null;
  /** Number of the detached input in the page's world. */
  relay: number;
}

/** What is in a composer at one moment. */
interface SchoolGuardContent {
  texts: { text: string; role: string }[];
  media: { digest: string; name: string }[];
  account: SchoolGuardAccountRead;
  /** Equal when the words are. */
  words: string;
  /** Equal when words, pictures and account are. */
  key: string;
  empty: boolean;
  /** All digests are known. */
  ready: boolean;
}

/** What all composers of a page share. */
interface SchoolGuardWorld {
  site: SchoolGuardSite;
  policy(): SchoolGuardPolicy | null;
  gate(): SchoolGuardGatePolicy;
  /** Resolves when the policy has been asked for. */
  ready(): Promise<void>;
  checked(report: SchoolGuardReport): void;
  failed(error: SchoolGuardError, panel: SchoolGuardPanel): void;
  turnOff(off: boolean): void;
}

interface SchoolGuardScheduler {
  soon(delay?: number): void;
  now(): Promise<void>;
}

interface SchoolGuardPass {
  key: string;
  state: "armed" | "used" | "clicked";
  clicked(now: number): void;
  arm(now: number): void;
  use(event: { type: string; repeat: boolean }, press: number, now: number): "allow" | "wait" | "over";
}

interface SchoolGuardAnswers {
  owner: SchoolGuardOwner;
  memory: SchoolGuardMemory;
  load(digests: string[]): Promise<void>;
  account(kind: SchoolGuardAccountKind): void;
  answer(key: string, value: string): void;
  answerPicture(digest: string, key: string, value: string): void;
  dismiss(fingerprint: string, keep: boolean): void;
}

interface SchoolGuardAttachments {
  all: SchoolGuardAttachment[];
  add(files: File[], from: Pick<SchoolGuardAttachment, "way" | "input" | "target" | "relay">): void;
  current(): SchoolGuardAttachment[];
  sendAgain(attachment: SchoolGuardAttachment): void;
  pressed(path: EventTarget[]): void;
  chosenAnew(input: HTMLInputElement): void;
  drop(index: number): void;
  clear(): void;
}

interface SchoolGuardChecker {
  report: SchoolGuardReport | null;
  key: string;
  error: SchoolGuardError | null;
  asked: { editors: Element[]; texts: string[] };
  busy: boolean;
  scheduler: SchoolGuardScheduler;
  soon(): void;
  afresh(): Promise<void>;
  shown(): SchoolGuardReport | null;
  decide(content: SchoolGuardContent, patient: boolean): "go" | SchoolGuardHoldReason;
}

interface SchoolGuardComposer {
  world: SchoolGuardWorld;
  site: SchoolGuardSite;
  editors: Map<Element, { handle: SchoolGuardEditorHandle; marks: SchoolGuardMarks; life: AbortController }>;
  answers: SchoolGuardAnswers;
  attachments: SchoolGuardAttachments;
  checker: SchoolGuardChecker;
  panel: SchoolGuardPanel;
  pass: SchoolGuardPass | null;
  isHeld: boolean;
  join(editor: Element): boolean;
  prune(): boolean;
  rest(): void;
  destroy(): void;
  ordered(): Element[];
  first(): Element | null;
  scope(): Element;
  submits(): Element[];
  content(): SchoolGuardContent;
  draft(content: SchoolGuardContent): SchoolGuardDraft;
  state(): SchoolGuardPanelState;
  show(): void;
}

interface SchoolGuardComposers {
  all: Set<SchoolGuardComposer>;
  clear(): void;
  rest(): void;
  prune(): void;
  ofEvent(path: EventTarget[]): SchoolGuardComposer | null;
  ofEditor(editor: Element): SchoolGuardComposer | null;
  ofControl(control: Element): SchoolGuardComposer | null;
  ofForm(form: Element): SchoolGuardComposer | null;
  ofFiles(place: Element | null): SchoolGuardComposer | null;
}

/** Somebody means to publish: what was pressed, so that it can be pressed again. */
interface SchoolGuardAttempt {
  composer: SchoolGuardComposer;
  control: Element | null;
  form: HTMLFormElement | null;
  submitter: HTMLElement | null;
  key: KeyboardEvent | null;
  editor: Element | null;
}

// ---- the namespace of the content scripts ----

interface SchoolGuardNamespace {
  [room: string]: any;
  editors: {
    register(family: SchoolGuardFamily): void;
    claim(element: Element): SchoolGuardEditorHandle | null;
  };
  textMap: { read(root: Element): SchoolGuardTextMap };
  richEditor(element: HTMLElement, family: string, traits?: { typeFirst?: boolean }): SchoolGuardEditorHandle;
  registerRichFamily(family: string, marker: string, traits?: { typeFirst?: boolean }): void;
  writing: {
    replaceRich(
      target: SchoolGuardRichTarget,
      edits: SchoolGuardTextEdit[],
      expected: string,
    ): Promise<{ ok: boolean; copied: boolean }>;
    replaceField(
      field: HTMLInputElement | HTMLTextAreaElement,
      edits: SchoolGuardTextEdit[],
      expected: string,
    ): Promise<{ ok: boolean; copied: boolean }>;
    copy(text: string): Promise<boolean>;
  };
  marks: {
    /** `onPick` gets the fingerprint of a mark, or null: the shortcut was pressed where there is none. */
    create(
      handle: SchoolGuardEditorHandle,
      options: { onPick(id: string | null, how: "pointer" | "keyboard"): void },
    ): SchoolGuardMarks;
  };
  mirror: {
    create(field: HTMLInputElement | HTMLTextAreaElement): SchoolGuardMirror;
    measure(field: HTMLInputElement | HTMLTextAreaElement, start: number, end: number): DOMRect[];
  };
  follow(element: Element, callback: () => void, signal: AbortSignal): void;
  composedParent(element: Element): Element | null;
  place: {
    inSight(anchor: DOMRect): boolean;
    around(anchor: DOMRect, kept: DOMRect[]): DOMRect;
    badge(size: { width: number; height: number }, anchor: DOMRect, kept: DOMRect[]): SchoolGuardBox;
    card(size: { width: number; height: number }, anchor: DOMRect, kept: DOMRect[]): SchoolGuardBox;
  };
  dom: {
    el<T extends keyof HTMLElementTagNameMap>(
      tag: T,
      traits?: SchoolGuardTraits,
      ...children: (Node | null | undefined | false)[]
    ): HTMLElementTagNameMap[T];
    icon(name: SchoolGuardIcon, className?: string): SVGSVGElement;
    button(text: string, press: () => void, traits?: SchoolGuardTraits): HTMLButtonElement;
    counted(key: string, count: number, params?: Record<string, string | number>): string;
  };
  panelStyle(): CSSStyleSheet;
  panelSummary(state: SchoolGuardPanelState): SchoolGuardSummary;
  panelParts: {
    keep(list: HTMLElement, items: SchoolGuardListItem[]): void;
    shell(
      number: number,
      actions: { toggle(byKeyboard: boolean): void; close(): void; turnOff(): void },
    ): SchoolGuardShell;
    reveal(changed: () => void): SchoolGuardReveal;
    findings(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    pictures(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    account(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    notes(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    unavailable(state: SchoolGuardPanelState): string;
    /** Gives back how to put the keyboard there again. */
    keyboardPlace(): () => void;
    everyReason: string[];
    reasons(finding: SchoolGuardFinding): string[];
    clause(finding: SchoolGuardFinding): string;
    numberOf(state: SchoolGuardPanelState, media: number | null): string;
  };
  /** The dialog that holds a post. `root` is our shadow root. */
  dialog: {
    hold(
      root: ShadowRoot,
      state: SchoolGuardPanelState,
      why: SchoolGuardHoldReason,
      signal?: AbortSignal,
    ): { decision: Promise<SchoolGuardDecision>; update(state: SchoolGuardPanelState): void };
  };
  panel: { create(options: SchoolGuardPanelOptions): SchoolGuardPanel };
  pictures: {
    blurFaces(file: File, faces: SchoolGuardRegion[]): Promise<File>;
    /** Draws the upright picture with frames; false when this browser cannot decode it. */
    draw(canvas: HTMLCanvasElement, file: File, regions: SchoolGuardRegion[], width: number): Promise<boolean>;
  };
  /** Only in popup and settings. */
  pages: {
    get<T extends HTMLElement>(id: string, kind: new () => T): T;
    translate(language: string): void;
    showStatus(chip: HTMLElement, text: HTMLElement, status: SchoolGuardStatus): void;
    status(): Promise<SchoolGuardStatus>;
    pairing(form: HTMLFormElement, done: (status: SchoolGuardStatus) => void): void;
    lock(
      settings: SchoolGuardSettings,
      name: string,
      controls: (HTMLInputElement | HTMLSelectElement | HTMLButtonElement)[],
      note: HTMLElement,
    ): void;
    covering(host: string, list: string[]): string | undefined;
  };
  messages: {
    /** The sentence of a key in the person's language; `{name}` is filled from params. */
    t(key: string, params?: Record<string, string | number>): string;
    add(language: string, table: Record<string, string>): void;
    use(language: string): void;
    language(): string;
  };
  /** Ask the background. Never rejects. */
  ask<K extends SchoolGuardRequestType>(
    type: K,
    body: SchoolGuardRequests[K][0],
  ): Promise<SchoolGuardReply<SchoolGuardRequests[K][1]>>;
  sites: {
    register(site: SchoolGuardSite): void;
    current(host: string): SchoolGuardSite;
  };
  isOrphaned(): boolean;
  publishWords: Set<string>;
  controls: {
    pressed(path: EventTarget[], site: SchoolGuardSite): Element | null;
    publishes(control: Element, site: SchoolGuardSite): boolean;
    publishesScope(control: Element, scope: Element, editors: Element[], site: SchoolGuardSite): boolean;
    within(scope: Element, editors: Element[], site: SchoolGuardSite): Element | null;
    names(control: Element): string[];
  };
  finder: {
    closest(element: Element, selector: string): Element | null;
    isOurs(path: EventTarget[]): boolean;
    holds(scope: Element, element: Element): boolean;
    editor(path: EventTarget[], site: SchoolGuardSite): Element | null;
    editorsIn(box: Element, site: SchoolGuardSite): Element[];
    boxAround(control: Element, site: SchoolGuardSite): Element | null;
    scope(editor: Element, site: SchoolGuardSite): { scope: Element; sure: boolean };
  };
  scheduler(run: () => Promise<void>, signal: AbortSignal, delay?: number): SchoolGuardScheduler;
  accountOf(
    shown: { handle: string; name: string } | null,
    site: string,
    official: { site: string; handle: string }[],
    remembered: SchoolGuardAccountKind | "",
  ): SchoolGuardAccountRead;
  answersFor(owner: SchoolGuardOwner): SchoolGuardAnswers;
  verdicts: {
    without(report: SchoolGuardReport, dismissed: string[]): SchoolGuardReport;
    decide(
      known: { report: SchoolGuardReport | null; fresh: boolean; down: boolean; patient: boolean },
      gate: SchoolGuardGatePolicy,
    ): "go" | SchoolGuardHoldReason;
  };
  pass: { (key: string, now: number): SchoolGuardPass; siteHasTime: number };
  files: {
    LARGEST: number;
    isPicture(file: File): boolean;
    digest(file: File): Promise<string>;
    save(file: File): void;
    choose(): Promise<File | null>;
  };
  attachments(site: SchoolGuardSite, scope: () => Element, changed: () => void, signal: AbortSignal): SchoolGuardAttachments;
  puttingBack: {
    isBusy(): boolean;
    remove(site: SchoolGuardSite, scope: Element, index: number, count: number): Promise<boolean>;
    replace(
      site: SchoolGuardSite,
      scope: Element,
      index: number,
      all: SchoolGuardAttachment[],
      file: File,
    ): Promise<"done" | "remove_by_hand" | "add_by_hand">;
  };
  draft: {
    content(seen: {
      texts: SchoolGuardContent["texts"];
      media: SchoolGuardContent["media"];
      account: SchoolGuardAccountRead;
    }): SchoolGuardContent;
    wire(
      content: SchoolGuardContent,
      memory: SchoolGuardMemory,
      about: { site: string; kind: string; inReplyTo: string },
    ): SchoolGuardDraft;
  };
  checker(composer: SchoolGuardComposer, world: SchoolGuardWorld, signal: AbortSignal): SchoolGuardChecker;
  composers(world: SchoolGuardWorld): SchoolGuardComposers;
  attempts: {
    of(event: Event, path: EventTarget[], composers: SchoolGuardComposers, site: SchoolGuardSite): SchoolGuardAttempt | null;
  };
  replay(attempt: SchoolGuardAttempt): Promise<boolean>;
  untilSettled(composer: SchoolGuardComposer, signal: AbortSignal): Promise<"ready">;
  gate(composers: SchoolGuardComposers, world: SchoolGuardWorld, signal: AbortSignal): unknown;
  arrivals(composers: SchoolGuardComposers, signal: AbortSignal): void;
  world(site: SchoolGuardSite, host: string): SchoolGuardWorld;
  composer(editor: Element, world: SchoolGuardWorld): SchoolGuardComposer;
  composerActions(composer: SchoolGuardComposer): SchoolGuardPanelActions;
}

declare var SchoolGuard: SchoolGuardNamespace;
