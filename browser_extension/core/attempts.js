// @ts-check
"use strict";
{
  /** Is this event an attempt to publish, and of which composer? */

  /** Suggestions open above or below what is written; a list of conversations beside it is no suggestion. */
  const FARTHEST = 60;

  /** @param {Element} list @param {Element} editor */
  function isOver(list, editor) {
    if (!list.checkVisibility()) return false;
    const [one, other] = [list.getBoundingClientRect(), editor.getBoundingClientRect()];
    const beside = one.right <= other.left || one.left >= other.right;
    return !beside && one.bottom > other.top - FARTHEST && one.top < other.bottom + FARTHEST;
  }

  /** A key that a writing system or an open list of suggestions takes for itself. @param {KeyboardEvent} event @param {Element} editor */
  function isPicking(event, editor) {
    if (event.ctrlKey || event.metaKey) return false;
    if (editor.getAttribute("aria-activedescendant")) return true;
    if (editor.getAttribute("aria-expanded") === "true") return true;
    const lists = /** @type {Document | ShadowRoot} */ (editor.getRootNode()).querySelectorAll('[role="listbox"]');
    return [...lists].some((list) => isOver(list, editor));
  }

  /** @param {KeyboardEvent} event @param {Element} editor @param {SchoolGuardSite} site */
  function publishesByKey(event, editor, site) {
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return true;
    if (editor instanceof HTMLInputElement) return true;
    return Boolean((site.enterSubmits && editor.matches(site.enterSubmits)) || site.entersOn?.(editor));
  }

  /** @param {KeyboardEvent} event @param {EventTarget[]} path @param {SchoolGuardComposers} composers @param {SchoolGuardSite} site @returns {SchoolGuardAttempt | null} */
  function ofKey(event, path, composers, site) {
    if (event.key !== "Enter" && event.key !== " ") return null;
    if (event.isComposing || event.keyCode === 229) return null;
    const editor = SchoolGuard.finder.editor(path, site);
    if (!editor) return ofPress(path, composers, site);
    if (!publishesByKey(event, editor, site) || isPicking(event, editor)) return null;
    const composer = composers.ofEvent(path);
    return composer && { composer, control: null, form: null, submitter: null, key: event, editor };
  }

  /** @param {EventTarget[]} path @param {SchoolGuardComposers} composers @param {SchoolGuardSite} site @returns {SchoolGuardAttempt | null} */
  function ofPress(path, composers, site) {
    const control = SchoolGuard.controls.pressed(path, site);
    const composer = control && composers.ofControl(control);
    return composer ? { composer, control, form: null, submitter: null, key: null, editor: null } : null;
  }

  /** @param {Event} event @param {EventTarget[]} path @param {SchoolGuardComposers} composers @returns {SchoolGuardAttempt | null} */
  function ofForm(event, path, composers) {
    const form = path[0];
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    if (!(form instanceof HTMLFormElement) || (submitter && SchoolGuard.controls.keeps(submitter))) return null;
    const composer = composers.ofForm(form);
    if (!composer) return null;
    return { composer, control: null, form, submitter, key: null, editor: null };
  }

  SchoolGuard.attempts = {
    /** @param {Event} event @param {EventTarget[]} path @param {SchoolGuardComposers} composers @param {SchoolGuardSite} site @returns {SchoolGuardAttempt | null} */
    of(event, path, composers, site) {
      if (event instanceof KeyboardEvent) return ofKey(event, path, composers, site);
      if (event.type === "submit" || event.type === "school-guard:submit") return ofForm(event, path, composers);
      return ofPress(path, composers, site);
    },
  };
}
