// Recognising a person by photos: first the written consent, then the photos one by one.
import { make, post, send, sendOnce, takeFiles } from "/static/api.js";

export function wirePhotos(about, changed) {
  const dialog = document.getElementById("photos-dialog");
  const form = document.getElementById("consent-form");
  const step = document.getElementById("photo-step");
  const list = document.getElementById("photo-list");
  const error = document.getElementById("photos-error");
  const progress = document.getElementById("photos-progress");
  const done = document.getElementById("photos-done");
  const given = document.getElementById("given-on");
  const told = document.getElementById("told-on");
  const anew = document.getElementById("anew");
  // One opening of the dialog: its person, and the photos chosen for this person that have yet to be looked at. Whoever
  // the dialog is opened for next gets one of their own, so that no photo is ever sent to anybody else's record.
  let opening;

  sendOnce(
    form,
    error,
    () => {
      const { kind, reference } = opening.person;
      const adult = kind === "adult";
      return post(`/register/people/${reference}/recognition`, {
        given_on: given.value,
        given_by: adult ? "adult" : "parent",
        parents_told_on: adult ? null : told.value || null,
        earlier_photos: anew.checked ? "forget" : "keep",
      });
    },
    (same) => {
      if (!same) return;
      form.hidden = true;
      step.hidden = false;
    },
  );

  takeFiles(document.getElementById("photo-drop"), document.getElementById("photo-file"), async (files) => {
    const mine = opening;
    mine.left.push(...files);
    if (mine.busy) return;
    mine.busy = true;
    const open = () => mine === opening && dialog.open;
    while (mine.left.length && open()) {
      waiting(mine.left.length);
      const line = await look(mine.person, mine.left.shift());
      if (open()) list.append(line);
    }
    mine.busy = false;
    if (open()) waiting(0);
    changed();
  });

  // Done would leave photos out that were chosen; Escape means to.
  function waiting(count) {
    done.disabled = count > 0;
    progress.textContent = count > 1 ? `Looking at the photos; ${count} to go …` : count ? "Looking at the photo …" : "";
  }

  dialog.addEventListener("close", changed);

  return (chosen) => {
    opening = { person: chosen, left: [], busy: false };
    form.reset();
    form.hidden = false;
    step.hidden = true;
    error.textContent = "";
    list.replaceChildren();
    waiting(0);
    about(document.getElementById("photos-who"), chosen);
    const today = new Date().toISOString().slice(0, 10);
    given.max = told.max = today;
    document.getElementById("told-field").hidden = chosen.kind === "adult";
    told.required = chosen.kind !== "adult";
    document.getElementById("anew-field").hidden = !chosen.photos;
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
