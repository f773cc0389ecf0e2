import { useRef, useState } from "react";
import { picturesOf } from "../shared/feed.jsx";
import { option, send } from "../shared/recorder.js";
import { account, label } from "./account.js";
import { LexicalBox } from "./LexicalBox.jsx";
import { Press, Preview } from "./parts.jsx";

const ACCEPT = "image/*,image/heif,image/heic,video/*,video/mp4,video/x-m4v,video/x-matroska,.mkv";

/** The "Create post" dialog; with ?flow=next the page's two steps, "Next" and then "Post". */
export function PostDialog({ onClose }) {
  const [text, setText] = useState("");
  const [files, setFiles] = useState([]);
  const [step, setStep] = useState(1);
  const [busy, setBusy] = useState(false);
  const input = useRef(null);
  const empty = !text.trim() && files.length === 0;
  const twoSteps = option("flow", "") === "next";

  const add = (more) => setFiles((before) => [...before, ...more]);
  const pick = () => {
    if (option("input", "") !== "detached") return input.current.click();
    const detached = Object.assign(document.createElement("input"), { type: "file", accept: ACCEPT, multiple: true });
    detached.addEventListener("change", () => add(Array.from(detached.files)));
    detached.click();
  };
  const post = async () => {
    setBusy(true);
    await send({ where: "dialog", how: "click", text, account: account.name, files });
    onClose();
  };
  const drop = (event) => {
    const dropped = picturesOf(event.dataTransfer?.files);
    if (dropped.length === 0) return;
    event.preventDefault();
    add(dropped);
  };
  const title = step === 1 ? label("dialog") : label("settings");
  return (
    <div role="dialog" aria-modal="true" aria-label={title} className="x1n2onr6 dialog" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <div className="dialog-bar">
        <h2>
          <span>{title}</span>
        </h2>
        <Press aria-label={label("close")} className="round" onPress={onClose}>
          ×
        </Press>
      </div>
      <div className="profile-row">
        <div className="avatar" />
        <div>
          <span className="name">{account.name}</span>
          <Press aria-label={label("privacy")} className="audience">
            Public
          </Press>
        </div>
      </div>
      <div className={step === 1 ? "writing" : "writing hidden"}>
        <LexicalBox name="dialog" label={label("open")} onText={setText} onFiles={add} autoFocus />
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          multiple
          className="file"
          onChange={(event) => {
            add(Array.from(event.target.files));
            event.target.value = "";
          }}
        />
        <Preview files={files} onRemove={() => setFiles([])} />
        <Press aria-label={label("photo")} className="tool" onPress={pick}>
          {label("photo")}
        </Press>
      </div>
      {busy && <div role="progressbar" aria-valuetext="" className="progress" />}
      {twoSteps && step === 1 ? (
        <Press aria-label={label("next")} disabled={empty} className="primary" onPress={() => setStep(2)}>
          <span>{label("next")}</span>
        </Press>
      ) : (
        <Press aria-label={label("post")} disabled={empty} className="primary" onPress={post}>
          <span>{label("post")}</span>
        </Press>
      )}
    </div>
  );
}
