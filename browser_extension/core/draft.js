// @ts-check
"use strict";
{
  /** From a composer's editors and pictures to the draft that the service reads. Pure: no page, no messages. */

  SchoolGuard.draft = {
    /**
     * @param {{texts: {text: string, role: string}[], media: {digest: string, name: string}[], account: SchoolGuardAccountRead}} seen
     * @returns {SchoolGuardContent}
     */
    content({ texts, media, account }) {
      const words = JSON.stringify(texts.map((part) => part.text));
      const digests = media.map((item) => item.digest);
      const key = JSON.stringify([words, digests, account.kind, account.handle, account.name]);
      const empty = media.length === 0 && texts.every((part) => part.text.trim() === "");
      return { texts, media, account, words, key, empty, ready: !digests.includes("") };
    },

    /**
     * @param {SchoolGuardContent} content @param {SchoolGuardMemory} memory
     * @param {{site: string, kind: string, to: string, nameless: Record<string, string>, inReplyTo: string}} about @returns {SchoolGuardDraft}
     */
    wire(content, memory, { site, kind, to, nameless, inReplyTo }) {
      const { kind: account, handle, name } = content.account;
      return {
        parts: content.texts,
        kind,
        site,
        account: { kind: account, handle, name },
        to,
        in_reply_to: inReplyTo,
        profile_text: "",
        shared_from: "",
        media: content.media.map((item) => ({
          digest: item.digest,
          name: item.name,
          alt: "",
          answers: memory.pictures[item.digest] ?? {},
        })),
        answers: { ...memory.answers, ...(to ? memory.people[to] : nameless) },
      };
    },
  };
}
