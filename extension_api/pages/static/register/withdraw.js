// Withdrawing: from the next check on.
import { post, sendOnce } from "/static/api.js";

export function wireWithdrawing(about, changed) {
  const dialog = document.getElementById("withdraw-dialog");
  const form = document.getElementById("withdraw-form");
  const by = document.getElementById("withdraw-by");
  const error = document.getElementById("withdraw-error");
  let person;

  sendOnce(
    form,
    error,
    () => post(`/register/people/${person.reference}/withdraw`, { what: form.elements.what.value, by: by.value }),
    (same) => {
      if (same) dialog.close();
      changed();
    },
  );

  return (chosen) => {
    person = chosen;
    form.reset();
    error.textContent = "";
    by.value = chosen.kind === "adult" ? "adult" : "parent";
    about(document.getElementById("withdraw-who"), chosen);
    dialog.showModal();
  };
}
