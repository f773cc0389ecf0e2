import { useEffect, useRef, useState } from "react";
import { picturesOf, useObjectUrls } from "../shared/feed.jsx";
import { option, registerModel, send } from "../shared/recorder.js";

const ACCOUNT = "sampatel";

/** A form around an uncontrolled textarea; the site acts on the form's submit event. */
export function ReplyForm() {
  const area = useRef(null);
  const input = useRef(null);
  const [count, setCount] = useState(0);
  useEffect(() => registerModel("reply", () => area.current.value), []);
  const submit = async (event) => {
    event.preventDefault();
    await send({ where: "reply", how: "submit", text: area.current.value, account: ACCOUNT, files: Array.from(input.current.files) });
    area.current.value = "";
    input.current.value = "";
    setCount(0);
  };
  return (
    <form className="postbox" onSubmit={submit}>
      <label htmlFor="message">Your reply</label>
      <textarea id="message" name="message" rows={5} ref={area} required />
      <input type="file" name="attachments" multiple ref={input} aria-label="Attachments" onChange={(event) => setCount(event.target.files.length)} />
      {count > 0 && <p>{count} attached</p>}
      <button type="submit" name="post">
        Post reply
      </button>
    </form>
  );
}

/** An older forum: the browser itself sends the form and the page goes away. */
export function ClassicForm() {
  const area = useRef(null);
  useEffect(() => registerModel("classic", () => area.current.value), []);
  return (
    <form className="postbox" method="post" action="/classic">
      <label htmlFor="classic-message">Message</label>
      <textarea id="classic-message" name="message" rows={5} ref={area} />
      <input type="submit" value="Submit" />
    </form>
  );
}

/** A forum whose form has more buttons than one, all of them sending it; only the last one posts. */
export function FormWithDrafts() {
  const area = useRef(null);
  const [kept, setKept] = useState("");
  useEffect(() => registerModel("drafts", () => area.current.value), []);
  const submit = async (event) => {
    event.preventDefault();
    const { name } = event.nativeEvent.submitter;
    if (name !== "post") return setKept(name);
    await send({ where: "drafts", how: "submit", text: area.current.value, account: ACCOUNT });
    area.current.value = "";
  };
  return (
    <form className="postbox" onSubmit={submit}>
      <label htmlFor="topic">Your reply</label>
      <textarea id="topic" name="message" rows={5} ref={area} />
      {kept && <output>{kept}</output>}
      <input type="submit" name="save" value="Save draft" />
      <input type="submit" name="preview" value="Preview" />
      <input type="submit" name="post" value="Submit" />
    </form>
  );
}

/** An editor whose own button nobody would know, and the site's search beside it. */
export function EditorAndSearch() {
  const box = useRef(null);
  const [sought, setSought] = useState("");
  useEffect(() => registerModel("beside", () => box.current.innerText.replace(/\n$/, "")), []);
  const search = (event) => {
    event.preventDefault();
    setSought(new FormData(event.target).get("q"));
  };
  return (
    <div className="postbox">
      <form onSubmit={search}>
        <input type="text" name="q" placeholder="Search the forum" />
        <button type="submit">Go</button>
      </form>
      {sought && <output>{sought}</output>}
      <div className="editable" contentEditable suppressContentEditableWarning aria-label="Write a post" ref={box} />
      <div role="button" tabIndex={0}>
        Off it goes
      </div>
    </div>
  );
}

/** An editor that is a frame of its own in the form, as older site builders have it. @param {{isWritten: boolean}} props */
export function FramedEditor({ isWritten }) {
  const frame = useRef(null);
  const body = () => frame.current.contentDocument.body;
  const document_ = '<body contenteditable="true" aria-label="Your reply" style="font: 16px sans-serif"></body>';
  useEffect(() => {
    registerModel("framed", () => body().innerText.replace(/\n$/, ""));
    if (!isWritten) return;
    const inner = frame.current.contentDocument;
    inner.open();
    inner.write(document_);
    inner.close();
  }, []);
  const submit = async (event) => {
    event.preventDefault();
    const text = [event.target.elements.subject.value, body().innerText.trim()].filter(Boolean).join("\n");
    await send({ where: "framed", how: "submit", text, account: ACCOUNT });
    body().replaceChildren();
  };
  return (
    <form className="postbox" onSubmit={submit}>
      <input type="text" name="subject" placeholder="Subject" />
      <iframe title="Editor" width="420" height="120" ref={frame} srcDoc={isWritten ? undefined : document_} />
      <input type="file" name="attachments" aria-label="Attachments" />
      <textarea name="message" hidden />
      <button type="submit">Post reply</button>
    </form>
  );
}

/** A comment box in a small frame of its own, and a form of the page beside it. */
export function FramedComments() {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <>
      {isOpen && <iframe title="Comments" width="420" height="170" src="/status" />}
      <button type="button" onClick={() => setIsOpen(false)}>
        Hide comments
      </button>
      <ReplyForm />
    </>
  );
}

/** A bare contenteditable and a button beside it, without any form or role. */
export function PlainEditor() {
  const box = useRef(null);
  const [files, setFiles] = useState([]);
  const urls = useObjectUrls(files);
  // It has no model but its DOM: such a site sends what can be read there.
  const text = () => box.current.innerText.replace(/\n$/, "");
  useEffect(() => registerModel("editor", text), []);
  const publish = async (event) => {
    if (option("trusted", "") === "only" && !event.nativeEvent.isTrusted) return;
    await send({ where: "editor", how: "click", text: text(), account: ACCOUNT, files });
    box.current.replaceChildren();
    setFiles([]);
  };
  const take = (event, list) => {
    const pictures = picturesOf(list);
    if (pictures.length === 0) return;
    event.preventDefault();
    setFiles([...files, ...pictures]);
  };
  return (
    <div className="postbox">
      <div
        className="editable"
        contentEditable
        suppressContentEditableWarning
        aria-label="Write a post"
        ref={box}
        onPaste={(event) => take(event, event.clipboardData.files)}
        onDrop={(event) => take(event, event.dataTransfer.files)}
        onDragOver={(event) => event.preventDefault()}
      />
      <div>
        {files.map((file, index) => (
          <img key={index} alt="" src={urls.get(file)} className="thumb" />
        ))}
      </div>
      <button type="button" onClick={publish}>
        Publish
      </button>
    </div>
  );
}

/** One line; Enter sends on keydown. */
export function Chat() {
  const line = useRef(null);
  useEffect(() => registerModel("chat", () => line.current.value), []);
  const say = (how) => {
    const text = line.current.value;
    if (!text.trim()) return;
    line.current.value = "";
    void send({ where: "chat", how, text, account: ACCOUNT });
  };
  return (
    <div className="postbox chat">
      <input
        type="text"
        ref={line}
        placeholder="Message Year 4 parents"
        aria-label="Message Year 4 parents"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          say("enter");
        }}
      />
      <button type="button" aria-label="Send" onClick={() => say("click")}>
        ➤
      </button>
    </div>
  );
}

/** A chat line beside the conversations one is in. */
export function ChatBesideList() {
  return (
    <div className="columns">
      <ul role="listbox" aria-label="Conversations">
        <li role="option" aria-selected="true">
          Year 4 parents
        </li>
        <li role="option" aria-selected="false">
          Netball team
        </li>
      </ul>
      <Chat />
    </div>
  );
}

/** A textarea that React owns: it forgets whatever does not arrive as an input event. */
export function Controlled() {
  const [text, setText] = useState("");
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => registerModel("controlled", () => latest.current), []);
  const post = async (how) => {
    await send({ where: "controlled", how, text, account: ACCOUNT });
    setText("");
  };
  return (
    <div className="postbox" role="group" aria-label="Status">
      <textarea
        rows={4}
        value={text}
        placeholder="What is on your mind?"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim()) void post("shortcut");
        }}
      />
      <button type="button" disabled={!text.trim()} onClick={() => post("click")}>
        Post
      </button>
    </div>
  );
}

/** Posts on the press itself, before any click. @param {{on: "pointerdown" | "mousedown"}} props */
export function PressToPost({ on }) {
  const area = useRef(null);
  const button = useRef(null);
  useEffect(() => registerModel(on, () => area.current.value), [on]);
  useEffect(() => {
    const act = () => {
      if (!area.current.value.trim()) return;
      void send({ where: on, how: on, text: area.current.value, account: ACCOUNT }).then(() => {
        area.current.value = "";
      });
    };
    const target = button.current;
    target.addEventListener(on, act);
    return () => target.removeEventListener(on, act);
  }, [on]);
  return (
    <div className="postbox" role="group" aria-label={on}>
      <textarea rows={3} ref={area} aria-label={`Share something (${on})`} />
      <div role="button" tabIndex={0} className="press" ref={button}>
        Share
      </div>
    </div>
  );
}

/** Fields that nobody publishes with. */
export function NoComposers() {
  return (
    <>
      <form role="search" className="postbox" onSubmit={(event) => event.preventDefault()}>
        <input type="search" name="q" aria-label="Search the forum" />
        <button type="submit">Search</button>
      </form>
      <form className="postbox" onSubmit={(event) => event.preventDefault()}>
        <input type="text" name="username" aria-label="User name" autoComplete="username" />
        <input type="password" name="password" aria-label="Password" autoComplete="current-password" />
        <button type="submit">Log in</button>
      </form>
    </>
  );
}
