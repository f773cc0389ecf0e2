import { ContentState, Editor, EditorState, getDefaultKeyBinding } from "draft-js";
import { useEffect, useRef, useState } from "react";
import { registerModel } from "../shared/recorder.js";
import { labels } from "./account.js";

/** One Draft.js box, as X builds it: the content element itself carries the test id. */
export function TweetEditor({ name, part, placeholder, onText, onFiles, onSubmit, initialText = "", autoFocus = false }) {
  const [state, setState] = useState(() => EditorState.createWithContent(ContentState.createFromText(initialText)));
  const latest = useRef(state);
  const editor = useRef(null);
  latest.current = state;
  const text = state.getCurrentContent().getPlainText("\n");

  useEffect(() => registerModel(name, () => latest.current.getCurrentContent().getPlainText("\n")), [name]);
  useEffect(() => onText(text), [text]);
  useEffect(() => {
    if (autoFocus) editor.current.focus();
  }, []);

  const takeFiles = (files) => {
    onFiles(Array.from(files));
    return "handled";
  };
  return (
    <div className="editor-frame">
      <Editor
        ref={editor}
        editorState={state}
        onChange={setState}
        webDriverTestID={`tweetTextarea_${part}`}
        ariaLabel={labels.editor}
        ariaMultiline={true}
        ariaAutoComplete="list"
        role="textbox"
        spellCheck={true}
        stripPastedStyles={true}
        placeholder={text ? "" : placeholder}
        keyBindingFn={(event) => (event.key === "Enter" && (event.ctrlKey || event.metaKey) ? "send-post" : getDefaultKeyBinding(event))}
        handleKeyCommand={(command) => {
          if (command !== "send-post") return "not-handled";
          onSubmit("shortcut");
          return "handled";
        }}
        handlePastedFiles={takeFiles}
        handleDroppedFiles={(_selection, files) => takeFiles(files)}
      />
    </div>
  );
}
