"""How well and how fast full names of pupils are found: invented names only, made here.

python -m benchmarks.names [--pupils 2000]

Prints recall for each way of writing a name, false alarms, and time and memory. Times are CPU time, medians; compare
ratios and orders of magnitude, not milliseconds of different machines.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

from guard.model import Role
from guard.reading import NameForm
from guard.text.name_forms import nicknames_of
from guard.text.names import NameReader
from guard.text.words import cut
from guard.vocabulary import PersonName

FORENAMES = str.split("""
Oliver Amelia George Isla Arthur Ava Noah Mia Muhammad Ivy Leo Lily Oscar Isabella Harry Rosie Archie Sophia Jack Grace
Henry Willow Theodore Freya Thomas Evie Joshua Florence James Charlotte William Daisy Benjamin Emily Samuel Elsie Daniel
Alice Alexander Sienna Edward Matilda Joseph Phoebe Isaac Ella Lucas Poppy Max Maisie Amira Zofia Jakub Aisha Fatima
Priya Arjun Siân Rhys Ffion Niamh Aoife Mary-Jane Anna-Maria Chloé Zoë José Ngozi Chidi Kwame Abena Yusuf Ibrahim Zainab
Mateusz Kasia Elif Emre Mei Wei Hiroshi Sakura Dev Ananya Rohan Kavya Luca Giulia Sofia Andrei Ioana Tomasz Ola Bartek
""")
STARTS = str.split(
    "Ash Bram Cal Dun El Fen Gar Hol Ing Kel Lang Mar Nor Oster Pem Quar Red Shel Thorn Ul Ver Wes Yar Zan Oye Ade"
)
MIDDLES = str.split("ber der fer ling mon nes per ris ster ten ver wor la ra ti")
ENDS = str.split("by combe dale ford ham land ley man ney ran ridge shaw son ton well wick worth ski wala")
SPECIAL = [
    "O'Neary",
    "O’Daire",
    "McTarran",
    "MacFell",
    "Smith-Jorran",
    "Kowalczyk-Wren",
    "de la Fosse",
    "van der Wold",
    "Núñez-Orr",
]
SENTENCES = [
    "Well done to {} in 4B!",
    "{} was star of the week.",
    "What a goal by {} this afternoon",
    "Our readers today were {} and a very small dog.",
    "So proud of {} 🎉🎉",
]
HARMLESS = """
Great day at school today, everybody sang well.
Please mark page 4 and read the letter.
Oliver and Amelia shared a bike with George.
James, Oliver and Mia were our readers.
Thank you to Mrs Ashberton and Mr Holley for the cakes.
Amelia met Rosie Underhay at the park.
William Shakespeare week starts on Monday, then Charles Dickens.
Year 6 walked to Holford and back.
The Marley, Ashby and Redford house teams drew.
#TeamAmelia #GoOliver
@oliver thanks for the lift
Ella, Poppy and Max baked bread with Daisy.
The match against Norford was rained off.
Lily of the valley and daisies in the wildlife garden.
Grace was said before lunch.
""".strip().splitlines()


def pupils(count: int, rng: random.Random) -> tuple[PersonName, ...]:
    """Invented pupils, no two of one name."""
    seen: set[tuple[str, str]] = set()
    people: list[PersonName] = []
    while len(people) < count:
        forename = rng.choice(FORENAMES)
        plain = rng.choice(STARTS) + (rng.choice(MIDDLES) if rng.random() < 0.6 else "") + rng.choice(ENDS)
        surname = rng.choice(SPECIAL) if rng.random() < 0.03 else plain
        if (forename, surname) in seen:
            continue
        seen.add((forename, surname))
        people.append(PersonName(f"p{len(people)}", forename, surname, group=f"{rng.randint(1, 6)}{rng.choice('ABC')}"))
    return tuple(people)


def _mistyped(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    return word[:place] + rng.choice("aeioustrnl") + word[place:]


def _joined(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def forms(rng: random.Random) -> dict[str, Callable[[PersonName], tuple[str, Role] | None]]:
    """Ways of writing a pupil's name: the text and where it stands, or None where a name has no such form."""

    def said(name: str) -> tuple[str, Role]:
        return rng.choice(SENTENCES).format(name), Role.BODY

    def nickname(person: PersonName) -> tuple[str, Role] | None:
        short = nicknames_of(person.forename.lower())
        return said(f"{rng.choice(short).title()} {person.surname}") if short else None

    def half(person: PersonName) -> tuple[str, Role] | None:
        return said(f"{person.forename} {rng.choice(person.surname.split('-'))}") if "-" in person.surname else None

    def lower_tag(person: PersonName) -> tuple[str, Role] | None:
        letters = _joined(person.forename + person.surname).lower()
        return said(f"#{letters}") if len(letters) >= 9 else None

    def typo(person: PersonName) -> tuple[str, Role] | None:
        if len(person.surname) < 6 or not person.surname.isalpha():
            return None
        return said(f"{person.forename} {_mistyped(person.surname, rng)}")

    return {
        "exact": lambda p: said(f"{p.forename} {p.surname}"),
        "small letters": lambda p: said(f"{p.forename} {p.surname}".lower()),
        "capitals": lambda p: said(f"{p.forename} {p.surname}".upper()),
        "possessive": lambda p: said(f"{p.forename} {p.surname}'s mum"),
        "swapped": lambda p: said(f"{p.surname} {p.forename}"),
        "swapped, comma": lambda p: said(f"{p.surname}, {p.forename}"),
        "middle name": lambda p: said(f"{p.forename} {rng.choice(FORENAMES)} {p.surname}"),
        "line break": lambda p: said(f"{p.forename}\n{p.surname}"),
        "no accents": lambda p: said(cut(f"{p.forename} {p.surname}").folded.text.title()),
        "hyphens as spaces": lambda p: said(f"{p.forename} {p.surname}".replace("-", " ")),
        "no apostrophe": lambda p: said(f"{p.forename} {p.surname}".replace("'", "").replace("’", "")),
        "half of a double name": half,
        "nickname": nickname,
        "camel hashtag": lambda p: said(f"#{_joined(p.forename)}{_joined(p.surname)}"),
        "camel hashtag in words": lambda p: said(f"#WellDone{_joined(p.forename)}{_joined(p.surname)}"),
        "small hashtag": lower_tag,
        "handle": lambda p: said(f"@{_joined(p.forename)}_{_joined(p.surname)}".lower()),
        "file name": lambda p: (f"{p.forename}-{p.surname}-{p.group}.jpg".lower().replace(" ", "-"), Role.FILE_NAME),
        "joined file name": lambda p: (f"{_joined(p.forename)}{_joined(p.surname)}2.JPG", Role.FILE_NAME),
        "typo": typo,
    }


def _median_ms(work: Callable[[], object], rounds: int = 15) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pupils", type=int, default=2000)
    count = parser.parse_args().pupils
    rng = random.Random(20)  # the same names at each run
    people = pupils(count + 500, rng)
    listed, others = people[:count], people[count:]
    reader = NameReader(listed)

    found_all = asked_all = 0
    for name, form in forms(rng).items():
        found = asked = 0
        for person in rng.sample(listed, min(400, count)):
            written = form(person)
            if written is None:
                continue
            asked += 1
            mentions = reader.read(cut(written[0]), written[1])
            found += any(mention.person == person.person for mention in mentions)
        print(f"recall {name:24} {found / max(asked, 1):6.3f}  of {asked}")
        if name != "typo":
            found_all, asked_all = found_all + found, asked_all + asked
    print(f"recall without typos          {found_all / asked_all:6.4f}")

    alone = [rng.choice(SENTENCES).format(rng.choice((p.forename, p.surname))) for p in listed]
    strangers = [rng.choice(SENTENCES).format(f"{p.forename} {p.surname}") for p in others]
    for name, texts in {"ordinary posts": HARMLESS, "one half alone": alone, "other full names": strangers}.items():
        forms_read = [{mention.form for mention in reader.read(cut(text), Role.BODY)} for text in texts]
        alarms = sum(bool(each - {NameForm.TYPO}) for each in forms_read) / len(texts)
        near = sum(NameForm.TYPO in each for each in forms_read) / len(texts)
        print(f"false alarms, {name:18} {alarms:7.4f}, as near misses {near:7.4f}  of {len(texts)}")

    print(f"build for {count} pupils       {_median_ms(lambda: NameReader(listed), 5):7.1f} ms")
    tracemalloc.start()
    kept = NameReader(listed)
    print(f"memory                        {tracemalloc.get_traced_memory()[0] / 2**20:7.1f} MB")
    tracemalloc.stop()
    for size in (1_000, 10_000):
        words = cut(((" ".join(HARMLESS) + " ") * 20)[:size])
        print(f"read {size:6} characters        {_median_ms(partial(kept.read, words, Role.BODY)):7.2f} ms")


if __name__ == "__main__":
    main()
