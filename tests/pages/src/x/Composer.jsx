import { useRef, useState } from "react";
import { picturesOf, useObjectUrls } from "../shared/feed.jsx";
import { option, send } from "../shared/recorder.js";
import { account, labels } from "./account.js";
import { TweetEditor } from "./TweetEditor.jsx";

const ACCEPT = "image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime";

function Attachments({ files, onRemove }) {
  const urls = useObjectUrls(files);
  if (files.length === 0) return null;
  return (
    <div data-testid="attachments" role="group" aria-label="Media">
      {files.map((file, index) => (
        <div key={index} className="attachment">
          <div data-testid="tweetPhoto">
            {file.type.startsWith("video/") ? <video src={urls.get(file)} /> : <img alt="" draggable="true" src={urls.get(file)} />}
          </div>
          <button type="button" aria-label="Remove media" className="remove" onClick={() => onRemove(file)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

/** The composer of the home page, the modal and the reply box: the same parts in each, told apart by its submit control. */
export function Composer({ name, submitTestId, placeholder = labels.placeholder, isReply = false, canThread = false, autoFocus = false, onSent }) {
  const [round, setRound] = useState(0);
  const [texts, setTexts] = useState([""]);
  const [files, setFiles] = useState([]);
  const [busy, setBusy] = useState(false);
  const input = useRef(null);
  const ready = texts.every((text) => text.trim()) || (files.length > 0 && texts.length === 1);

  const addFiles = (more) => setFiles((before) => [...before, ...more].slice(0, 4));
  const submit = async (how) => {
    if (!ready) return;
    setBusy(true);
    await send({ where: name, how, text: texts.join("\n---\n"), account: `@${account.handle}`, files });
    setBusy(false);
    setTexts([""]);
    setFiles([]);
    setRound(round + 1);
    onSent?.();
  };
  const drop = (event) => {
    const dropped = picturesOf(event.dataTransfer?.files);
    if (dropped.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    addFiles(dropped);
  };
  const pick = () => {
    if (option("input", "") !== "detached") return input.current.click();
    const detached = Object.assign(document.createElement("input"), { type: "file", accept: ACCEPT, multiple: true });
    detached.addEventListener("change", () => addFiles(Array.from(detached.files)));
    detached.click();
  };
  const label = isReply ? labels.replyButton : texts.length > 1 ? labels.all : labels.post;
  return (
    <div className="composer" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <div data-testid={`UserAvatar-Container-${account.handle}`} className="avatar" />
      <div className="composer-body">
        {texts.map((_, part) => (
          <TweetEditor
            key={`${round}-${part}`}
            name={part ? `${name}-${part}` : name}
            part={part}
            placeholder={placeholder}
            autoFocus={autoFocus || part > 0}
            onText={(text) => setTexts((before) => before.map((old, index) => (index === part ? text : old)))}
            onFiles={addFiles}
            onSubmit={submit}
          />
        ))}
        <Attachments files={files} onRemove={(file) => setFiles(files.filter((other) => other !== file))} />
        <div data-testid="toolBar" className="toolbar">
          <div role="presentation" className="tools">
            <button type="button" aria-label="Add photos or video" onClick={pick}>
              Media
            </button>
            <input
              ref={input}
              type="file"
              data-testid="fileInput"
              accept={ACCEPT}
              multiple
              tabIndex={-1}
              onChange={(event) => {
                addFiles(Array.from(event.target.files));
                event.target.value = "";
              }}
            />
            <button type="button" data-testid="gifSearchButton" aria-label="Add a GIF">
              GIF
            </button>
            <button type="button" data-testid="scheduleOption" aria-label="Schedule post">
              Later
            </button>
          </div>
          <div className="tools">
            {busy && <div role="progressbar" aria-valuemin="0" aria-valuemax="1" className="progress" />}
            {canThread && texts[texts.length - 1] && (
              <button type="button" data-testid="addButton" aria-label="Add post" onClick={() => setTexts([...texts, ""])}>
                +
              </button>
            )}
            <button
              type="button"
              role="button"
              data-testid={submitTestId}
              className="primary"
              disabled={!ready}
              aria-disabled={ready ? undefined : "true"}
              onClick={() => submit("click")}
            >
              <div dir="ltr">
                <span>
                  <span>{label}</span>
                </span>
              </div>
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}
