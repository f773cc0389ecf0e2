// What stands around a finding, in the languages findings come in.

const en = {
  levels: { stop: "Held before posting", warn: "Worth a look", advise: "Hint", not_checked: "Not checked" },
  policy: "Policy",
  source: "Source",
  origins: { clause: "the school’s policy", list: "the school’s own list", guidance: "safeguarding guidance" },
  doubt: "In doubt",
  ask: "ask",
  concern: "Mistake, concern",
  tell: "tell",
  took: "Took",
  here: "nothing left this machine",
  aside: "Not a concern",
  leftOut: "Left out",
  again: "Show again",
  picture: "Picture",
  somethingMissed: "Something was left out",
  nothing: "Nothing to say about this post.",
  beginning: "What the policy has to say about a post appears here, with the clause it comes from and whom to ask.",
};

// As far as the extension has them, the same words as in browser_extension/messages/cy.json.
const cy = {
  levels: { stop: "I’w datrys cyn postio", warn: "Gwerth ail olwg", advise: "Awgrym", not_checked: "Heb ei wirio" },
  policy: "Polisi",
  source: "Ffynhonnell",
  origins: { clause: "polisi’r ysgol", list: "rhestr yr ysgol ei hun", guidance: "canllawiau diogelu" },
  doubt: "Os oes amheuaeth",
  ask: "holi",
  concern: "Camgymeriad, pryder",
  tell: "dweud wrth",
  took: "Cymerodd",
  here: "ni adawodd dim y cyfrifiadur hwn",
  aside: "Dim pryder",
  leftOut: "Wedi’i adael allan",
  again: "Dangos eto",
  picture: "Llun",
  somethingMissed: "Gadawyd rhywbeth allan",
  nothing: "Dim byd i’w nodi.",
  beginning: "Yma y daw’r hyn sydd gan y polisi i’w ddweud am bostiad, gyda’r cymal y daw ohono a phwy i’w holi.",
};

/** The labels in a language; English where there are none in it. */
export const labelsIn = (language) => ({ en, cy })[language] ?? en;
