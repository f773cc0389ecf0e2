// @ts-check
"use strict";
{
  /** What popup and settings share: words, the service's state, and values that the school has set. */

  const { t } = SchoolGuard.messages;

  SchoolGuard.pages = {
    /** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
    get(id, kind) {
      const element = document.getElementById(id);
      if (!(element instanceof kind)) throw new TypeError(`no ${kind.name} #${id}`);
      return element;
    },

    /** Fill in every element that names its sentence. @param {string} language */
    translate(language) {
      SchoolGuard.messages.use(language);
      document.documentElement.lang = SchoolGuard.messages.language();
      for (const element of document.querySelectorAll("[data-t]"))
        element.textContent = t(element.getAttribute("data-t") ?? "");
    },

    /** @param {HTMLElement} chip @param {HTMLElement} text @param {SchoolGuardStatus} status */
    showStatus(chip, text, status) {
      chip.dataset.state = status.state;
      chip.textContent = t(`pages.state.${status.state}`);
      text.textContent =
        status.state === "problem" && status.message ? status.message : t(`pages.state.${status.state}.text`);
    },

    /** The status as the background sees it; a failed question is a state too. @returns {Promise<SchoolGuardStatus>} */
    async status() {
      const reply = await SchoolGuard.ask("status", {});
      return reply.ok
        ? reply.value
        : { state: reply.error.code, message: reply.error.message, version: "", health: null };
    },

    /** Connect the form that types the service's code. @param {HTMLFormElement} form @param {(status: SchoolGuardStatus) => void} done */
    pairing(form, done) {
      const code = /** @type {HTMLInputElement} */ (form.elements.namedItem("code"));
      const said = /** @type {HTMLElement} */ (form.querySelector("[role=alert]"));
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const digits = code.value.replace(/\D/g, "");
        said.textContent = "";
        if (digits.length !== 6) {
          said.textContent = t("pages.pair.digits");
          code.focus();
          return;
        }
        const reply = await SchoolGuard.ask("pair", { code: digits });
        if (reply.ok) {
          code.value = "";
          done(reply.value);
          return;
        }
        said.textContent = t(
          reply.error.code === "unreachable" || reply.error.code === "timeout"
            ? "pages.pair.unreachable"
            : "pages.pair.wrong",
        );
        code.select();
      });
    },

    /** A value that the school has set is shown and cannot be changed. @param {SchoolGuardSettings} settings @param {string} name @param {(HTMLInputElement | HTMLSelectElement | HTMLButtonElement)[]} controls @param {HTMLElement} note */
    lock(settings, name, controls, note) {
      const managed = settings.managed.includes(name);
      note.hidden = !managed;
      note.textContent = t("pages.managed");
      for (const control of controls) control.disabled = managed;
    },

    /** @param {string} host @param {string[]} list @returns {string | undefined} the entry that covers the host */
    covering: (host, list) => list.find((entry) => host === entry || host.endsWith(`.${entry}`)),
  };
}
