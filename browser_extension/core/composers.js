// @ts-check
"use strict";
{
  /** The composers of this page: made when somebody comes to an editor, dropped when its editor has left the page. */

  class Composers {
    /** @param {SchoolGuardWorld} world */
    constructor(world) {
      this.world = world;
      this.site = world.site;
      /** @type {Set<SchoolGuardComposer>} */
      this.all = new Set();
      /** @type {WeakMap<EventTarget, SchoolGuardComposer>} */
      this.known = new WeakMap();
      /** The one that was used last. @type {SchoolGuardComposer | null} */
      this.latest = null;
    }

    clear() {
      for (const composer of this.all) composer.destroy();
      this.all.clear();
      this.latest = null;
    }

    /** Leave only the badges, which say "off here" and offer the way back. */
    rest() {
      for (const composer of this.all) composer.rest();
    }

    prune() {
      for (const composer of this.all) {
        if (composer.prune()) continue;
        composer.destroy();
        this.all.delete(composer);
        if (this.latest === composer) this.latest = null;
      }
    }

    /** @param {SchoolGuardComposer | undefined} composer */
    isAlive(composer) {
      return composer !== undefined && this.all.has(composer);
    }

    /** The composer of the editor that an event is about. @param {EventTarget[]} path @returns {SchoolGuardComposer | null} */
    ofEvent(path) {
      const cached = this.known.get(path[0]);
      if (cached && this.isAlive(cached)) {
        this.latest = cached;
        return cached;
      }
      const editor = SchoolGuard.finder.editor(path, this.site);
      const composer = editor && this.ofEditor(editor);
      if (!composer) return null;
      this.known.set(path[0], composer);
      this.latest = composer;
      return composer;
    }

    /** @param {Element} editor @returns {SchoolGuardComposer | null} */
    ofEditor(editor) {
      this.prune();
      for (const composer of this.all) if (composer.editors.has(editor)) return composer;
      const { scope, sure } = SchoolGuard.finder.scope(editor, this.site);
      // A thread is several editors in one box.
      const same = sure ? [...this.all].find((composer) => composer.scope() === scope) : undefined;
      if (same) return same.join(editor) ? same : null;
      const composer = SchoolGuard.composer(editor, this.world);
      if (!composer.join(editor)) {
        composer.destroy();
        return null;
      }
      this.all.add(composer);
      return composer;
    }

    /** The composer that this control publishes. @param {Element} control @returns {SchoolGuardComposer | null} */
    ofControl(control) {
      this.prune();
      const { finder, controls } = SchoolGuard;
      const around = [...this.all].filter((composer) => finder.holds(composer.scope(), control));
      // The innermost box: a comment box inside a dialog that has an editor of its own.
      const inner = around.find((one) => !around.some((other) => other !== one && finder.holds(one.scope(), other.scope())));
      if (inner) return controls.publishesScope(control, inner.scope(), inner.ordered(), this.site) ? inner : null;
      if (!controls.publishes(control, this.site)) return null;
      // A draft that the page has filled in by itself: nobody came to its editor yet.
      const box = finder.boxAround(control, this.site);
      const [editor] = box ? finder.editorsIn(box, this.site) : [];
      return editor ? this.ofEditor(editor) : null;
    }

    /** @param {Element} form @returns {SchoolGuardComposer | null} */
    ofForm(form) {
      this.prune();
      for (const composer of this.all) {
        if (composer.ordered().some((editor) => form.contains(editor)) || SchoolGuard.finder.holds(composer.scope(), form)) return composer;
      }
      const [editor] = SchoolGuard.finder.editorsIn(form, this.site);
      return editor ? this.ofEditor(editor) : null;
    }

    /** Where files from this place go. @param {Element | null} place @returns {SchoolGuardComposer | null} */
    ofFiles(place) {
      this.prune();
      if (place) {
        const around = [...this.all].find((composer) => SchoolGuard.finder.holds(composer.scope(), place));
        if (around) return around;
        const box = SchoolGuard.finder.boxAround(place, this.site);
        const [editor] = box ? SchoolGuard.finder.editorsIn(box, this.site) : [];
        if (editor) return this.ofEditor(editor);
      }
      return this.latest ?? [...this.all].at(-1) ?? null;
    }
  }

  /** @param {SchoolGuardWorld} world @returns {SchoolGuardComposers} */
  SchoolGuard.composers = (world) => new Composers(world);
}
