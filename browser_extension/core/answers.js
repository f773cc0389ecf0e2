// @ts-check
"use strict";
{
  /** @returns {SchoolGuardMemory} */
  const blank = () => ({ kind: "", answers: {}, pictures: {}, dismissed: [] });

  /** What was answered before, for one site and handle; the background keeps it. */
  class Answers {
    /** @param {SchoolGuardOwner} owner */
    constructor(owner) {
      this.owner = owner;
      this.memory = blank();
      /** @type {Set<string>} */
      this.asked = new Set();
      this.loaded = false;
    }

    /** Bring in what is known about these pictures and the account. @param {string[]} digests */
    async load(digests) {
      const missing = digests.filter((digest) => !this.asked.has(digest));
      if (this.loaded && missing.length === 0) return;
      for (const digest of missing) this.asked.add(digest);
      const reply = await SchoolGuard.ask("recall", { owner: this.owner, digests: missing });
      if (!reply.ok) return;
      this.loaded = true;
      this.memory = {
        kind: this.memory.kind || reply.value.kind,
        answers: { ...reply.value.answers, ...this.memory.answers },
        pictures: { ...reply.value.pictures, ...this.memory.pictures },
        dismissed: [...new Set([...reply.value.dismissed, ...this.memory.dismissed])],
      };
    }

    /** @param {SchoolGuardAccountKind} kind */
    account(kind) {
      this.memory.kind = kind;
      void SchoolGuard.ask("remember", { owner: this.owner, kind });
    }

    /** @param {string} key @param {string} value */
    answer(key, value) {
      this.memory.answers[key] = value;
      void SchoolGuard.ask("remember", { owner: this.owner, answers: { [key]: value } });
    }

    /** @param {string} digest @param {string} key @param {string} value */
    answerPicture(digest, key, value) {
      this.memory.pictures[digest] = { ...this.memory.pictures[digest], [key]: value };
      void SchoolGuard.ask("remember", { owner: this.owner, picture: { digest, answers: { [key]: value } } });
    }

    /** @param {string} fingerprint @param {boolean} keep beyond this page */
    dismiss(fingerprint, keep) {
      this.memory.dismissed.push(fingerprint);
      if (keep) void SchoolGuard.ask("remember", { owner: this.owner, dismissed: fingerprint });
    }

    /** What was set aside counts again. @param {string[]} fingerprints */
    bringBack(fingerprints) {
      this.memory.dismissed = this.memory.dismissed.filter((fingerprint) => !fingerprints.includes(fingerprint));
      void SchoolGuard.ask("remember", { owner: this.owner, broughtBack: fingerprints });
    }
  }

  /** @type {Map<string, Answers>} */
  const known = new Map();

  /** @param {SchoolGuardOwner} owner @returns {Answers} */
  SchoolGuard.answersFor = function answersFor(owner) {
    const name = `${owner.site}\n${owner.handle.toLowerCase()}`;
    let answers = known.get(name);
    if (!answers) {
      answers = new Answers(owner);
      known.set(name, answers);
    }
    return answers;
  };
}
