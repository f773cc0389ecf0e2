import { useState } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { usePosted } from "../shared/feed.jsx";
import { account, labels } from "./account.js";
import { Composer } from "./Composer.jsx";

function Tweet({ name, handle, text, pictures = 0 }) {
  return (
    <article data-testid="tweet" role="article" tabIndex={0}>
      <div data-testid="User-Name">
        <a href={`/${handle}`} role="link">
          {name}
        </a>{" "}
        <span>@{handle}</span>
      </div>
      <div data-testid="tweetText" lang="en" dir="auto">
        <span>{text}</span>
      </div>
      {pictures > 0 && <div className="note">{pictures} attached</div>}
      <div role="group" aria-label="0 replies, 0 reposts, 0 likes">
        <button type="button" data-testid="reply" aria-label="0 Replies. Reply">
          Reply
        </button>
        <button type="button" data-testid="retweet" aria-label="0 reposts. Repost">
          Repost
        </button>
        <button type="button" data-testid="like" aria-label="0 Likes. Like">
          Like
        </button>
      </div>
    </article>
  );
}

function Timeline() {
  return usePosted().map((post, index) => (
    <Tweet key={index} name={account.name} handle={account.handle} text={post.text} pictures={post.files.length} />
  ));
}

function Home({ onCompose }) {
  return (
    <div className="layout">
      <header role="banner">
        <h1 role="heading">
          <a href="/home" aria-label="X" role="link">
            X
          </a>
        </h1>
        <nav aria-label="Primary" role="navigation">
          <a href="/home" role="link" data-testid="AppTabBar_Home_Link">
            Home
          </a>
          <a href={`/${account.handle}`} role="link" data-testid="AppTabBar_Profile_Link" aria-label="Profile">
            Profile
          </a>
        </nav>
        <a
          href="/compose/post"
          role="link"
          data-testid="SideNav_NewTweet_Button"
          aria-label={labels.post}
          className="primary"
          onClick={(event) => {
            event.preventDefault();
            onCompose();
          }}
        >
          {labels.post}
        </a>
        <button type="button" data-testid="SideNav_AccountSwitcher_Button" aria-label="Account menu" aria-haspopup="menu">
          <div data-testid={`UserAvatar-Container-${account.handle}`} className="avatar" />
          <div>
            <div dir="ltr">
              <span>{account.name}</span>
            </div>
            <div dir="ltr">
              <span>@{account.handle}</span>
            </div>
          </div>
        </button>
      </header>
      <main role="main">
        <div data-testid="primaryColumn">
          {location.pathname.includes("/status/") ? (
            <>
              <Tweet name="Millbrook Leisure Centre" handle="millbrookleisure" text="Swimming is back on Saturday mornings." />
              <Composer name="reply" submitTestId="tweetButtonInline" placeholder={labels.reply} isReply />
            </>
          ) : (
            <Composer name="inline" submitTestId="tweetButtonInline" />
          )}
          <section role="region" aria-label="Timeline: Your Home Timeline">
            <Timeline />
            <Tweet name="Millbrook Library" handle="millbrooklibrary" text="Story time is at ten tomorrow." />
          </section>
        </div>
      </main>
    </div>
  );
}

function App() {
  const [composing, setComposing] = useState(location.pathname === "/compose/post");
  return (
    <>
      <Home onCompose={() => setComposing(true)} />
      {composing &&
        createPortal(
          <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="modal">
            <div className="modal-bar">
              <button type="button" data-testid="app-bar-close" aria-label="Close" onClick={() => setComposing(false)}>
                ×
              </button>
              <h2 id="modal-header" className="quiet">
                New post
              </h2>
            </div>
            <Composer name="modal" submitTestId="tweetButton" canThread autoFocus onSent={() => setComposing(false)} />
          </div>,
          document.getElementById("layers"),
        )}
    </>
  );
}

createRoot(document.getElementById("react-root")).render(<App />);
