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
  somethingMissed: "Something was left out",
  failed: "This post was not checked",
  untilThen: "Nothing can be said about it until School Guard answers again.",
  refused: {
    too_large: "This picture is too large to be looked at. A smaller copy (up to 40 MB and 40 megapixels) can be checked.",
    unreadable: "This picture could not be read, so nobody has looked at who is in it. Saving it again as JPEG or PNG usually helps.",
  },
  checking: "Checking …",
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
  somethingMissed: "Gadawyd rhywbeth allan",
  failed: "Ni wiriwyd y postiad hwn",
  untilThen: "Ni ellir dweud dim amdano nes bod School Guard yn ateb eto.",
  refused: {
    too_large: "Mae’r llun hwn yn rhy fawr i edrych arno. Gellir gwirio copi llai (hyd at 40 MB a 40 megapicsel).",
    unreadable: "Nid oedd modd darllen y llun hwn, felly nid oes neb wedi edrych pwy sydd ynddo. Mae ei gadw eto fel JPEG neu PNG fel arfer yn helpu.",
  },
  checking: "Yn gwirio …",
  nothing: "Dim byd i’w nodi.",
  beginning: "Yma y daw’r hyn sydd gan y polisi i’w ddweud am bostiad, gyda’r cymal y daw ohono a phwy i’w holi.",
};

/** The labels in a language; English where there are none in it. */
export const labelsIn = (language) => ({ en, cy })[language] ?? en;
