// @ts-check
"use strict";
{
  /** One composer of the page: its editors, its box, its pictures, its marks and its panel. */

  class Composer {
    /** @param {Element} editor @param {SchoolGuardWorld} world */
    constructor(editor, world) {
      this.world = world;
      this.site = world.site;
      this.life = new AbortController();
      const { scope, sure } = SchoolGuard.finder.scope(editor, this.site);
      this.box = scope;
      this.boxIsSure = sure;
      /** @type {Map<Element, {handle: SchoolGuardEditorHandle, marks: SchoolGuardMarks, life: AbortController}>} */
      this.editors = new Map();
      this.answers = SchoolGuard.answersFor({ site: this.site.hosts[0], handle: "" });
      this.outcomes = SchoolGuard.outcomes();
      this.attachments = SchoolGuard.attachments(this.site, () => this.scope(), () => this.checker.soon(), this.life.signal);
      this.checker = SchoolGuard.checker(this, world, this.life.signal);
      /** The control that publishes it, as last seen. @type {Element | null} */
      this.submit = null;
      /** Leave to publish what is in it now. @type {ReturnType<typeof SchoolGuard.pass> | null} */
      this.pass = null;
      /** Somebody is being asked whether it may go out. */
      this.isHeld = false;
      /** @type {Record<string, string>} */
      this.nameless = {};
      /** Fingerprints of what stops a post and was set aside for this one. @type {Set<string>} */
      this.setAside = new Set();
      this.panel = SchoolGuard.frames.panel({
        anchor: () => this.anchor(),
        element: () => this.first(),
        avoid: () => this.submits().map((control) => control.getBoundingClientRect()),
        actions: SchoolGuard.composerActions(this),
      });
      SchoolGuard.frames.announce(this, this.life.signal);
    }

    /** @param {Element} editor @returns {boolean} can it be read? */
    join(editor) {
      if (this.editors.has(editor)) return true;
      const handle = SchoolGuard.editors.claim(editor);
      if (!handle) return false;
      const life = new AbortController();
      const marks = SchoolGuard.marks.create(handle, { onPick: (id, how) => this.panel.open(id, how) });
      const part = { handle, marks, life };
      this.editors.set(editor, part);
      if (this.life.signal.aborted) {
        this.leave(part);
        return true;
      }
      handle.listen(() => this.checker.soon(), life.signal);
      this.checker.soon();
      return true;
    }

    /** Let go of editors that have left the page. @returns {boolean} is there anything left? */
    prune() {
      for (const [editor, part] of this.editors) {
        if (editor.isConnected && part.handle.element.isConnected) continue;
        this.leave(part);
        this.editors.delete(editor);
      }
      return this.editors.size > 0 || (this.box.isConnected && this.attachments.current().length > 0);
    }

    /** @param {{marks: SchoolGuardMarks, life: AbortController}} part */
    leave(part) {
      part.life.abort();
      part.marks.destroy();
    }

    /** Do nothing any more; only the badge stays. */
    rest() {
      if (this.life.signal.aborted) return;
      const state = this.state();
      this.life.abort();
      for (const part of this.editors.values()) this.leave(part);
      this.panel.update({ ...state, phase: "off", report: null });
    }

    destroy() {
      this.life.abort();
      for (const part of this.editors.values()) this.leave(part);
      this.editors.clear();
      this.panel.destroy();
    }

    /** The editors in the order of the page. @returns {Element[]} */
    ordered() {
      const follows = (/** @type {Element} */ a, /** @type {Element} */ b) =>
        a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      return [...this.editors.keys()].sort(follows);
    }

    /** The element that the badge and the card stand by. @returns {Element | null} */
    first() {
      return this.ordered().find((editor) => editor.isConnected) ?? null;
    }

    /** The box around editors, previews and submit control. @returns {Element} */
    scope() {
      const first = this.first();
      if (!first) return this.box;
      const outdated = !this.boxIsSure || !this.box.isConnected || !SchoolGuard.finder.holds(this.box, first);
      if (!outdated) return this.box;
      const { scope, sure } = SchoolGuard.finder.scope(first, this.site);
      this.box = scope;
      this.boxIsSure = sure;
      return scope;
    }

    /** @returns {Element[]} */
    submits() {
      const scope = this.scope();
      const known = this.submit?.isConnected && SchoolGuard.finder.holds(scope, this.submit);
      if (!known) this.submit = SchoolGuard.controls.within(scope, this.ordered(), this.site);
      return this.submit ? [this.submit] : [];
    }

    /** @returns {DOMRect | null} */
    anchor() {
      const box = this.first()?.getBoundingClientRect();
      return box && box.width > 0 && box.height > 0 ? box : null;
    }

    /** What is in the composer at this moment, read from the page. @returns {SchoolGuardContent} */
    content() {
      const editors = this.ordered();
      const shown = this.site.account?.(editors[0] ?? this.box, this.scope()) ?? null;
      const site = this.site.hosts[0];
      this.answers = SchoolGuard.answersFor({ site, handle: shown?.handle || shown?.name || "" });
      return SchoolGuard.draft.content({
        texts: editors.map((editor, index) => ({
          text: this.editors.get(editor)?.handle.read() ?? "",
          role: roleOf(editor, index, editors.length),
        })),
        media: this.attachments.current().map((item) => ({ digest: item.digest, name: item.file.name })),
        account: SchoolGuard.accountOf(shown, site, this.world.policy()?.official_accounts ?? [], this.answers.memory.kind),
      });
    }

    /** @param {SchoolGuardContent} content @returns {SchoolGuardDraft} */
    draft(content) {
      const editor = this.first() ?? this.box;
      return SchoolGuard.draft.wire(content, this.answers.memory, {
        site: this.site.hosts[0],
        kind: this.site.kind?.(editor, this.scope()) ?? "post",
        to: this.to(),
        nameless: this.nameless,
        inReplyTo: this.site.inReplyTo?.(editor, this.scope()) ?? "",
      });
    }

    /** Whom it goes to, as the page names them. @returns {string} */
    to() {
      return this.site.to?.(this.first() ?? this.box, this.scope())?.trim() ?? "";
    }

    /** @returns {SchoolGuardPanelState} */
    state() {
      const { checker, site } = this;
      const content = this.content();
      const { kind, handle, name, ask } = content.account;
      const checked = !checker.busy && content.key === checker.key;
      return {
        phase: content.empty ? "idle" : checker.error ? "unavailable" : checked ? "checked" : "checking",
        report: content.empty ? null : checker.shown(),
        unavailable: checker.error,
        pictures: this.attachments.current().map(({ file, digest, state }, media) => ({ media, name: file.name, file, digest, state })),
        siteName: site.name,
        gate: this.world.gate(),
        contacts: this.world.policy()?.contacts ?? {},
        account: { kind, handle, name },
        accountQuestion: ask && !content.empty && !checker.error ? { site: site.name, handle: name } : null,
      };
    }

    /** Bring panel and marks in line with what is known. */
    show() {
      if (this.life.signal.aborted) return;
      const state = this.state();
      this.panel.update(state);
      for (const [editor, { marks }] of this.editors) {
        const part = this.checker.asked.editors.indexOf(editor);
        const list = (state.report?.findings ?? []).flatMap(({ part: at, span, fingerprint, severity }) =>
          at === part && part >= 0 && span ? [{ id: fingerprint, start: span.start, end: span.end, severity }] : [],
        );
        if (list.length === 0) marks.clear();
        else marks.show(list, this.checker.asked.texts[part]);
      }
    }
  }

  /** A line of its own beside a text is its title; a line alone is all that is published. @param {Element} editor @param {number} index @param {number} count */
  function roleOf(editor, index, count) {
    if (editor instanceof HTMLInputElement && count > 1) return "title";
    return index === 0 || editor instanceof HTMLTextAreaElement ? "body" : "thread";
  }

  /** @param {Element} editor @param {SchoolGuardWorld} world @returns {SchoolGuardComposer} */
  SchoolGuard.composer = (editor, world) => new Composer(editor, world);
}
