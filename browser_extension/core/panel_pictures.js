// @ts-check
"use strict";
{
  const { el, icon, button, counted } = SchoolGuard.dom;

  const THUMBNAIL_PX = 320;

  /** @param {string} key @param {Record<string, string | number>} [params] */
  const t = (key, params) => SchoolGuard.messages.t(key, params);

  /** What is known of one picture, in words. @param {SchoolGuardPanelState} state @param {SchoolGuardPictureState} picture */
  function stateOf(state, picture) {
    const skipped = state.report?.skipped.find((skip) => skip.media === picture.media);
    const waiting = !skipped || skipped.code === "pending" || skipped.code === "unknown_picture";
    if (skipped && !waiting) return t("panel.picture.unchecked", { why: skipped.message });
    const seen = state.report?.pictures.find((each) => each.media === picture.media);
    if (seen && !skipped) {
      return seen.faces.length ? counted("panel.picture.faces", seen.faces.length) : t("panel.picture.no_faces");
    }
    return state.phase === "unavailable" ? t("panel.status.unavailable") : t("panel.picture.pending");
  }

  /** @param {SchoolGuardPanelContext} context @param {SchoolGuardPictureState} picture @param {string} key @param {string} words */
  function build(context, picture, key, words) {
    const state = context.state();
    const shown = context.reveal.shown() === key;
    const name = SchoolGuard.panelParts.numberOf(state, picture.media);
    const press = () => (shown ? context.reveal.hide() : context.reveal.show(key));
    const toggle = button(t(shown ? "panel.hide" : "panel.show"), press, {
      class: "button plain",
      "data-focus": `show:${key}`,
      "aria-label": t(shown ? "panel.picture.hide" : "panel.picture.show", { number: picture.media + 1 }),
    });
    const line = el(
      "div",
      { class: "line" },
      icon("picture"),
      el("span", { text: name ? `${name}: ${words}` : words }),
      picture.file ? toggle : null,
    );
    if (!shown || !picture.file) return el("li", {}, line);
    const canvas = el("canvas", { role: "img", "aria-label": picture.name || t("panel.picture.shown") });
    const faces = state.report?.pictures.find((each) => each.media === picture.media)?.faces ?? [];
    const failed = el("p", { class: "small", hidden: true, text: t("panel.picture.cannot_show") });
    void SchoolGuard.pictures.draw(canvas, picture.file, faces, THUMBNAIL_PX).then((drawn) => {
      canvas.hidden = !drawn;
      failed.hidden = drawn;
    });
    return el("li", {}, line, canvas, failed, el("p", { class: "small", text: picture.name }));
  }

  /** @param {SchoolGuardPanelContext} context @returns {SchoolGuardListItem[]} */
  function pictures(context) {
    const state = context.state();
    return state.pictures.map((picture) => {
      const key = `picture-${picture.media}`;
      const words = stateOf(state, picture);
      const shown = context.reveal.shown() === key;
      const faces = shown ? state.report?.pictures.find((each) => each.media === picture.media)?.faces : null;
      return {
        key,
        signature: JSON.stringify([picture.digest, picture.name, words, shown, faces, state.pictures.length > 1]),
        build: () => build(context, picture, key, words),
      };
    });
  }

  SchoolGuard.panelParts = Object.assign(SchoolGuard.panelParts ?? {}, { pictures });
}
