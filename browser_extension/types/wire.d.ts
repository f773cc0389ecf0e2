// What travels to and from the service (offsets are UTF-16 units). No import or export in this folder: classic scripts see these types as globals.

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
  kind: "edit_text" | "replace_picture" | "remove_picture" | "blur_faces" | "blur_one_face";
  label: string;
  media: number | null;
  edits?: SchoolGuardWireEdit[];
}

interface SchoolGuardQuestion {
  key: "pupils" | "cleared" | "listed" | "profile_disclaimer" | "recipient";
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
  report_to: string;
  report_to_label: string;
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

interface SchoolGuardSuppressed {
  code: string;
  slug: string;
  why: "allowed" | "published" | "dismissed" | "quiet";
  count: number;
  message: string;
}

interface SchoolGuardReport {
  verdict: SchoolGuardVerdict;
  account: SchoolGuardAccountKind;
  findings: SchoolGuardFinding[];
  skipped: SchoolGuardSkipped[];
  pictures: { media: number; width: number; height: number; faces: SchoolGuardRegion[] }[];
  suppressed: SchoolGuardSuppressed[];
  /** Rules that were mostly wrong so far and speak more softly here. */
  quiet: { slug: string; message: string }[];
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
