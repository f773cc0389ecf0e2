// @ts-check
"use strict";
{
  /** What pressing something in a composer's panel does. */

  /** @param {SchoolGuardComposer} composer @param {SchoolGuardFix} fix */
  async function editText(composer, fix) {
    const { asked } = composer.checker;
    for (const [part, editor] of asked.editors.entries()) {
      const handle = composer.editors.get(editor)?.handle;
      const edits = (fix.edits ?? []).filter((edit) => edit.part === part).map((edit) => ({ ...edit.span, text: edit.text }));
      if (!handle || edits.length === 0) continue;
      const text = handle.read();
      if (text !== asked.texts[part]) return composer.checker.soon();
      const expected = [...edits].sort((a, b) => b.start - a.start)
        .reduce((changed, { start, end, text: added }) => changed.slice(0, start) + added + changed.slice(end), text);
      const result = await handle.replace(edits, expected);
      if (!result.ok) composer.panel.notify(result.copied ? "panel.notice.text_copied" : "panel.notice.text_failed");
    }
    return composer.checker.afresh();
  }

  /** @param {SchoolGuardComposer} composer @param {number} media */
  async function removePicture(composer, media) {
    const all = composer.attachments.current();
    const removed = await SchoolGuard.puttingBack.remove(composer.site, composer.scope(), media, all.length);
    if (!removed) return composer.panel.notify("picture.remove_by_hand");
    composer.attachments.drop(all[media]);
    return composer.checker.afresh();
  }

  /** @param {SchoolGuardComposer} composer @param {number} media @param {File} file */
  async function replacePicture(composer, media, file) {
    const all = composer.attachments.current();
    const old = all[media];
    if (!old) return;
    const result = await SchoolGuard.puttingBack.replace(composer.site, composer.scope(), media, all, file);
    if (result !== "remove_by_hand") composer.attachments.drop(old);
    if (result === "done") composer.attachments.add([file], { way: old.way, input: old.input, target: old.target, relay: old.relay });
    else SchoolGuard.files.save(file);
    composer.panel.notify(result === "done" ? "picture.put_back" : "picture.add_by_hand");
    await composer.checker.afresh();
  }

  /** @param {SchoolGuardComposer} composer @param {number} media @param {(face: SchoolGuardRegion) => boolean} wanted */
  async function blurFaces(composer, media, wanted) {
    const old = composer.attachments.current()[media];
    const all = composer.checker.report?.pictures.find((picture) => picture.media === media)?.faces ?? [];
    const faces = all.filter(wanted);
    // The picture that a face was chosen in may have made way for another one.
    if (!old || faces.length === 0) return composer.panel.notify("picture.not_changed");
    return replacePicture(composer, media, await SchoolGuard.pictures.blurFaces(old.file, faces));
  }

  /** @param {SchoolGuardRegion} one @returns {(other: SchoolGuardRegion) => boolean} */
  const sameAs = (one) => (other) =>
    one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom;

  /** @param {SchoolGuardComposer} composer @param {SchoolGuardFix} fix @param {SchoolGuardRegion} [face] */
  async function apply(composer, fix, face) {
    if (fix.kind === "edit_text") return editText(composer, fix);
    if (fix.media === null) return undefined;
    if (fix.kind === "remove_picture") return removePicture(composer, fix.media);
    if (fix.kind === "blur_faces") return blurFaces(composer, fix.media, () => true);
    if (fix.kind === "blur_one_face") return face && blurFaces(composer, fix.media, sameAs(face));
    const file = await SchoolGuard.files.choose();
    return file ? replacePicture(composer, fix.media, file) : undefined;
  }

  /** @param {SchoolGuardComposer} composer @returns {SchoolGuardPanelActions} */
  SchoolGuard.composerActions = (composer) => ({
    fix(finding, fix, face) {
      composer.outcomes.acted(finding);
      // A picture that this browser cannot decode, or a file that is no longer on the disk.
      apply(composer, fix, face).catch(() => composer.panel.notify("picture.not_changed"));
    },

    answer(question, value, media) {
      const digest = media === null ? undefined : composer.attachments.current()[media]?.digest;
      const to = composer.to();
      if (digest) composer.answers.answerPicture(digest, question.key, value);
      // Who somebody is holds for that person; where the page shows no name, for what is being written now.
      else if (question.key === "recipient" && to) composer.answers.answerPerson(to, question.key, value);
      else if (question.key === "recipient") composer.nameless[question.key] = value;
      else composer.answers.answer(question.key, value);
      composer.outcomes.answered();
      void composer.checker.afresh();
    },

    answerAccount(kind) {
      composer.answers.account(kind);
      composer.outcomes.answered();
      void composer.checker.afresh();
    },

    /**
     * What stops a post is set aside for this post only, and not at all where the school does not want it; anything else
     * for good. A likeness is only ever a possible one, so that can always be set aside.
     */
    dismiss(finding, reason) {
      if (!SchoolGuard.panelParts.maySetAside(finding, composer.world.gate())) return;
      composer.outcomes.dismissed(finding, reason);
      if (finding.severity === "stop") composer.setAside.add(finding.fingerprint);
      else composer.answers.dismiss(finding.fingerprint);
      composer.show();
    },

    bringBack() {
      const all = composer.checker.report?.findings ?? [];
      composer.setAside.clear();
      composer.answers.bringBack(all.map((finding) => finding.fingerprint));
      composer.show();
    },

    show(finding) {
      const editor = finding.part === null ? undefined : composer.checker.asked.editors[finding.part];
      (editor ?? composer.first())?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    },

    reload: () => void composer.checker.afresh(),
    turnOff: (scope) => composer.world.turnOff(scope === "site"),
  });
}
