// @ts-check
"use strict";
{
  /**
   * The dialog that holds a post: what there is to look at, and the way back or on. It is modal, so that the page
   * behind it is inert; Escape is "change it"; the keyboard comes back to where it was.
   */

  const { el, icon, button } = SchoolGuard.dom;

  /** @typedef {SchoolGuardHoldReason | "clear"} Why */

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** Nothing is decided while the picture or the draft is still being looked at. @param {Why} why */
  const isWait = (why) => why === "pending" || why === "stale";

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function textOf(state, why) {
    const text = t(isFinal(state, why) ? "hold.text.final" : `hold.text.${why}`);
    return isWait(why) && state.gate.on_not_checked === "show" ? `${text} ${t("hold.text.then_unchecked")}` : text;
  }

  /** What a later state means for a dialog that is open. @param {SchoolGuardPanelState} state @param {Why} why @returns {Why} */
  function reasonNow(state, why) {
    if (isWait(why) || state.phase !== "checked" || !state.report) return why;
    return state.report.verdict;
  }

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function held(state, why) {
    const findings = state.report?.findings ?? [];
    if (isWait(why)) return [];
    return findings.filter((finding) => (why === "stop" ? finding.severity === "stop" : finding.severity !== "advise"));
  }

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function isFinal(state, why) {
    return why === "stop" && held(state, why).some((finding) => !SchoolGuard.panelParts.maySetAside(finding, state.gate));
  }

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function needsReason(state, why) {
    return why === "stop" && state.gate.stop_override !== "free";
  }

  /** @param {SchoolGuardFinding} finding @param {SchoolGuardPanelState} state */
  function line(finding, state) {
    const number = SchoolGuard.panelParts.numberOf(state, finding.media);
    return el(
      "li",
      { class: `finding ${finding.severity}` },
      icon(finding.severity),
      el(
        "div",
        { class: "inner" },
        el(
          "div",
          { class: "said" },
          el("h3", { class: "title", text: number ? `${finding.title} (${number})` : finding.title }),
          el("p", { text: finding.message }),
          el("p", { class: "small", text: SchoolGuard.panelParts.clause(finding) }),
          finding.ask_label ? el("p", { class: "small", text: t("panel.ask", { label: finding.ask_label }) }) : null,
        ),
      ),
    );
  }

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function unchecked(state, why) {
    if (why !== "not_checked") return null;
    const messages = new Set(state.report?.skipped.map((skip) => skip.message) ?? []);
    if (state.phase === "unavailable") messages.add(SchoolGuard.panelParts.unavailable(state));
    return el(
      "ul",
      { class: "findings" },
      ...[...messages].map((message) => el("li", { class: "note" }, icon("unseen"), el("p", { text: message }))),
    );
  }

  /** @param {SchoolGuardPanelState} state @param {Why} why */
  function choices(state, why) {
    const fitting = new Set(held(state, why).flatMap((finding) => SchoolGuard.panelParts.reasons(finding)));
    const all = SchoolGuard.panelParts.everyReason.filter((reason) => fitting.has(reason));
    const group = el(
      "fieldset",
      { class: "reasons", "aria-describedby": "hold-error" },
      el("legend", { text: t("hold.reason") }),
      ...all.map((reason) =>
        el(
          "label",
          {},
          el("input", { type: "radio", name: "reason", value: reason }),
          el("span", { text: t(`panel.reason.${reason}`) }),
        ),
      ),
    );
    return group;
  }

  /** Tab goes round inside the dialog. @param {HTMLDialogElement} dialog @param {ShadowRoot} root @param {KeyboardEvent} event */
  function goRound(dialog, root, event) {
    if (event.key !== "Tab") return;
    // Of a group of radio buttons the keyboard stops at one: the chosen one, or the first.
    const chosen = dialog.querySelector("input:checked") ?? dialog.querySelector("input");
    const all = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll("button, input")]);
    const stops = all.filter((stop) => !(stop instanceof HTMLInputElement) || stop === chosen);
    const at = stops.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const edge = event.shiftKey ? at <= 0 : at === stops.length - 1;
    if (!edge) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
  }

  class Hold {
    /** @param {ShadowRoot} root @param {SchoolGuardPanelState} state @param {Why} why @param {AbortSignal} [signal] */
    constructor(root, state, why, signal) {
      this.root = root;
      this.why = why;
      this.signature = "";
      this.isOver = false;
      this.giveBack = SchoolGuard.panelParts.keyboardPlace();
      this.dialog = el("dialog", {
        role: "alertdialog",
        "aria-modal": "true",
        "aria-labelledby": "hold-title",
        "aria-describedby": "hold-text",
      });
      this.dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        this.end({ choice: "change" });
      });
      this.dialog.addEventListener("keydown", (event) => goRound(this.dialog, root, event));
      root.append(this.dialog);
      /** @type {(decision: SchoolGuardDecision) => void} */
      this.settle = () => {};
      /** @type {Promise<SchoolGuardDecision>} */
      this.decision = new Promise((resolve) => (this.settle = resolve));
      this.fill(state);
      this.dialog.showModal();
      this.change?.focus();
      if (signal?.aborted) this.end({ choice: "change" });
      else signal?.addEventListener("abort", () => this.end({ choice: "change" }), { once: true });
    }

    /** @param {SchoolGuardPanelState} state */
    update(state) {
      this.why = reasonNow(state, this.why);
      this.fill(state);
    }

    /** @param {SchoolGuardPanelState} state */
    fill(state) {
      const { why } = this;
      const list = held(state, why);
      const signature = JSON.stringify([
        why,
        state.phase,
        state.gate,
        list.map((finding) => [finding.fingerprint, finding.message]),
        state.report?.skipped,
      ]);
      if (signature === this.signature) return;
      this.signature = signature;
      const focused = this.root.activeElement !== null && this.dialog.contains(this.root.activeElement);
      const sign = why === "stop" || why === "warn" ? why : why === "clear" ? "done" : "unseen";
      const tone = why === "stop" || why === "warn" ? why : "advise";
      this.reasons = !isFinal(state, why) && needsReason(state, why) ? choices(state, why) : null;
      this.error = el("p", { class: "error", id: "hold-error", role: "alert" });
      this.change = button(t("hold.change"), () => this.end({ choice: "change" }), {
        class: "button primary",
        "data-choice": "change",
      });
      this.dialog.replaceChildren(
        el(
          "div",
          { class: `hold ${tone}` },
          el("h2", { id: "hold-title" }, icon(sign), el("span", { text: t(`hold.title.${why}`) })),
          el("p", { id: "hold-text", text: textOf(state, why) }),
          list.length ? el("ul", { class: "findings" }, ...list.map((finding) => line(finding, state))) : null,
          unchecked(state, why),
          this.reasons,
          this.error,
          el("div", { class: "row" }, this.postButton(state), this.change),
        ),
      );
      if (focused) this.change.focus();
    }

    /** @param {SchoolGuardPanelState} state */
    postButton(state) {
      if (isWait(this.why) || isFinal(state, this.why)) return null;
      return button(t(this.why === "clear" ? "hold.post" : "hold.post_anyway"), () => this.post(), {
        "data-choice": "post",
      });
    }

    post() {
      const chosen = /** @type {HTMLInputElement | null | undefined} */ (this.reasons?.querySelector("input:checked"));
      if (this.reasons && !chosen) {
        if (this.error) this.error.textContent = t("hold.reason_missing");
        this.reasons.querySelector("input")?.focus();
        return;
      }
      this.end(chosen ? { choice: "post", reason: chosen.value } : { choice: "post" });
    }

    /** @param {SchoolGuardDecision} decision */
    end(decision) {
      if (this.isOver) return;
      this.isOver = true;
      this.dialog.close();
      this.dialog.remove();
      this.giveBack();
      this.settle(decision);
    }
  }

  SchoolGuard.dialog = {
    hold: (root, state, why, signal) => new Hold(root, state, why, signal),
    held,
    isFinal,
  };
}
