// @ts-check
"use strict";
{
  /** The composers of this page: made when somebody comes to an editor, dropped when its editor has left the page. */

  const SENDS = 'button:not([type="button"],[type="reset"]),input[type="submit"],input[type="image"]';

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
      /** @type {{files: File[], from: SchoolGuardOrigin, path: string}[]} */
      this.early = [];
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
      this.deliver(composer);
      return composer;
    }

    /** The composer that this control publishes. @param {Element} control @returns {SchoolGuardComposer | null} */
    ofControl(control) {
      this.prune();
      const { finder, controls } = SchoolGuard;
      const around = [...this.all].filter((composer) => finder.holds(composer.scope(), control));
      // The innermost box: a comment box inside a dialog that has an editor of its own.
      const inner = around.find((one) => !around.some((other) => other !== one && finder.holds(one.scope(), other.scope())));
      const framed = SchoolGuard.frames.publishedBy(control, this.site);
      const own = inner && controls.publishesScope(control, inner.scope(), inner.ordered(), this.site) ? [inner] : [];
      if (inner || framed.length > 0) return SchoolGuard.frames.foremost([...own, ...framed]);
      if (!controls.publishes(control, this.site)) return null;
      // A draft that the page has filled in by itself: nobody came to its editor yet.
      const box = finder.boxAround(control, this.site);
      const [editor] = box ? finder.editorsIn(box, this.site) : [];
      return editor ? this.ofEditor(editor) : null;
    }

    /** @param {Element} form @returns {SchoolGuardComposer | null} */
    ofForm(form) {
      this.prune();
      if (SchoolGuard.finder.searches(form)) return null;
      const own = [...this.all].find(
        (composer) => composer.ordered().some((editor) => form.contains(editor)) || SchoolGuard.finder.holds(composer.scope(), form),
      );
      const framed = SchoolGuard.frames.inForm(form);
      if (own || framed.length > 0) return SchoolGuard.frames.foremost(own ? [own, ...framed] : framed);
      const [editor] = SchoolGuard.finder.editorsIn(form, this.site);
      return editor ? this.ofEditor(editor) : null;
    }

    /**
     * Where files go: to the composer around the place they came in at, else the one around what was pressed for them, else
     * the one used last. Before anybody came to an editor they wait for one; another form's are no composer's.
     * @param {File[]} files @param {SchoolGuardOrigin} from @param {Element | null} pressed @returns {SchoolGuardComposer | null}
     */
    takeFiles(files, from, pressed) {
      this.prune();
      let composer = null;
      for (const place of [from.target, pressed]) {
        composer ??= place && this.around(place);
        if (!composer && place && this.isElsewhere(place)) return null;
      }
      composer ??= this.latest ?? [...this.all].at(-1) ?? null;
      if (composer) composer.attachments.add(files, from);
      else this.early.push({ files, from, path: location.pathname });
      return composer;
    }

    /** @param {Element} place @returns {SchoolGuardComposer | null} */
    around(place) {
      const { finder } = SchoolGuard;
      const form = finder.closest(place, "form");
      const [framed] = form ? SchoolGuard.frames.inForm(form) : [];
      if (framed) return framed;
      const known = [...this.all].find((composer) => finder.holds(composer.scope(), place) && (composer.boxIsSure || !this.isElsewhere(place)));
      if (known) return known;
      const box = finder.boxAround(place, this.site);
      const [editor] = box ? finder.editorsIn(box, this.site) : [];
      // Far up, any editor of the page is found.
      return editor && finder.holds(finder.scope(editor, this.site).scope, place) ? this.ofEditor(editor) : null;
    }

    /** In a form that is sent for itself and has no editor: a profile's picture, a search by picture. @param {Element} place */
    isElsewhere(place) {
      const form = SchoolGuard.finder.closest(place, "form");
      return form?.querySelector(SENDS) != null && SchoolGuard.finder.editorsIn(form, this.site).length === 0;
    }

    /** Files that came before anybody came to an editor of this view. @param {SchoolGuardComposer} composer */
    deliver(composer) {
      const early = this.early.splice(0);
      for (const { files, from, path } of early) if (path === location.pathname) composer.attachments.add(files, from);
    }
  }

  /** @param {SchoolGuardWorld} world @returns {SchoolGuardComposers} */
  SchoolGuard.composers = (world) => new Composers(world);
}
