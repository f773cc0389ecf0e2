import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import { $getRoot, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, PASTE_COMMAND } from "lexical";
import { useEffect, useRef } from "react";
import { picturesOf } from "../shared/feed.jsx";
import { registerModel } from "../shared/recorder.js";

/** The model's text: its paragraphs, one line each. */
const modelText = (editor) =>
  editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((paragraph) => paragraph.getTextContent())
      .join("\n"),
  );

function Wiring({ name, onText, onFiles, onEnter, autoFocus }) {
  const [editor] = useLexicalComposerContext();
  const act = useRef();
  act.current = { onText, onFiles, onEnter };

  useEffect(() => registerModel(name, () => modelText(editor)), [editor, name]);
  useEffect(() => editor.registerUpdateListener(() => act.current.onText(modelText(editor))), [editor]);
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!act.current.onEnter || event?.shiftKey) return false;
          event.preventDefault();
          act.current.onEnter();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const files = picturesOf(event.clipboardData?.files);
          if (files.length === 0) return false;
          event.preventDefault();
          act.current.onFiles(files);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  useEffect(() => {
    if (autoFocus) editor.focus();
  }, [editor]);
  return null;
}

/** A Lexical text box with the attributes that Facebook gives it. */
export function LexicalBox({ name, label, onText, onFiles, onEnter, autoFocus = false }) {
  return (
    <LexicalComposer
      initialConfig={{
        namespace: name,
        onError: (error) => {
          throw error;
        },
      }}
    >
      <div className="lexical-frame">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              aria-label={label}
              aria-placeholder={label}
              placeholder={<div className="placeholder" aria-hidden="true">{label}</div>}
              className="notranslate xha3pbo"
              role="textbox"
              spellCheck={true}
              tabIndex={0}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <HistoryPlugin />
        <Wiring name={name} onText={onText} onFiles={onFiles} onEnter={onEnter} autoFocus={autoFocus} />
      </div>
    </LexicalComposer>
  );
}
