// Adding a person.
import { post } from "/static/api.js";

export function wireAdding(changed) {
  const dialog = document.getElementById("add-dialog");
  const form = document.getElementById("add-form");
  const error = document.getElementById("add-error");
  const channels = document.getElementById("channels");

  document.getElementById("add").addEventListener("click", () => {
    form.reset();
    error.textContent = "";
    channels.hidden = true;
    dialog.showModal();
  });
  for (const choice of form.elements.shown) {
    choice.addEventListener("change", () => (channels.hidden = form.elements.shown.value !== "some"));
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await post("/register/people", person(new FormData(form)));
      dialog.close();
      changed();
    } catch (refused) {
      error.textContent = refused.message;
    }
  });
}

function person(data) {
  const somewhere = data.get("shown") === "some";
  return {
    forename: data.get("forename"),
    surname: data.get("surname"),
    known_as: data.get("known_as"),
    group: data.get("group"),
    kind: data.get("kind"),
    channels: somewhere ? data.getAll("channels") : [],
    naming: somewhere ? data.get("naming") : "none",
    until: (somewhere && data.get("until")) || null,
    keep_until: data.get("keep_until") || null,
  };
}
