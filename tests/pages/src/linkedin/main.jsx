import { onPosted } from "../shared/recorder.js";
import { author, labels } from "./account.js";
import { commentBox } from "./comments.js";
import { make } from "./dom.js";
import { openShareBox } from "./sharebox.js";

const update = (name, text) => make("div", { class: "feed-card", role: "article", componentkey: "f6a1" }, make("span", { class: "name" }, name), make("p", { class: "update-text" }, text));

const feed = make("div", { class: "feed" });
const start = make("a", { tabindex: "0", href: "/preload/sharebox/", click: (event) => {
  event.preventDefault();
  openShareBox();
} }, make("div", { "aria-label": labels.start }, make("p", {}, labels.start)));

const nav = make("nav", { class: "global-nav", "aria-label": "Primary" }, make("span", { class: "brand" }, "in"),
  make("a", { href: "/in/sam-patel/" }, make("img", { class: "global-nav__me-photo", alt: "Sam Patel", src: "/page-assets/avatar.svg" })));
const main = make("main", { id: "workspace" });
document.body.prepend(make("header", {}, nav), main);

// The share modal brings its own styles into its shadow root, as the site's does.
const host = document.getElementById("interop-outlet");
const root = host.attachShadow({ mode: "open" });
root.append(make("link", { rel: "stylesheet", href: "/page-assets/linkedin.css" }), make("link", { rel: "stylesheet", href: "/page-assets/quill.css" }));

if (location.pathname.startsWith("/feed/update/")) {
  const card = update("Millbrook Library", "Story time is at ten tomorrow.");
  main.append(card);
  commentBox()(card);
} else {
  main.append(make("div", { componentkey: "draft-text-replaceable-component", class: "feed-card" }, start), feed, update("Millbrook Library", "Story time is at ten tomorrow."));
}
onPosted((post) => {
  feed.prepend(update(author, post.text));
  if (post.where === "comment") main.append(make("div", { class: "comments-comment-item" }, post.text));
});
