// @ts-check
"use strict";
{
  /** @type {SchoolGuardFamily[]} */
  const families = [];

  SchoolGuard.editors = {
    /** Families are asked in the order in which they register. @param {SchoolGuardFamily} family */
    register(family) {
      families.push(family);
    },

    /**
     * A handle for an outermost editable element, or null when no family knows how to read it.
     * @param {Element} element @returns {SchoolGuardEditorHandle | null}
     */
    claim(element) {
      for (const family of families) {
        const root = family.rootOf(element);
        if (root) return family.open(root);
      }
      return null;
    },
  };
}
