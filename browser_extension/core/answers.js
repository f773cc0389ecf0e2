// @ts-check
"use strict";
{
  /** @returns {SchoolGuardMemory} */
  const blank = () => ({ kind: "", answers: {}, pictures: {}, people: {}, dismissed: [], notices: [] });

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

    /** What has not been asked yet, and counts as asked from now on. @param {string} about @param {string[]} all */
    missing(about, all) {
      const missing = all.filter((one) => !this.asked.has(`${about} ${one}`));
      for (const one of missing) this.asked.add(`${about} ${one}`);
      return missing;
    }

    /** Bring in what is known about these pictures and people, and the account. @param {string[]} digests @param {string[]} people */
    async load(digests, people) {
      const wanted = { digests: this.missing("picture", digests), people: this.missing("person", people) };
      if (this.loaded && wanted.digests.length + wanted.people.length === 0) return;
      const reply = await SchoolGuard.ask("recall", { owner: this.owner, ...wanted });
      if (!reply.ok) return;
      this.loaded = true;
      this.memory = {
        kind: this.memory.kind || reply.value.kind,
        answers: { ...reply.value.answers, ...this.memory.answers },
        pictures: { ...reply.value.pictures, ...this.memory.pictures },
        people: { ...reply.value.people, ...this.memory.people },
        dismissed: [...new Set([...reply.value.dismissed, ...this.memory.dismissed])],
        notices: [...new Set([...reply.value.notices, ...this.memory.notices])],
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

    /** @param {string} name @param {string} key @param {string} value */
    answerPerson(name, key, value) {
      this.memory.people[name] = { ...this.memory.people[name], [key]: value };
      void SchoolGuard.ask("remember", { owner: this.owner, person: { name, answers: { [key]: value } } });
    }

    /** @param {string} fingerprint */
    dismiss(fingerprint) {
      this.memory.dismissed.push(fingerprint);
      void SchoolGuard.ask("remember", { owner: this.owner, dismissed: fingerprint });
    }

    /** This was said today. @param {string} fingerprint */
    noticed(fingerprint) {
      this.memory.notices.push(fingerprint);
      void SchoolGuard.ask("remember", { owner: this.owner, notice: fingerprint });
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
