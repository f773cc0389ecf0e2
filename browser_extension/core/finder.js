// @ts-check
"use strict";
{
  /**
   * From an event to an editor and its composer's box. Driven by events alone: nothing here scans a document, so a busy
   * page costs nothing. Events from open shadow roots arrive by their composed path.
   */

  const FIELD_TYPES = new Set(["text", ""]);
  const LEVELS = 14;
  /** A box of more elements than this is the page itself, not a composer. */
  const LARGEST_BOX = 3000;
  const BOUNDARY = 'form,dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"],article,[role="article"]';
  const LEAVE_ALONE =
    ".cm-editor,.monaco-editor,.CodeMirror,.ql-clipboard,[name='g-recaptcha-response'],[role='searchbox'],[role='search'] *," +
    "input[autocomplete]:not([autocomplete='on'],[autocomplete='off'])";
  const SEARCH = /search|suche|recherch|buscar|cerca|zoek|szukaj|chwilio/i;
  const EDITOR = 'textarea,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';
  const OURS = /^school-guard-/i;

  /** @param {Element} element @returns {Element | null} */
  const parentOf = (element) => SchoolGuard.composedParent(element);

  /** @param {Element} element */
  const isField = (element) =>
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && FIELD_TYPES.has(element.type));

  /** @param {Element} element */
  const isSearch = (element) =>
    ["name", "placeholder", "aria-label"].some((name) => SEARCH.test(element.getAttribute(name) ?? ""));

  const SEARCH_BOX = '[role="search"],search';

  /** A one-line field in a form that has an editor as well. @param {HTMLInputElement} field */
  const isTitle = (field) => field.form?.querySelector(EDITOR) != null;

  /** A one-line field beside a control that is called "Send" or the like. @param {HTMLInputElement} field @param {SchoolGuardSite} site */
  function isChatLine(field, site) {
    const { scope } = SchoolGuard.finder.scope(field, site);
    const control = SchoolGuard.controls.within(scope, [field], site);
    return control !== null && SchoolGuard.controls.names(control).some((name) => name !== "submit" && SchoolGuard.publishWords.has(name));
  }

  /** @param {Element} editor @param {SchoolGuardSite} site */
  function isWanted(editor, site) {
    if (site.ignore && editor.matches(site.ignore)) return false;
    if (site.editors && (editor.matches(site.editors) || editor.querySelector(site.editors))) return true;
    if (editor.matches(LEAVE_ALONE) || isSearch(editor)) return false;
    if (isField(editor)) {
      const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (editor);
      if (field.readOnly || field.disabled) return false;
      if (field instanceof HTMLInputElement) return isTitle(field) || isChatLine(field, site);
    }
    return true;
  }

  /** @param {Element} element @param {string} selector @returns {Element | null} */
  function closest(element, selector) {
    for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) if (at.matches(selector)) return at;
    return null;
  }

  SchoolGuard.finder = {
    closest,

    /** Does it stand in a search box, or is it one: a form that asks for words to look for, and for nothing to publish? @param {Element} element */
    searches(element) {
      if (element.closest(SEARCH_BOX)) return true;
      const form = element.closest("form");
      if (!form || form.querySelector(EDITOR)) return false;
      return [...form.querySelectorAll("input")].some((field) => field.type === "search" || isSearch(field));
    },

    /** @param {EventTarget[]} path is the event of our own marks and panel? */
    isOurs: (path) => path.some((node) => node instanceof Element && OURS.test(node.tagName)),

    /** @param {Element} scope @param {Element} element inside the scope, shadow roots included? */
    holds(scope, element) {
      for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) if (at === scope) return true;
      return false;
    },

    /** The outermost editable element on an event's path, when it belongs to a composer. @param {EventTarget[]} path @param {SchoolGuardSite} site @returns {Element | null} */
    editor(path, site) {
      /** @type {Element | null} */
      let found = null;
      for (const node of path) {
        if (!(node instanceof Element)) {
          if (found) break;
          continue;
        }
        if (isField(node)) {
          found = node;
          break;
        }
        if (node instanceof HTMLElement && node.isContentEditable) found = node;
        else if (found) break;
      }
      return found && isWanted(found, site) ? found : null;
    },

    /** Editors inside a box, for one that was filled without an event. @param {Element} box @param {SchoolGuardSite} site @returns {Element[]} */
    editorsIn(box, site) {
      const all = [...box.querySelectorAll(site.editors ? `${site.editors},${EDITOR}` : EDITOR)];
      return all.filter((editor) => !all.some((other) => other !== editor && other.contains(editor)) && isWanted(editor, site));
    },

    /** The box to look in when a control was pressed and no composer is known. @param {Element} control @param {SchoolGuardSite} site @returns {Element | null} */
    boxAround(control, site) {
      const known = closest(control, site.scopes ? `${site.scopes},${BOUNDARY}` : BOUNDARY);
      if (known) return known;
      let at = /** @type {Element | null} */ (control);
      for (let level = 0; at && level < LEVELS; level += 1) {
        if (at.querySelector(site.editors ?? EDITOR)) return at;
        at = parentOf(at);
      }
      return null;
    },

    /**
     * The box of an editor's composer: its editor(s), previews and submit control. `sure` says that it ends at a form, a
     * dialog or a submit control; otherwise it is worth asking again (some controls appear with the first letter).
     * @param {Element} editor @param {SchoolGuardSite} site @returns {{scope: Element, sure: boolean}}
     */
    scope(editor, site) {
      const known = site.scopes ? closest(editor, site.scopes) : null;
      if (known) return { scope: known, sure: true };
      let last = editor;
      let at = parentOf(editor);
      for (let level = 0; at && at !== document.body && at !== document.documentElement && level < LEVELS; level += 1) {
        if (at.matches(BOUNDARY)) return { scope: at, sure: true };
        if (at.getElementsByTagName("*").length > LARGEST_BOX) break;
        if (SchoolGuard.controls.within(at, [editor], site)) return { scope: at, sure: true };
        last = at;
        at = at.parentElement;
      }
      return { scope: last, sure: false };
    },
  };
}
