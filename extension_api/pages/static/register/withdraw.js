// Withdrawing: from the next check on.
import { post } from "/static/api.js";

export function wireWithdrawing(changed) {
  const dialog = document.getElementById("withdraw-dialog");
  const form = document.getElementById("withdraw-form");
  const by = document.getElementById("withdraw-by");
  const error = document.getElementById("withdraw-error");
  let person;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await post(`/register/people/${person.reference}/withdraw`, { what: form.elements.what.value, by: by.value });
      dialog.close();
      changed();
    } catch (refused) {
      error.textContent = refused.message;
    }
  });

  return (chosen) => {
    person = chosen;
    form.reset();
    error.textContent = "";
    by.value = chosen.kind === "adult" ? "adult" : "parent";
    document.getElementById("withdraw-who").textContent = `This is about ${chosen.label}${chosen.group ? `, ${chosen.group}` : ""}.`;
    dialog.showModal();
  };
}
