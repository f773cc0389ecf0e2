// Composers, their pictures, checks and the gate.

interface SchoolGuardAttachment {
  file: File;
  /** "" until it is known. */
  digest: string;
  state: SchoolGuardPictureState["state"];
  /** How often it was sent since the service has read it last. */
  tries: number;
  /** When the service began to read it; 0: it does not. */
  pendingSince: number;
  /** What the service said when it did not take it. */
  refusal: string;
  /** The page has left it in the input of its form. */
  kept: boolean;
  /** It has been let through to the page. */
  isSent: boolean;
  /** How many images were shown when its preview was among them; 0: it has not been seen. */
  images: number;
  /** The page took no notice of it while this much stood in the box; -1: it counts. */
  doubt: number;
  /** How it came: decides how a changed file is put back. */
  way: "input" | "paste" | "drop" | "detached";
  input: HTMLInputElement | null;
  target: Element | null;
  /** Number of the detached input in the page's world. */
  relay: number;
}

/** Where a picture came from. */
type SchoolGuardOrigin = Pick<SchoolGuardAttachment, "way" | "input" | "target" | "relay">;

/** Why a picture will not be looked at, in the terms of a report. */
type SchoolGuardGivenUp = Pick<SchoolGuardSkipped, "code" | "message">;

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
  /** When it got there, ms. */
  at: number;
  clicked(now: number): void;
  arm(now: number): void;
  use(event: { type: string; repeat: boolean }, press: number, now: number): "allow" | "wait" | "over";
}

interface SchoolGuardAnswers {
  owner: SchoolGuardOwner;
  memory: SchoolGuardMemory;
  load(digests: string[], people: string[]): Promise<void>;
  account(kind: SchoolGuardAccountKind): void;
  answer(key: string, value: string): void;
  answerPicture(digest: string, key: string, value: string): void;
  answerPerson(name: string, key: string, value: string): void;
  dismiss(fingerprint: string): void;
  bringBack(fingerprints: string[]): void;
  noticed(fingerprint: string): void;
}

interface SchoolGuardOutcomes {
  forget(): void;
  seen(findings: SchoolGuardFinding[]): void;
  answered(): void;
  acted(finding: SchoolGuardFinding): void;
  dismissed(finding: SchoolGuardFinding, reason: string): void;
  posted(findings: SchoolGuardFinding[], reason?: string): void;
}

interface SchoolGuardAttachments {
  all: SchoolGuardAttachment[];
  add(files: File[], from: SchoolGuardOrigin): void;
  current(): SchoolGuardAttachment[];
  follow(attachment: SchoolGuardAttachment, codes: SchoolGuardSkipped["code"][]): SchoolGuardGivenUp | null;
  tryAgain(): void;
  pressed(path: EventTarget[]): void;
  size(): number;
  doubt(files: File[], before: number): void;
  chosenAnew(input: HTMLInputElement): void;
  noteSent(): void;
  drop(attachment: SchoolGuardAttachment): void;
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
  outcomes: SchoolGuardOutcomes;
  attachments: SchoolGuardAttachments;
  checker: SchoolGuardChecker;
  panel: SchoolGuardPanel;
  pass: SchoolGuardPass | null;
  isHeld: boolean;
  /** Its box ends at a form, a dialog or a submit control. */
  boxIsSure: boolean;
  /** What was answered about somebody whose name the page does not show. */
  nameless: Record<string, string>;
  setAside: Set<string>;
  to(): string;
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
  takeFiles(files: File[], from: SchoolGuardOrigin, pressed: Element | null): SchoolGuardComposer | null;
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
