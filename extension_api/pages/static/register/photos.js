// Recognising a person by photos: first the written consent, then the photos one by one.
import { make, post, send, takeFiles } from "/static/api.js";

export function wirePhotos(changed) {
  const dialog = document.getElementById("photos-dialog");
  const form = document.getElementById("consent-form");
  const step = document.getElementById("photo-step");
  const list = document.getElementById("photo-list");
  const error = document.getElementById("photos-error");
  const given = document.getElementById("given-on");
  const told = document.getElementById("told-on");
  let person;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const adult = person.kind === "adult";
    try {
      await post(`/register/people/${person.reference}/recognition`, {
        given_on: given.value,
        given_by: adult ? "adult" : "parent",
        parents_told_on: adult ? null : told.value || null,
      });
      form.hidden = true;
      step.hidden = false;
    } catch (refused) {
      error.textContent = refused.message;
    }
  });

  takeFiles(document.getElementById("photo-drop"), document.getElementById("photo-file"), async (files) => {
    for (const file of files) list.append(await look(person, file));
    changed();
  });
  dialog.addEventListener("close", changed);

  return (chosen) => {
    person = chosen;
    form.reset();
    form.hidden = false;
    step.hidden = true;
    error.textContent = "";
    list.replaceChildren();
    const today = new Date().toISOString().slice(0, 10);
    given.max = told.max = today;
    document.getElementById("told-field").hidden = chosen.kind === "adult";
    told.required = chosen.kind !== "adult";
    dialog.showModal();
  };
}

async function look(person, file) {
  const url = URL.createObjectURL(file);
  const preview = make("img", { src: url, alt: "", onload: () => URL.revokeObjectURL(url) });
  let state;
  let sentence;
  try {
    const answer = await send(`/register/people/${person.reference}/photos`, file);
    const advice = answer.problems.map((each) => each.advice).join(" ");
    state = !answer.accepted ? "bad" : advice ? "fair" : "good";
    sentence = !answer.accepted ? advice : advice ? `Serves. ${advice}` : "Serves well.";
  } catch (refused) {
    state = "bad";
    sentence = refused.message;
  }
  return make("li", {}, preview, make("span", { "data-state": state }, `${file.name}: ${sentence}`));
}
