// @ts-check
"use strict";
{
  /**
   * The layer of the page that an element is drawn in: the modal dialog, popover or full-screen box around it, else the
   * page. Nothing outside of such a box is drawn over it, and nothing outside of a modal dialog can be pressed.
   * @param {Element | null} element @returns {Element}
   */
  SchoolGuard.layer = function layer(element) {
    for (let at = element; at; at = at.assignedSlot ?? SchoolGuard.composedParent(at)) {
      if (at.matches(":modal") || at.matches(":popover-open")) return at;
    }
    return document.documentElement;
  };
}
