// Marks, panel and the dialog that holds a post.

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
  /** `face`: which one, where the fix is about one face only. */
  fix(finding: SchoolGuardFinding, fix: SchoolGuardFix, face?: SchoolGuardRegion): void;
  answer(question: SchoolGuardQuestion, value: string, media: number | null): void;
  answerAccount(kind: SchoolGuardAccountKind): void;
  dismiss(finding: SchoolGuardFinding, reason: string): void;
  /** Show again what was set aside in this post. */
  bringBack(): void;
  show(finding: SchoolGuardFinding): void;
  reload(): void;
  /** "site": off here from now on. "resume": on again. */
  turnOff(scope: "site" | "resume"): void;
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
  hide(isHidden: boolean): void;
  rangeFor(start: number, end: number): Range | null;
  destroy(): void;
}

/** Shows something for a short while: hidden again by itself, on blur and on a tab switch. */
interface SchoolGuardReveal {
  shown(): string | null;
  show(id: string): void;
  hide(): void;
  /** Somebody is at it: the short while starts again. */
  stay(): void;
}

/** Which finding, by its key in the card, has its notice open. */
interface SchoolGuardNotice {
  about(): string | null;
  set(key: string | null): void;
}

/** How somebody came to a mark. */
type SchoolGuardWay = "pointer" | "keyboard" | "hover";

/** A card that nobody asked for: from `begin` on it closes when the pointer goes, until `end`. */
interface SchoolGuardPassing {
  begin(): void;
  end(): void;
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
  notice: SchoolGuardNotice;
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
  leftOut: HTMLElement;
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
  open(fingerprint: string | null, how?: SchoolGuardWay): void;
  destroy(): void;
}
