// Editors: one handle whatever the family.

// Load order: namespace, messages; editors/ text_map, registry, writing, rich, draft, lexical, quill, prosemirror,
// slate, field, contenteditable; core/ panel_dom, panel_style, panel_parts, panel_summary, panel_shell, panel_notes,
// panel_findings, panel_pictures, panel_place, pictures, dialog, cover, layer, follow, mirror, marks, panel; then
// whatever uses them.
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
