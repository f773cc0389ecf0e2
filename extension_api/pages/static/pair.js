// The pairing code box.
import { post } from "/static/api.js";

const EVERY = 1000;
const button = document.getElementById("new-code");
const code = document.getElementById("code");
const note = document.getElementById("code-note");
let timer;
let shown = 0;

button.addEventListener("click", async () => {
  clearInterval(timer);
  const mine = ++shown;
  try {
    const answer = await post("/pair/code");
    if (mine === shown) show(answer.code, answer.valid_for_seconds);
  } catch (error) {
    if (mine === shown) end(error.message);
  }
});

function show(digits, seconds) {
  const mine = shown;
  const ends = Date.now() + seconds * 1000;
  code.textContent = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  note.dataset.state = "";
  note.ariaLive = "off"; // nobody wants the seconds read out
  button.textContent = "Show another code";
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    note.textContent = `Valid for another ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} minutes, for one use.`;
    ask(mine, digits);
  };
  timer = setInterval(tick, EVERY);
  tick();
}

// The page can tell neither when the code is used nor by whom: the service can.
async function ask(mine, digits) {
  let said;
  try {
    const { state } = await post("/pair/state", { code: digits });
    if (state === "open") return;
    if (state === "paired") said = ["Paired. The extension is connected.", "good"];
    else if (state === "used_up") said = ["Used up by wrong tries. Please show another code.", "bad"];
    else said = ["The code has run out, or another one was shown since."];
  } catch (error) {
    said = [error.message, "bad"];
  }
  if (mine === shown && code.textContent) end(...said);
}

function end(words, state = "") {
  clearInterval(timer);
  code.textContent = "";
  note.ariaLive = "polite";
  note.textContent = words;
  note.dataset.state = state;
}
