// @ts-check
"use strict";
{
  /** Small things that the parts of the card share. */

  const SHOWN_FOR_MS = 10_000;

  /** @type {WeakMap<HTMLElement, Map<string, {signature: string, node: HTMLElement}>>} */
  const kept = new WeakMap();

  /**
   * Make a list's children be these items. A node whose signature is unchanged stays the same node in the same place,
   * so that nothing flickers and the keyboard's focus survives while somebody types.
   * @param {HTMLElement} list @param {SchoolGuardListItem[]} items
   */
  function keep(list, items) {
    const before = kept.get(list) ?? new Map();
    /** @type {Map<string, {signature: string, node: HTMLElement}>} */
    const now = new Map();
    for (const item of items) {
      const old = before.get(item.key);
      const same = old !== undefined && old.signature === item.signature;
      now.set(item.key, { signature: item.signature, node: same ? old.node : item.build() });
    }
    for (const [key, { node }] of before) {
      if (now.get(key)?.node !== node) node.remove();
    }
    let place = list.firstElementChild;
    for (const item of items) {
      const node = /** @type {{node: HTMLElement}} */ (now.get(item.key)).node;
      item.fill?.(node);
      if (node === place) place = place.nextElementSibling;
      else list.insertBefore(node, place);
    }
    kept.set(list, now);
  }

  /** One thing at a time is shown, and never for long: a screen is seen by more people than its owner. @param {() => void} changed */
  function reveal(changed) {
    /** @type {string | null} */
    let shown = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const away = () => {
      if (document.visibilityState === "hidden") hide();
    };
    function hide() {
      if (shown === null) return;
      shown = null;
      clearTimeout(timer);
      window.removeEventListener("blur", hide);
      window.removeEventListener("pagehide", hide);
      document.removeEventListener("visibilitychange", away);
      changed();
    }
    /** @param {string} id */
    function show(id) {
      hide();
      shown = id;
      timer = setTimeout(hide, SHOWN_FOR_MS);
      window.addEventListener("blur", hide);
      window.addEventListener("pagehide", hide);
      document.addEventListener("visibilitychange", away);
      changed();
    }
    /** Somebody is still at it. */
    function stay() {
      if (shown === null) return;
      clearTimeout(timer);
      timer = setTimeout(hide, SHOWN_FOR_MS);
    }
    return { shown: () => shown, show, hide, stay };
  }

  /** Note where the keyboard is, caret included: a contenteditable that is focused again starts at its first letter. */
  function keyboardPlace() {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const root = active?.getRootNode();
    const scope = root && "getSelection" in root ? /** @type {Document} */ (root) : document;
    const selection = scope.getSelection();
    const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
    return () => {
      if (!(active instanceof HTMLElement) || !active.isConnected) return;
      active.focus({ preventScroll: true });
      if (!anchorNode || !focusNode || !active.contains(anchorNode) || !active.contains(focusNode)) return;
      selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    };
  }

  const everyReason = ["permission", "not_pupil", "another_person", "staff_or_public", "not_pupils_picture", "wrong"];

  /** Which reasons make sense for a finding. @param {SchoolGuardFinding} finding */
  function reasons(finding) {
    if (finding.media !== null) return ["permission", "not_pupil", "staff_or_public", "not_pupils_picture", "wrong"];
    if (/^[BLC]\d/.test(finding.requirement)) return ["permission", "wrong"];
    return ["permission", "not_pupil", "another_person", "staff_or_public", "wrong"];
  }

  /** A likeness can always be set aside; another stop only where the school lets staff decide. @param {SchoolGuardFinding} finding @param {SchoolGuardGatePolicy} gate */
  function maySetAside(finding, gate) {
    return finding.severity !== "stop" || finding.region !== null || gate.stop_override !== "never";
  }

  /** @param {SchoolGuardFinding} finding */
  function clause(finding) {
    const { t } = SchoolGuard.messages;
    if (finding.source === "clause" && finding.clause) return t("panel.source.clause", { clause: finding.clause });
    return t(finding.source === "list" ? "panel.source.list" : "panel.source.guidance");
  }

  /** "Picture 2", said only where there are several; a file's own name may be a child's. @param {SchoolGuardPanelState} state @param {number | null} media */
  function numberOf(state, media) {
    if (media === null || state.pictures.length < 2) return "";
    return SchoolGuard.messages.t("panel.picture.number", { number: media + 1 });
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, {
    keep,
    reveal,
    keyboardPlace,
    everyReason,
    reasons,
    maySetAside,
    clause,
    numberOf,
  });
}
