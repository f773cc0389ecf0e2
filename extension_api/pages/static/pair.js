// The pairing code box.
import { post } from "/static/api.js";

const button = document.getElementById("new-code");
const code = document.getElementById("code");
const note = document.getElementById("code-note");
let timer;

button.addEventListener("click", async () => {
  clearInterval(timer);
  try {
    const answer = await post("/pair/code");
    show(answer.code, answer.valid_for_seconds);
  } catch (error) {
    code.textContent = "";
    note.textContent = error.message;
  }
});

function show(digits, seconds) {
  const ends = Date.now() + seconds * 1000;
  code.textContent = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  button.textContent = "Show another code";
  const tick = () => {
    const left = Math.ceil((ends - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      code.textContent = "";
      note.textContent = "The code has run out.";
    } else {
      note.textContent = `Valid for another ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} minutes, for one use.`;
    }
  };
  tick();
  timer = setInterval(tick, 1000);
}
