// The samples: six ways it speaks or keeps still, and some more things it knows of.
import { post, send, takeFiles } from "/static/api.js";

// A JPEG that ends after its first bytes.
const BROKEN = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xdb]);

const TRAPS =
  "Off to Scunthorpe on Saturday for the Arsenal match, then Essex to see my cousin Dick. " +
  "Cockpit tour was brilliant, the assessment of kit bags less so. Pass the cocktail sausages!";

export function wireSamples({ school, pupil }, composer) {
  const named = `Loved every minute of the Year 6 play tonight. I work at ${school} and could not be prouder of them! 🎭`;
  const enrol = document.getElementById("enrol");
  const samples = {
    named: () => composer.write(named, "personal"),
    official: () => composer.write(named, "official"),
    traps: () => composer.write(TRAPS, "personal"),
    async name(still) {
      await post("/try/pupil");
      if (!still()) return;
      composer.write(`Huge congratulations to ${pupil} in 6 Kestrel, who won the county spelling competition!`, "personal");
    },
    contact: () => composer.write("If anybody has found Tilly's coat: her mum is on 07700 900123.", "personal"),
    private: () => composer.write("A boy in Year 4 has just been diagnosed with epilepsy. Please keep his family in your thoughts.", "personal"),
    parent: () => composer.write("Alfie was a bit unsettled after lunch today. Could we talk tomorrow?", "personal", "Alfie’s mum"),
    link: () => composer.write("The revision guides for the summer are all here: https://bit.ly/3xYz12", "personal"),
    confidential: () => composer.write("Thursday's minutes, marked CONFIDENTIAL, NOT FOR CIRCULATION, make interesting reading.", "personal"),
    shouting: () => composer.write("PLEASE CAN EVERYBODY STOP PARKING ON THE ZIGZAGS", "official"),
    face() {
      composer.write("What a day out!", "personal");
      enrol.hidden = false;
      enrol.scrollIntoView({ block: "nearest" });
    },
    broken() {
      composer.write("Sports day in pictures", "personal");
      composer.attach([new File([BROKEN], "sports-day.jpg", { type: "image/jpeg" })]);
    },
  };
  const buttons = [...document.querySelectorAll("[data-sample]")];
  // The press that counts: what an earlier one still waits for must not end up in the sample of a later one.
  let press = null;
  const follow = () => {
    const mine = press;
    return () => press === mine;
  };
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      press = {};
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
      if (enrol && button.dataset.sample !== "face") enrol.hidden = true;
      const still = follow();
      try {
        await samples[button.dataset.sample](still);
      } catch (error) {
        if (still()) composer.fail(error);
      }
    });
  }
  // Once somebody writes, it is no longer the sample.
  document.getElementById("text").addEventListener("input", ({ isTrusted }) => {
    if (isTrusted) for (const each of buttons) each.setAttribute("aria-pressed", "false");
  });
  if (enrol) wireEnrolment(composer, pupil, follow);
}

function wireEnrolment(composer, pupil, follow) {
  const status = document.getElementById("enrol-status");
  takeFiles(document.getElementById("enrol-drop"), document.getElementById("enrol-file"), async ([file]) => {
    if (!file) return;
    const still = follow();
    status.textContent = "Looking at the portrait …";
    try {
      await post("/try/pupil");
      const answer = await send("/try/pupil/photo", file);
      const advice = answer.problems.map((each) => each.advice).join(" ");
      if (!answer.accepted) {
        status.textContent = advice;
        return;
      }
      const enrolled = [`${pupil} is enrolled.`, advice].filter(Boolean).join(" ");
      status.textContent = enrolled;
      if (!still()) return;
      status.textContent = `${enrolled} The portrait is attached to the post below; another picture of the same person works too.`;
      await composer.attach([file]);
    } catch (error) {
      status.textContent = error.message;
    }
  });
}
