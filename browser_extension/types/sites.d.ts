// What is known of a site.

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
  /** Whom a message or a request goes to, as the page names them. */
  to?(editor: Element, scope: Element): string;
  /** Who posts, as the page shows it: a handle that is unique on the site, a display name, or both. */
  account?(editor: Element, scope: Element): { handle: string; name: string } | null;
}

interface SchoolGuardAccountRead {
  kind: SchoolGuardAccountKind;
  handle: string;
  name: string;
  ask: boolean;
}
