// @ts-check
// Made of the files in sites/ by `python -m tools.manifest`.

/** The built-in sites, each as all its hosts. @type {string[][]} */
export const SITES = [
  [
    "facebook.com",
    "messenger.com"
  ],
  [
    "linkedin.com"
  ],
  [
    "x.com",
    "twitter.com"
  ]
];
