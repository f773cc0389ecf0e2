// What content scripts, pages and the background say to each other.

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
  /** Answers about somebody a draft goes to, by the name the page shows. */
  people: Record<string, Record<string, string>>;
  dismissed: string[];
  /** Fingerprints of what is said once a day, and has been. */
  notices: string[];
}

interface SchoolGuardOutcome {
  /** The rule's slug. */
  rule: string;
  /** "acted", "posted", or the reason it was set aside for. */
  outcome: string;
}

interface SchoolGuardOwner {
  site: string;
  handle: string;
}

interface SchoolGuardRequests {
  check: [{ draft: SchoolGuardDraft; language: string }, SchoolGuardReport];
  put_picture: [{ digest: string; file: File }, { state: string; retry_after_ms: number | null }];
  policy: [Record<string, never>, SchoolGuardPolicy];
  /** Count what became of findings: rule and outcome, nothing else. */
  outcomes: [{ outcomes: SchoolGuardOutcome[] }, null];
  pair: [{ code: string; serviceUrl?: string }, SchoolGuardStatus];
  settings: [Record<string, never>, SchoolGuardSettings];
  set_settings: [Partial<Pick<SchoolGuardSettings, "serviceUrl" | "sites" | "language">>, SchoolGuardSettings];
  status: [Record<string, never>, SchoolGuardStatus];
  recall: [{ owner: SchoolGuardOwner; digests: string[]; people: string[] }, SchoolGuardMemory];
  remember: [
    {
      owner: SchoolGuardOwner;
      kind?: SchoolGuardAccountKind;
      answers?: Record<string, string>;
      picture?: { digest: string; answers: Record<string, string> };
      person?: { name: string; answers: Record<string, string> };
      dismissed?: string;
      /** Fingerprints that count again. */
      broughtBack?: string[];
      /** Fingerprint of a notice that was given. */
      notice?: string;
    },
    null,
  ];
  /** Switch the site that a host belongs to off for this browser, or on again. */
  turn_off: [{ host: string; off: boolean }, SchoolGuardSettings];
  forget: [Record<string, never>, null];
  /** Open one of the service's own pages in a new tab. */
  open_page: [{ page: "try" | "pair" }, null];
}

type SchoolGuardRequestType = keyof SchoolGuardRequests;
