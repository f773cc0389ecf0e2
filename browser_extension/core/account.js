// @ts-check
"use strict";
{
  /** @param {string} text */
  const loose = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

  /** The same site under another name. @param {string} host */
  const siteName = (host) => (host === "twitter.com" ? "x.com" : host.replace(/^www\./, ""));

  /**
   * Whose account this is: as the page shows it, compared with the policy's official accounts. A handle settles it; a
   * mere display name only when it is an official one, otherwise it is asked once and remembered.
   * @param {{handle: string, name: string} | null} shown @param {string} site
   * @param {{site: string, handle: string}[]} official @param {SchoolGuardAccountKind | ""} remembered
   * @returns {SchoolGuardAccountRead}
   */
  SchoolGuard.accountOf = function accountOf(shown, site, official, remembered) {
    const { handle, name } = shown ?? { handle: "", name: "" };
    const own = official.filter((account) => siteName(account.site) === siteName(site)).map((account) => loose(account.handle));
    const isOfficial = [handle, name].some((text) => text !== "" && own.includes(loose(text)));
    if (isOfficial) return { kind: "official", handle, name, ask: false };
    if (handle !== "") return { kind: "personal", handle, name, ask: false };
    if (remembered !== "") return { kind: remembered, handle, name, ask: false };
    return { kind: "unknown", handle, name, ask: true };
  };
}
