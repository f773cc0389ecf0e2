"""Forms a word of the lexicon takes: its inflections, and the misspellings people use to slip it past a filter."""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"
_SOUNDS = (
    ("ck", "kk"),
    ("ph", "f"),
    ("er", "a"),
    ("er", "ah"),
    ("ers", "az"),
    ("oo", "u"),
    ("s", "z"),
    ("ea", "e"),
    ("ic", "ik"),
    ("u", "y"),
)


def inflect(entry: str) -> tuple[str, ...]:
    """The forms a lexicon entry stands for: "git/n" gives git and gits; "/v" and "/V" conjugate."""
    word, _, ending = entry.strip().partition("/")
    match ending:
        case "":
            return (word,)
        case "n":
            return (word, word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s"))
        case "es":
            return (word, word + "es")
        case "v" | "V":
            stem = word + word[-1] if ending == "V" else word.removesuffix("e")
            endings = ("ed", "ing", "in", "er", "ers", "ings")
            return (word, word + "s", *(stem + tail for tail in endings))
    raise ValueError(f"no such ending in the lexicon: /{ending}")


def disguises(word: str) -> Iterator[str]:
    """Plain-letter misspellings of `word`: swapped, doubled and dropped letters, and spellings by sound.

    The first letter stays, for readers hang on it; short words give few, since their neighbours are other words.
    """
    yield from _respelt(word)
    for index in range(1, len(word) - 1):
        before, here, after = word[:index], word[index], word[index + 1 :]
        if here not in (word[index - 1], after[0]):
            yield before + here * 2 + after
        if len(word) >= 5 and index < len(word) - 1 and here != after[0]:
            yield before + after[0] + here + after[1:]
        if len(word) >= 7 or (len(word) >= 6 and here in _VOWELS):
            yield before + after
    yield "".join(letter * 2 for letter in word)


def _respelt(word: str) -> Iterator[str]:
    for sound, spelling in _SOUNDS:
        if sound in word[1:]:
            head, _, tail = word.rpartition(sound)
            if head and (not tail or sound in ("ck", "ph", "oo", "ea", "ic", "u")):
                yield head + spelling + tail
    if word[0] == "f":
        yield "ph" + word[1:]
    if word[0] == "c" and word[1] in "ou":
        yield "k" + word[1:]
