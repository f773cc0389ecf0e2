import { option } from "../shared/recorder.js";

const ACCOUNTS = {
  personal: { name: "Sam Patel", handle: "sampatel" },
  official: { name: "Oakfield Academy", handle: "oakfieldacademy" },
};

/** Who is signed in; ?account=official shows the school's own account. */
export const account = ACCOUNTS[option("account", "personal")];

const LABELS = {
  en: { editor: "Post text", placeholder: "What’s happening?", reply: "Post your reply", post: "Post", all: "Post all", replyButton: "Reply" },
  ja: { editor: "ポストの本文", placeholder: "いまどうしてる？", reply: "返信をポスト", post: "ポストする", all: "すべてポスト", replyButton: "返信" },
  cy: { editor: "Testun y postiad", placeholder: "Beth sy'n digwydd?", reply: "Postio eich ateb", post: "Postio", all: "Postio'r cyfan", replyButton: "Ateb" },
};
export const labels = LABELS[option("lang", "en")];
