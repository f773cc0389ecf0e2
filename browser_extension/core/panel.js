// @ts-check
"use strict";
{
  /** One quiet badge a composer, which opens to one card. Both live in an open shadow root at the end of the page. */

  const TAG = "school-guard-panel";
  const ANNOUNCE_AFTER_MS = 1200;
  const NOTICE_MS = 6000;
  let made = 0;

  /** @type {SchoolGuardPanelState} */
  const BLANK = {
    phase: "idle",
    report: null,
    unavailable: null,
    pictures: [],
    siteName: "",
    contacts: {},
    accountQuestion: null,
    gate: { on_not_checked: "show", stop_override: "reason" },
    account: { kind: "unknown", handle: "", name: "" },
  };

  class Panel {
    /** @param {SchoolGuardPanelOptions} options */
    constructor(options) {
      this.options = options;
      this.state = BLANK;
      this.life = new AbortController();
      this.followed = { element: /** @type {Element | null} */ (null), life: new AbortController() };
      this.frame = 0;
      this.isOpen = false;
      this.isCovered = false;
      this.isIdle = true;
      this.step = /** @type {Element | null} */ (null);
      this.announced = "";
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.announcing = undefined;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.noticing = undefined;
      /** @type {(() => void) | null} */
      this.giveBack = null;
      /** @type {ReturnType<typeof SchoolGuard.dialog.hold> | null} */
      this.holding = null;
      this.host = document.createElement(TAG);
      this.host.popover = "manual";
      this.root = this.host.attachShadow({ mode: "open" });
      this.root.adoptedStyleSheets = [SchoolGuard.panelStyle()];
      this.reveal = SchoolGuard.panelParts.reveal(() => this.renderSoon());
      this.notice = SchoolGuard.panelParts.notice(() => this.renderSoon());
      this.passing = SchoolGuard.panelParts.passing(this.host, () => options.element?.() ?? null, () => this.close());
      this.context = {
        state: () => this.state,
        actions: options.actions,
        reveal: this.reveal,
        notice: this.notice,
        notify: (/** @type {string} */ key) => this.notify(key),
      };
      made += 1;
      this.parts = SchoolGuard.panelParts.shell(made, {
        toggle: (byKeyboard) => this.toggle(byKeyboard),
        close: () => this.close(),
        turnOff: () => options.actions.turnOff("site"),
      });
      this.root.append(this.parts.region, this.parts.live);
      const { signal } = this.life;
      SchoolGuard.panelParts.keepToItself(this.host, this.root, signal);
      const raise = (/** @type {Event} */ event) => this.raise(/** @type {ToggleEvent} */ (event));
      window.addEventListener("toggle", raise, { capture: true, signal });
      this.renderSoon();
    }

    /** @param {SchoolGuardPanelState} state */
    update(state) {
      this.state = state;
      this.holding?.update(state);
      this.renderSoon();
    }

    renderSoon() {
      if (this.frame || this.life.signal.aborted) return;
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.render();
      });
    }

    render() {
      this.attach();
      const summary = SchoolGuard.panelSummary(this.state);
      this.renderBadge(summary);
      this.closeWhenDone();
      if (this.parts.status.textContent !== summary.status) this.parts.status.textContent = summary.status;
      if (this.isOpen) this.renderCard();
      this.layout();
      this.bringNoticeIntoSight();
      this.announceSoon(summary);
    }

    /** The post has gone out or was given up: what the card was about went with it. */
    closeWhenDone() {
      const isIdle = this.state.phase === "idle";
      if (isIdle && !this.isIdle && this.isOpen && this.parts.notice.hidden) this.close();
      this.isIdle = isIdle;
    }

    /** @param {SchoolGuardSummary} summary */
    renderBadge(summary) {
      if (this.parts.badgeText.textContent !== summary.badge) this.parts.badgeText.textContent = summary.badge;
      this.parts.badge.dataset.level = summary.level;
      this.parts.badge.toggleAttribute("data-busy", summary.busy);
      this.parts.badge.classList.toggle("bare", !summary.badge);
      const label = `School Guard: ${summary.status}`;
      if (this.parts.badge.getAttribute("aria-label") !== label) this.parts.badge.setAttribute("aria-label", label);
    }

    renderCard() {
      const active = /** @type {HTMLElement | null} */ (this.root.activeElement);
      const mark = active?.dataset.focus;
      const { panelParts } = SchoolGuard;
      const shown = this.state.phase !== "off" && this.state.phase !== "unavailable";
      panelParts.keep(this.parts.notes, panelParts.notes(this.context));
      panelParts.keep(this.parts.account, panelParts.account(this.context));
      panelParts.keep(this.parts.findings, shown ? panelParts.findings(this.context) : []);
      panelParts.keep(this.parts.pictures, shown ? panelParts.pictures(this.context) : []);
      panelParts.keep(this.parts.leftOut, shown ? panelParts.leftOut(this.context) : []);
      hide(this.parts.pictureBlock, !this.parts.pictures.childElementCount);
      hide(this.parts.off, this.state.phase === "off");
      if (active && this.root.activeElement !== active) this.refocus(mark);
    }

    /** A step that takes a picture's place is read from its beginning. */
    bringNoticeIntoSight() {
      const step = this.isOpen ? this.root.querySelector(".one-face") : null;
      if (step && step !== this.step) this.scrollTo(step);
      this.step = step;
    }

    /** @param {Element} node */
    scrollTo(node) {
      this.parts.body.scrollTop += node.getBoundingClientRect().top - this.parts.body.getBoundingClientRect().top - 14;
    }

    /** What had the keyboard is gone: the first of its successors, else the head of the card. @param {string} [marks] */
    refocus(marks = "") {
      const found = marks.split(" ").map((mark) => this.root.querySelector(`[data-focus="${CSS.escape(mark)}"]`));
      const again = found.find((node) => node instanceof HTMLElement) ?? this.parts.head;
      /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
    }

    /** Follow the composer's element of now, in the layer of the page that it stands in. */
    attach() {
      const element = this.options.element?.() ?? null;
      if (element !== this.followed.element) {
        this.followed.life.abort();
        this.followed = { element, life: new AbortController() };
        this.isCovered = false;
        if (element) SchoolGuard.follow(element, (isCovered) => this.follow(isCovered), this.followed.life.signal);
      }
      this.stand(SchoolGuard.layer(element));
    }

    /** @param {Element} layer */
    stand(layer) {
      if (this.host.parentNode !== layer) layer.append(this.host);
      // As a popover of its own it is neither cut off by a dialog's edge nor moved by its transform.
      const own = layer !== document.documentElement;
      if (own !== this.host.matches(":popover-open")) this.host.togglePopover(own);
    }

    /** A layer that was closed and is opened again lies over what stood over it. @param {ToggleEvent} event */
    raise(event) {
      if (event.target !== this.host.parentNode || event.newState !== "open") return;
      this.host.hidePopover();
      this.stand(SchoolGuard.layer(this.followed.element));
    }

    /** @param {boolean} isCovered */
    follow(isCovered) {
      this.isCovered = isCovered;
      this.stand(SchoolGuard.layer(this.followed.element));
      this.layout();
    }

    layout() {
      const anchor = this.options.anchor();
      const busy = this.root.activeElement !== null && this.root.activeElement !== this.parts.badge;
      this.parts.region.hidden = !anchor || (!busy && (this.isCovered || !SchoolGuard.place.inSight(anchor)));
      if (!anchor || this.parts.region.hidden) return;
      const kept = this.options.avoid?.() ?? [];
      const badge = { width: this.parts.badge.offsetWidth, height: this.parts.badge.offsetHeight };
      const whole = SchoolGuard.place.around(anchor, kept);
      const at = SchoolGuard.place.badge(badge, whole, kept);
      move(this.parts.badge, at);
      if (!this.isOpen) return;
      this.parts.card.style.maxHeight = "";
      const placed = new DOMRect(at.left, at.top, at.width, at.height);
      const box = SchoolGuard.place.card(
        { width: this.parts.card.offsetWidth, height: this.parts.card.offsetHeight },
        SchoolGuard.place.around(whole, [placed]),
        anchor,
        [placed, ...kept],
      );
      move(this.parts.card, box);
      if (box.height < this.parts.card.offsetHeight) this.parts.card.style.maxHeight = `${box.height}px`;
    }

    /** Said when things have settled, and once. @param {SchoolGuardSummary} summary */
    announceSoon(summary) {
      clearTimeout(this.announcing);
      if (summary.busy || summary.level === "none" || summary.status === this.announced) return;
      this.announcing = setTimeout(() => {
        this.announced = summary.status;
        this.parts.live.textContent = SchoolGuard.messages.t("panel.live", { status: summary.status });
      }, ANNOUNCE_AFTER_MS);
    }

    /** @param {boolean} byKeyboard */
    toggle(byKeyboard) {
      if (this.isOpen) this.close();
      else this.open(null, byKeyboard ? "keyboard" : "pointer");
    }

    /** @param {string | null} fingerprint @param {SchoolGuardWay} [how] the keyboard is moved only when it asked */
    open(fingerprint, how = fingerprint === null ? "keyboard" : "pointer") {
      if (how !== "hover") this.passing.end();
      else if (!this.isOpen) this.passing.begin();
      if (how === "keyboard") this.giveBack ??= SchoolGuard.panelParts.keyboardPlace();
      this.isOpen = true;
      this.parts.card.hidden = false;
      this.parts.badge.setAttribute("aria-expanded", "true");
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      this.render();
      const node = fingerprint === null ? null : this.pick(fingerprint);
      if (how === "keyboard") (node ?? this.parts.head).focus({ preventScroll: true });
    }

    /** @param {string} fingerprint @returns {HTMLElement | null} */
    pick(fingerprint) {
      for (const old of this.root.querySelectorAll(".picked")) old.classList.remove("picked");
      const node = this.root.querySelector(`.finding[data-key="${CSS.escape(fingerprint)}"]`);
      if (!(node instanceof HTMLElement)) return null;
      node.classList.add("picked");
      // With its group's heading where it is the first of the group.
      const from = node.previousElementSibling ? node : (node.closest(".group") ?? node);
      this.scrollTo(from);
      return node;
    }

    close() {
      const inside = this.root.activeElement !== null;
      this.passing.end();
      this.reveal.hide();
      this.notice.set(null);
      this.isOpen = false;
      this.parts.card.hidden = true;
      this.parts.badge.setAttribute("aria-expanded", "false");
      if (inside) this.giveBack?.();
      this.giveBack = null;
    }

    /** @param {SchoolGuardPanelState} state @param {SchoolGuardHoldReason} why @param {AbortSignal} [signal] */
    async hold(state, why, signal) {
      this.state = state;
      this.attach();
      this.close();
      const watch = this.watchForLeaving();
      const ending = AbortSignal.any([watch.signal, ...(signal ? [signal] : [])]);
      const holding = SchoolGuard.dialog.hold(this.root, state, why, ending);
      this.holding = holding;
      const decision = await holding.decision;
      if (this.holding === holding) this.holding = null;
      watch.end();
      if (decision.choice === "change" && !ending.aborted && state.report?.findings.length) {
        this.open(state.report.findings[0].fingerprint, "pointer");
      }
      return decision;
    }

    /** Aborts when the composer leaves the page, which may go on to another view behind a dialog that holds its post. */
    watchForLeaving() {
      const left = new AbortController();
      const signal = AbortSignal.any([left.signal, this.life.signal]);
      const observer = new MutationObserver(() => this.options.element?.() ?? left.abort());
      for (let at = this.options.element?.(); at; ) {
        const root = at.getRootNode();
        observer.observe(root, { childList: true, subtree: true });
        at = root instanceof ShadowRoot ? root.host : null;
      }
      return { signal, end: () => observer.disconnect() };
    }

    /** @param {string} messageKey */
    notify(messageKey) {
      const text = SchoolGuard.messages.t(messageKey);
      this.parts.notice.textContent = text;
      this.parts.notice.hidden = false;
      this.parts.live.textContent = text;
      if (!this.isOpen) this.open(null, "pointer");
      clearTimeout(this.noticing);
      this.noticing = setTimeout(() => {
        this.parts.notice.hidden = true;
        if (this.isIdle) this.close();
        else this.layout();
      }, NOTICE_MS);
      this.layout();
    }

    destroy() {
      this.life.abort();
      this.followed.life.abort();
      this.passing.end();
      this.reveal.hide();
      cancelAnimationFrame(this.frame);
      clearTimeout(this.announcing);
      clearTimeout(this.noticing);
      this.host.remove();
    }
  }

  /** @param {HTMLElement} element @param {SchoolGuardBox} box */
  function move(element, box) {
    element.style.left = `${Math.round(box.left)}px`;
    element.style.top = `${Math.round(box.top)}px`;
  }

  /** @param {HTMLElement} element @param {boolean} hidden */
  function hide(element, hidden) {
    if (element.hidden !== hidden) element.hidden = hidden;
  }

  SchoolGuard.panel = {
    /** @param {SchoolGuardPanelOptions} options @returns {SchoolGuardPanel} */
    create: (options) => new Panel(options),
  };
}
