"""How many disguises of the lexicon's strong words are found, by kind of disguise, and how many harmless words are.

python -m benchmarks.disguises [--seed 1] [--words 400]

Words, places for a sign and sentences are drawn anew by each seed. The controls are ordinary words in like disguises.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable

from guard.reading import Grade
from guard.text.lexicon import joining_words, lexicon, ordinary_words
from guard.text.offensive import OffensiveReader
from guard.text.words import cut

Disguise = Callable[[str, random.Random], str]

SENTENCES = (
    "what a load of {} today",
    "he is such a {}",
    "{}! missed the bus again",
    "the meeting was {}, honestly",
    "Absolute {} behaviour from the boss",
    "why are people so {} about parking",
    "I said {} and went home.",
    "({})",
)
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7+", "b": "8", "g": "9", "l": "1|"}
HOMOGLYPHS = {
    "a": "\u0430\u03b1",
    "c": "\u0441",
    "e": "\u0435\u03b5",
    "i": "\u0456\u03b9",
    "o": "\u043e\u03bf",
    "p": "\u0440\u03c1",
}
HOMOGLYPHS |= {
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u03c5",
    "k": "\u043a\u03ba",
    "n": "\u043f",
    "h": "\u04bb",
    "y": "\u0443",
}
MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0336"
SOUNDED = (("ck", "kk"), ("er", "a"), ("ck", "k"), ("s", "z"), ("i", "y"))


def replaced(signs: dict[str, str], most: int) -> Disguise:
    """Letters replaced by signs, at most so many."""

    def disguise(word: str, draw: random.Random) -> str:
        places = [place for place, letter in enumerate(word) if letter in signs]
        chosen = draw.sample(places, min(most, len(places)))
        return "".join(draw.choice(signs[c]) if place in chosen else c for place, c in enumerate(word))

    return disguise


def parted(sign: str) -> Disguise:
    return lambda word, draw: sign.join(word)


def once_parted(signs: tuple[str, ...]) -> Disguise:
    def disguise(word: str, draw: random.Random) -> str:
        place = draw.randrange(1, len(word))
        return word[:place] + draw.choice(signs) + word[place:]

    return disguise


def held(word: str, draw: random.Random) -> str:
    place = draw.randrange(len(word))
    return word[:place] + word[place] * draw.randrange(3, 6) + word[place + 1 :]


def held_all(word: str, draw: random.Random) -> str:
    return "".join(letter * draw.randrange(1, 4) for letter in word)


def swapped(word: str, draw: random.Random) -> str:
    places = [place for place in range(1, len(word) - 1) if word[place] != word[place + 1]] or [0]
    place = draw.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def dropped(word: str, draw: random.Random) -> str:
    place = draw.randrange(1, len(word))
    return word[:place] + word[place + 1 :]


def masked(word: str, draw: random.Random) -> str:
    places = [place for place in range(1, len(word)) if word[place] in "aeiou"] or [1]
    place = draw.choice(places)
    return word[:place] + draw.choice("*#%-" if len(word) > 4 else "*#") + word[place + 1 :]


def accented(word: str, draw: random.Random) -> str:
    place = draw.randrange(len(word))
    return word[: place + 1] + draw.choice(MARKS) + word[place + 1 :]


def shifted(base: int) -> Disguise:
    return lambda word, draw: "".join(chr(base + ord(c) - 97) if c.isascii() and c.isalpha() else c for c in word)


def joined(word: str, draw: random.Random) -> str:
    return draw.choice(("this", "total", "absolute", "what")) + word


def tagged(word: str, draw: random.Random) -> str:
    return "#" + draw.choice(("Such", "Total", "What", "Absolute")) + word.capitalize()


DISGUISES: dict[str, Disguise] = {
    "one sign for a letter": replaced(LEET, 1),
    "signs for letters": replaced(LEET, 9),
    "letters apart": parted(" "),
    "dots": parted("."),
    "dashes": parted("-"),
    "underscores": parted("_"),
    "stars": parted("*"),
    "a letter held": held,
    "letters held": held_all,
    "one letter's look-alike": replaced(HOMOGLYPHS, 1),
    "look-alikes": replaced(HOMOGLYPHS, 9),
    "an accent": accented,
    "zero width": once_parted(("\u200b", "\u200c", "\u2060", "\u00ad")),
    "an emoji inside": once_parted(("\U0001f525", "\u2764\ufe0f", "\U0001f602")),
    "full-width": shifted(0xFF41),
    "circled": shifted(0x24D0),
    "mathematical": shifted(0x1D41A),
    "a vowel masked": masked,
    "letters swapped": swapped,
    "a letter dropped": dropped,
    "joined": joined,
    "hashtag": tagged,
}
# Half of what is left of a short word when a letter goes is another word.
SHORTEST = {"a letter dropped": 6, "letters swapped": 5}


def strong_words() -> list[str]:
    """The single words that offend whatever stands around them."""
    return sorted(
        form
        for form, term in lexicon().words.items()
        if term.grade is Grade.STRONG
        and not (term.name or term.only_aimed or term.milder_unless_aimed or term.plain_only)
        and len(form) > 3
        and form.isalpha()
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--words", type=int, default=400)
    arguments.add_argument("--misses", action="store_true", help="also print some that were not found")
    given = arguments.parse_args()
    draw = random.Random(given.seed)
    reader = OffensiveReader()
    strong = strong_words()
    glued = {form for form, term in lexicon().words.items() if term.glued}
    harmless = sorted(word for word in ordinary_words() - joining_words() if 3 < len(word) < 12 and word.isalpha())
    print(f"{'disguise':<26} {'found':>6} {'of':>5}   {'controls':>8} {'of':>5}")
    sums: Counter[str] = Counter()
    for name, disguise in DISGUISES.items():
        fitting = [word for word in strong if len(word) >= SHORTEST.get(name, 4)]
        if name in ("joined", "hashtag"):
            fitting = [word for word in fitting if word in glued]
        missed = []
        chosen = draw.sample(fitting, min(given.words, len(fitting)))
        for word in chosen:
            text = draw.choice(SENTENCES).format(written := disguise(word, draw))
            if not any(term.grade is not Grade.UNGRADED for term in reader.read(cut(text))):
                missed.append(f"{word}: {written}")
        controls = draw.sample(harmless, given.words)
        wrong = []
        for word in controls:
            text = draw.choice(SENTENCES).format(written := disguise(word, draw))
            if any(term.grade is not Grade.UNGRADED for term in reader.read(cut(text))):
                wrong.append(f"{word}: {written}")
        sums.update(found=len(chosen) - len(missed), words=len(chosen), wrong=len(wrong), controls=len(controls))
        share = 1 - len(missed) / len(chosen)
        print(f"{name:<26} {share:>6.3f} {len(chosen):>5}   {len(wrong) / len(controls):>8.4f} {len(controls):>5}")
        if given.misses:
            print("    missed:", ", ".join(missed[:12]), file=sys.stderr)
            print("    wrong:", ", ".join(wrong[:12]), file=sys.stderr)
    share, wrong_share = sums["found"] / sums["words"], sums["wrong"] / sums["controls"]
    print(f"{'all':<26} {share:>6.3f} {sums['words']:>5}   {wrong_share:>8.4f} {sums['controls']:>5}")


if __name__ == "__main__":
    main()
