import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { usePosted } from "../shared/feed.jsx";
import { send } from "../shared/recorder.js";
import { account, label } from "./account.js";
import { LexicalBox } from "./LexicalBox.jsx";
import { Press, Preview } from "./parts.jsx";
import { PostDialog } from "./PostDialog.jsx";

function CommentBox() {
  const [text, setText] = useState("");
  const [files, setFiles] = useState([]);
  const [round, setRound] = useState(0);
  const input = useRef(null);
  const latest = useRef({ text, files });
  latest.current = { text, files };
  const empty = !text.trim() && files.length === 0;

  const comment = async (how) => {
    const now = latest.current;
    if (!now.text.trim() && now.files.length === 0) return;
    await send({ where: "comment", how, text: now.text, account: account.name, files: now.files });
    setText("");
    setFiles([]);
    setRound((before) => before + 1);
  };
  return (
    <form role="presentation" className="comment-form" onSubmit={(event) => event.preventDefault()}>
      <LexicalBox key={round} name="comment" label={label("comment")} onText={setText} onFiles={(more) => setFiles([...files, ...more])} onEnter={() => comment("enter")} />
      <input
        ref={input}
        type="file"
        accept="video/*, video/x-m4v, video/webm, image/*,image/heif,image/heic"
        className="file"
        onChange={(event) => setFiles([...files, ...Array.from(event.target.files)])}
      />
      <Press aria-label="Attach a photo or video" className="tool" onPress={() => input.current.click()}>
        +
      </Press>
      <Press aria-label={label("commentButton")} disabled={empty} className="tool" onPress={() => comment("click")}>
        ➤
      </Press>
      <Preview files={files} onRemove={() => setFiles([])} />
    </form>
  );
}

function Story({ name, text, pictures = 0, comments = null }) {
  return (
    <div role="article" aria-posinset={1} className="card">
      <h3>
        <span>{name}</span>
      </h3>
      <div dir="auto" className="story-text">
        {text}
      </div>
      {pictures > 0 && <div className="note">{pictures} attached</div>}
      <div className="actions">
        <Press aria-label="Like">Like</Press>
        <Press aria-label="Leave a comment">Comment</Press>
        <Press aria-label="Send this to friends or post it on your profile.">Share</Press>
      </div>
      {comments}
    </div>
  );
}

function App() {
  const [composing, setComposing] = useState(false);
  const posted = usePosted();
  const comments = posted.filter((post) => post.where === "comment");
  return (
    <>
      <div role="banner">
        <span className="brand">facebook</span>
        <div role="search">
          <input type="search" role="combobox" aria-label="Search Facebook" placeholder="Search Facebook" />
        </div>
        <Press aria-label="Your profile" className="avatar" />
      </div>
      <div role="main">
        <div role="region" aria-label={label("region")} className="card opener">
          <div className="avatar" />
          <Press className="opener-text" onPress={() => setComposing(true)}>
            <span>{label("open")}</span>
          </Press>
        </div>
        {posted
          .filter((post) => post.where === "dialog")
          .map((post, index) => (
            <Story key={index} name={account.name} text={post.text} pictures={post.files.length} />
          ))}
        <Story
          name="Millbrook Library"
          text="Story time is at ten tomorrow."
          comments={
            <>
              <ul>
                {comments.map((post, index) => (
                  <li key={index}>
                    <div role="article" aria-label={`Comment by ${account.name}`}>
                      <span className="name">{account.name}</span> <span>{post.text}</span>
                    </div>
                  </li>
                ))}
              </ul>
              <CommentBox />
            </>
          }
        />
      </div>
      {composing && <PostDialog onClose={() => setComposing(false)} />}
    </>
  );
}

// Facebook's pages carry who is acting as data in a script element.
const data = Object.assign(document.createElement("script"), { type: "application/json" });
data.dataset.sjs = "";
data.textContent = JSON.stringify({
  require: [["ScheduledServerJS", "handle", null, [{ __bbox: { define: [
    ["CurrentUserInitialData", [], { ACCOUNT_ID: account.accountId, USER_ID: account.userId, NAME: account.name, SHORT_NAME: account.first }, 270],
  ] } }]]],
});
document.body.append(data);

createRoot(document.getElementById("mount_0_0")).render(<App />);
