// Adding a person.
import { Refused, post, sendOnce } from "/static/api.js";

export function wireAdding(changed) {
  const dialog = document.getElementById("add-dialog");
  const form = document.getElementById("add-form");
  const error = document.getElementById("add-error");
  const channels = document.getElementById("channels");
  const add = document.getElementById("add-now");
  let twin = "";

  const again = () => {
    twin = "";
    add.textContent = "Add to the list";
  };
  const scope = () => (channels.hidden = form.elements.shown.value !== "some");

  document.getElementById("add").addEventListener("click", () => {
    form.reset();
    error.textContent = "";
    again();
    scope();
    dialog.showModal();
  });
  for (const choice of form.elements.shown) choice.addEventListener("change", scope);
  form.addEventListener("input", () => {
    if (twin) error.textContent = "";
    again();
  });

  sendOnce(
    form,
    error,
    async () => {
      const wanted = person(new FormData(form));
      if (form.elements.shown.value === "some" && !wanted.channels.length) {
        throw new Refused("Please tick at least one place, or choose “nowhere”.");
      }
      const same = await twinOf(wanted);
      if (same && same !== twin) {
        twin = same;
        add.textContent = "Add another person";
        throw new Refused(`${same} is on the list already. If this is somebody else of the same name, press “Add another person”.`);
      }
      await post("/register/people", wanted);
    },
    (same) => {
      if (same) dialog.close();
      changed();
    },
  );
}

const plain = (text) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("en-GB");

/** Who has this name in this group already, or "". */
async function twinOf(wanted) {
  const name = `${wanted.known_as.trim() || wanted.forename} ${wanted.surname}`;
  const { people } = await post("/register/list", { names: true });
  const found = people.find((each) => plain(each.label) === plain(name) && plain(each.group) === plain(wanted.group));
  if (!found) return "";
  return found.group ? `${found.label} (${found.group})` : found.label;
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
