import { createRoot } from "react-dom/client";
import { usePosted } from "../shared/feed.jsx";
import {
  Chat,
  ChatBesideList,
  ClassicForm,
  Controlled,
  EditorAndSearch,
  FormWithDrafts,
  FramedComments,
  FramedEditor,
  NoComposers,
  PlainEditor,
  PressToPost,
  ReplyForm,
} from "./plain.jsx";

/** Each composer at an address of its own, as on different sites; the forum's front page has the reply box and the search. */
const PAGES = {
  "/reply": [ReplyForm],
  "/classic": [ClassicForm],
  "/editor": [PlainEditor],
  "/chat": [Chat],
  "/conversations": [ChatBesideList],
  "/drafts": [FormWithDrafts],
  "/beside": [EditorAndSearch],
  "/framed": [() => <FramedEditor isWritten={false} />],
  "/written": [() => <FramedEditor isWritten />],
  "/comments": [FramedComments],
  "/status": [Controlled],
  "/press": [() => <PressToPost on="pointerdown" />, () => <PressToPost on="mousedown" />],
  "/account": [NoComposers],
};

function Posted() {
  return usePosted().map((post, index) => (
    <article key={index}>
      <p>{post.text}</p>
      {post.files.length > 0 && <p>{post.files.length} attached</p>}
    </article>
  ));
}

function App() {
  const parts = PAGES[location.pathname] ?? [NoComposers, ReplyForm];
  return (
    <>
      <header>
        <h1>Millbrook Forum</h1>
        <nav>
          {Object.keys(PAGES).map((path) => (
            <a key={path} href={path}>
              {path.slice(1)}
            </a>
          ))}
        </nav>
        <p>
          Logged in as <a href="/users/sampatel">Sam Patel</a>
        </p>
      </header>
      <main>
        <article>
          <h2>Summer fair</h2>
          <p>Volunteers for the cake stall are welcome.</p>
        </article>
        <Posted />
        {parts.map((Part, index) => (
          <Part key={index} />
        ))}
      </main>
    </>
  );
}

createRoot(document.getElementById("app")).render(<App />);
