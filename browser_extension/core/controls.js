// @ts-check
"use strict";
{
  /** Recognising the control that publishes. Asked when something is pressed, never by looking around. */

  const CONTROL = 'button,[role="button"],input[type="submit"],input[type="button"],input[type="image"],[slot="submit-button"]';
  const PUBLISHING_ID = /(?:^|[-_ ])(?:post|publish|submit|send|tweet|share|comment|reply)(?:[-_ ]|$|button|btn)/i;
  const PRIMARY_CLASS = /(?:^|[-_ ])(?:primary|submit|publish)(?:[-_ ]|$)/i;
  const OPENS = /^(?:true|menu|listbox|dialog|tree|grid)$/;
  const LONGEST_NAME = 40;
  const ENOUGH = 3;

  /** @param {string} text */
  const tidy = (text) =>
    text
      .normalize("NFKC")
      .replace(/[\u200b\ufeff]/g, "")
      .replace(/\s+/g, " ")
      .replace(/\s*[\d(][\d().,]*$/, "")
      .replace(/[!….\s]+$/, "")
      .trim()
      .toLowerCase();

  /** @param {Element} control */
  function labelledBy(control) {
    const ids = control.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const root = /** @type {Document | ShadowRoot} */ (control.getRootNode());
    return ids.map((id) => root.getElementById?.(id)?.textContent ?? "").join(" ");
  }

  /** Every name that a control may go by. @param {Element} control @returns {string[]} */
  function names(control) {
    const text = control.textContent ?? "";
    const child = text.trim() ? null : control.querySelector("svg[aria-label],img[alt]");
    return [
      control.getAttribute("aria-label"),
      labelledBy(control),
      text.length <= LONGEST_NAME * 2 ? text : "",
      control instanceof HTMLInputElement ? control.value : "",
      control.getAttribute("title"),
      child?.getAttribute("aria-label") ?? child?.getAttribute("alt"),
    ].flatMap((name) => (name ? [tidy(name)] : [])).filter((name) => name !== "" && name.length <= LONGEST_NAME);
  }

  /** @param {Element} control */
  const isDisabled = (control) =>
    control.getAttribute("aria-disabled") === "true" || ("disabled" in control && control.disabled === true);

  /** @param {Element} control */
  function opensSomething(control) {
    return OPENS.test(control.getAttribute("aria-haspopup") ?? "") || control.hasAttribute("aria-expanded");
  }

  /** Does it send a form without publishing it: a preview, a draft to be kept, a search? @param {Element} control */
  function keeps(control) {
    return names(control).some((name) => SchoolGuard.keepWords.has(name)) || SchoolGuard.finder.searches(control);
  }

  /** @param {Element} control */
  function score(control) {
    if (opensSomething(control) || keeps(control)) return 0;
    let points = names(control).some((name) => SchoolGuard.publishWords.has(name)) ? 3 : 0;
    if (control.matches('[type="submit"]') && control.closest("form")) points += 4;
    const ids = ["data-testid", "data-test-id", "data-e2e", "id", "name"].map((name) => control.getAttribute(name) ?? "");
    if (ids.some((id) => PUBLISHING_ID.test(id))) points += 2;
    if (PRIMARY_CLASS.test(control.getAttribute("class") ?? "")) points += 1;
    return points;
  }

  SchoolGuard.controls = {
    /** The control that was pressed: the innermost one on the event's path. @param {EventTarget[]} path @param {SchoolGuardSite} site @returns {Element | null} */
    pressed(path, site) {
      const selector = site.submit ? `${CONTROL},${site.submit}` : CONTROL;
      for (const node of path) if (node instanceof Element && node.matches(selector)) return node;
      return null;
    },

    /** Does pressing it publish something, wherever its composer is? @param {Element} control @param {SchoolGuardSite} site */
    publishes(control, site) {
      if (isDisabled(control)) return false;
      return Boolean(site.submit && control.matches(site.submit)) || score(control) >= ENOUGH;
    },

    /** Does it publish what is in this scope? @param {Element} control @param {Element} scope @param {Element[]} editors @param {SchoolGuardSite} site */
    publishesScope(control, scope, editors, site) {
      if (isDisabled(control)) return false;
      if (site.submit && control.matches(site.submit)) return true;
      if (site.isSubmit?.(control, scope)) return true;
      if (score(control) < ENOUGH) return false;
      // "Comment" and "Share" in the bar under somebody's post stand before the box they open; what publishes stands after it.
      if (scope.matches('form,dialog,[role="dialog"],[aria-modal="true"]')) return true;
      return editors.some((editor) => Boolean(editor.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING));
    },

    /** The first control in a scope that publishes it. @param {Element} scope @param {Element[]} editors @param {SchoolGuardSite} site @returns {Element | null} */
    within(scope, editors, site) {
      const known = site.submit ? scope.querySelector(site.submit) : null;
      if (known) return known;
      const candidates = [...scope.querySelectorAll(CONTROL)];
      return candidates.find((control) => SchoolGuard.controls.publishesScope(control, scope, editors, site)) ?? null;
    },

    keeps,
    names,
  };
}
