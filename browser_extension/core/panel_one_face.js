// @ts-check
"use strict";
{
  /**
   * Blurring one face only. One covered face among clear ones shows who is protected, so this is said first, with the
   * better choices; the faces are then shown all alike, and none is marked as the one that was found.
   */

  const { el, icon, button } = SchoolGuard.dom;

  const FACE_PX = 50;

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** @param {SchoolGuardFinding} finding @param {SchoolGuardFix["kind"]} kind */
  const fixOf = (finding, kind) => finding.fixes.find((fix) => fix.kind === kind);

  /** The faces of a finding's picture from left to right: the order they were found in says nothing to anybody. @param {SchoolGuardPanelState} state @param {SchoolGuardFinding} finding */
  function facesOf(state, finding) {
    const seen = state.report?.pictures.find((picture) => picture.media === finding.media);
    const faces = [...(seen?.faces ?? [])].sort((a, b) => a.left + a.right - b.left - b.right || a.top - b.top);
    return { faces, width: seen?.width ?? 1, height: seen?.height ?? 1 };
  }

  /** Where in the picture a face is, in words. @param {SchoolGuardRegion} face @param {number} width @param {number} height */
  function placeOf(face, width, height) {
    /** @param {number} middle @param {number} whole @param {string[]} names */
    const third = (middle, whole, names) => names[Math.min(2, Math.max(0, Math.floor((middle / whole) * 3)))];
    const down = third((face.top + face.bottom) / 2, height, ["top", "middle", "bottom"]);
    const across = third((face.left + face.right) / 2, width, ["left", "middle", "right"]);
    return t(`panel.one_face.at.${down}_${across}`);
  }

  /** Which finding has its notice open; at most one, and no picture is in it. @param {() => void} changed @returns {SchoolGuardNotice} */
  function notice(changed) {
    /** @type {string | null} */
    let about = null;
    return {
      about: () => about,
      set(key) {
        if (about === key) return;
        about = key;
        changed();
      },
    };
  }

  /** The fix, where there are other faces to choose from and the picture is here. @param {SchoolGuardPanelContext} context @param {SchoolGuardFinding} finding */
  function oneFaceFix(context, finding) {
    const state = context.state();
    const here = state.pictures.some((picture) => picture.media === finding.media && picture.file);
    return here && facesOf(state, finding).faces.length > 1 ? fixOf(finding, "blur_one_face") : undefined;
  }

  /** @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function betterChoices(context, current, key) {
    const better = /** @type {const} */ (["replace_picture", "blur_faces"]).flatMap((kind) => {
      const fix = fixOf(current(), kind);
      return fix ? [fix] : [];
    });
    return better.map((fix, index) =>
      button(
        fix.label,
        () => {
          context.notice.set(null);
          context.actions.fix(current(), fixOf(current(), fix.kind) ?? fix);
        },
        { class: index === 0 ? "button primary" : "button", "data-focus": `show:${key}` },
      ),
    );
  }

  /** Equal buttons, one a face. @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function faceButtons(context, current, key) {
    const { faces, width, height } = facesOf(context.state(), current());
    const file = context.state().pictures.find((picture) => picture.media === current().media)?.file;
    const canvases = faces.map(() => el("canvas", { "aria-hidden": "true" }));
    const buttons = faces.map((face, index) => {
      const words = { number: index + 1, count: faces.length, place: placeOf(face, width, height) };
      const choose = button(
        "",
        () => {
          const fix = fixOf(current(), "blur_one_face");
          context.notice.set(null);
          context.reveal.hide();
          if (fix) context.actions.fix(current(), fix, face);
        },
        {
          class: "button face",
          "aria-label": t("panel.one_face.face", words),
          "data-focus": `notice:${key} show:${key}`,
        },
      );
      // Somebody who goes from face to face is still choosing.
      for (const type of ["focus", "pointerenter"]) choose.addEventListener(type, () => context.reveal.stay());
      choose.append(canvases[index], el("span", { text: String(index + 1) }));
      return choose;
    });
    const list = el("div", { class: "faces" }, ...buttons);
    const failed = el("p", { class: "small", hidden: true, text: t("panel.picture.cannot_show") });
    if (file) {
      void SchoolGuard.pictures.drawFaces(canvases, file, faces, FACE_PX).then((drawn) => {
        list.hidden = !drawn;
        failed.hidden = drawn;
      });
    }
    return [list, failed];
  }

  /**
   * The notice, or after it the choice of a face, in the place of the picture that was shown.
   * @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key
   */
  function oneFace(context, current, key) {
    if (context.notice.about() !== key || !oneFaceFix(context, current())) return null;
    const choosing = context.reveal.shown() === `faces:${key}`;
    const [title, text] = [`one-face-title-${key}`, `one-face-text-${key}`];
    const back = choosing ? () => context.reveal.hide() : () => context.notice.set(null);
    const goBack = button(t("panel.one_face.back"), back, {
      class: "button plain",
      "data-focus": choosing ? `notice:${key}` : `show:${key}`,
    });
    const goOn = button(t("panel.one_face.go_on"), () => context.reveal.show(`faces:${key}`), {
      class: "button plain",
      "data-focus": `notice:${key}`,
    });
    return el(
      "div",
      {
        class: "one-face",
        role: "group",
        tabindex: "-1",
        "aria-labelledby": title,
        "aria-describedby": text,
        "data-focus": `notice:${key}`,
      },
      el(
        "div",
        { class: "lead" },
        icon(choosing ? "person" : "advise"),
        el("p", { class: "title", id: title, text: t(choosing ? "panel.one_face.which" : "panel.one_face.title") }),
      ),
      el("p", { id: text, text: t(choosing ? "panel.one_face.which.text" : "panel.one_face.text") }),
      ...(choosing
        ? faceButtons(context, current, key)
        : [el("div", { class: "row" }, ...betterChoices(context, current, key))]),
      el("div", { class: "row" }, choosing ? null : goOn, goBack),
    );
  }

  /** Offered while the picture is shown, and leads to the notice. @param {SchoolGuardPanelContext} context @param {() => SchoolGuardFinding} current @param {string} key */
  function oneFaceButton(context, current, key) {
    const fix = oneFaceFix(context, current());
    if (!fix || context.reveal.shown() !== key) return null;
    const press = () => {
      context.reveal.hide();
      context.notice.set(key);
    };
    return button(fix.label, press, { "data-focus": `notice:${key} show:${key}` });
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { notice, oneFaceFix, oneFace, oneFaceButton });
}
