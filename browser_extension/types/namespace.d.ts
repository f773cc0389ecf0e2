// The one global of the content scripts: each room and what it offers.

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
      options: { onPick(id: string | null, how: SchoolGuardWay): void },
    ): SchoolGuardMarks;
  };
  mirror: { create(field: HTMLInputElement | HTMLTextAreaElement): SchoolGuardMirror };
  cover(element: Element): Element | null;
  layer(element: Element | null): Element;
  follow(element: Element, callback: (isCovered: boolean) => void, signal: AbortSignal): void;
  composedParent(element: Element): Element | null;
  place: {
    inSight(anchor: DOMRect): boolean;
    around(anchor: DOMRect, kept: DOMRect[]): DOMRect;
    badge(size: { width: number; height: number }, anchor: DOMRect, kept: DOMRect[]): SchoolGuardBox;
    card(size: { width: number; height: number }, anchor: DOMRect, draft: DOMRect, kept: DOMRect[]): SchoolGuardBox;
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
    notice(changed: () => void): SchoolGuardNotice;
    keepToItself(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void;
    passing(host: HTMLElement, editor: () => Element | null, close: () => void): SchoolGuardPassing;
    oneFaceFix(context: SchoolGuardPanelContext, finding: SchoolGuardFinding): SchoolGuardFix | undefined;
    oneFace(context: SchoolGuardPanelContext, current: () => SchoolGuardFinding, key: string): HTMLElement | null;
    oneFaceButton(context: SchoolGuardPanelContext, current: () => SchoolGuardFinding, key: string): HTMLElement | null;
    findings(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    pictures(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    account(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    notes(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    unavailable(state: SchoolGuardPanelState): string;
    /** Gives back how to put the keyboard there again. */
    keyboardPlace(): () => void;
    asking(
      context: SchoolGuardPanelContext,
      current: () => SchoolGuardFinding,
    ): { controls: HTMLElement[]; choices: HTMLElement[] };
    leftOut(context: SchoolGuardPanelContext): SchoolGuardListItem[];
    maySetAside(finding: SchoolGuardFinding, gate: SchoolGuardGatePolicy): boolean;
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
    /** What it holds the post for. */
    held(state: SchoolGuardPanelState, why: SchoolGuardHoldReason | "clear"): SchoolGuardFinding[];
    /** There is nothing but to change it. */
    isFinal(state: SchoolGuardPanelState, why: SchoolGuardHoldReason | "clear"): boolean;
  };
  panel: { create(options: SchoolGuardPanelOptions): SchoolGuardPanel };
  pictures: {
    blurFaces(file: File, faces: SchoolGuardRegion[]): Promise<File>;
    /** Draws each face, cut out of the upright picture, on its own canvas; false when this browser cannot decode it. */
    drawFaces(canvases: HTMLCanvasElement[], file: File, faces: SchoolGuardRegion[], size: number): Promise<boolean>;
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
    /** Those there are sentences in. */
    languages(): string[];
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
  keepWords: Set<string>;
  controls: {
    pressed(path: EventTarget[], site: SchoolGuardSite): Element | null;
    keeps(control: Element): boolean;
    publishes(control: Element, site: SchoolGuardSite): boolean;
    publishesScope(control: Element, scope: Element, editors: Element[], site: SchoolGuardSite): boolean;
    within(scope: Element, editors: Element[], site: SchoolGuardSite): Element | null;
    names(control: Element): string[];
  };
  finder: {
    closest(element: Element, selector: string): Element | null;
    searches(element: Element): boolean;
    isOurs(path: EventTarget[]): boolean;
    holds(scope: Element, element: Element): boolean;
    editor(path: EventTarget[], site: SchoolGuardSite): Element | null;
    editorsIn(box: Element, site: SchoolGuardSite): Element[];
    boxAround(control: Element, site: SchoolGuardSite): Element | null;
    scope(editor: Element, site: SchoolGuardSite): { scope: Element; sure: boolean };
  };
  frames: {
    isInside(): boolean;
    guests(): SchoolGuardComposer[];
    panel(options: SchoolGuardPanelOptions): SchoolGuardPanel;
    announce(composer: SchoolGuardComposer, signal: AbortSignal): void;
    welcome(composer: SchoolGuardComposer, frame: Element, signal: AbortSignal): void;
    publishedBy(control: Element, site: SchoolGuardSite): SchoolGuardComposer[];
    inForm(form: Element): SchoolGuardComposer[];
    foremost(all: SchoolGuardComposer[]): SchoolGuardComposer | null;
  };
  scheduler(run: () => Promise<void>, signal: AbortSignal, delay?: number): SchoolGuardScheduler;
  accountOf(
    shown: { handle: string; name: string } | null,
    site: string,
    official: { site: string; handle: string }[],
    remembered: SchoolGuardAccountKind | "",
  ): SchoolGuardAccountRead;
  answersFor(owner: SchoolGuardOwner): SchoolGuardAnswers;
  outcomes(now?: () => number): SchoolGuardOutcomes;
  verdicts: {
    without(report: SchoolGuardReport, dismissed: string[]): SchoolGuardReport;
    decide(
      known: { report: SchoolGuardReport | null; fresh: boolean; patient: boolean },
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
      about: { site: string; kind: string; to: string; nameless: Record<string, string>; inReplyTo: string },
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
