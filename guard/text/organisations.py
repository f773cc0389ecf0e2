"""Finds where a text names a protected organisation: one pass over the words with a dictionary of its names.

An ambiguous name alone (a saint, a town, a common motto) is not certain; a school word, one of the organisation's
places, another of its names or a hint that the writer is staff makes it so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from guard.reading import MentionForm, OrganisationMention, StaffHint
from guard.text.clauses import Clauses
from guard.text.edits import edits_within
from guard.text.organisation_forms import SAYS_SCHOOL, Key, LongName, joined_of, keys_of, long_names_of, variants
from guard.text.outsiders import Surroundings
from guard.text.word_sets import word_set
from guard.text.words import Words
from guard.vocabulary import Organisation

_LOOSE_GAP = re.compile(r"[\s\-'._,&/]{1,3}$")
_SPACES = re.compile(r"\s{1,3}$")
_SCHOOL_WORD = re.compile(
    r"\b(?:schools?|academy|college|sixth[ -]form|pupils?|students?|teach(?:er|ers|ing|es)?|taught|head ?teacher|"
    r"headmaster|headmistress|"
    r"class(?:es|room|mates?)?|lessons?|assembly|assemblies|(?:year|yr) ?(?:1[0-3]|[1-9])s?|y(?:1[0-3]|[1-9])s?|"
    r"ks[1-5]|eyfs|reception|"
    r"homework|gcses?|a-levels?|sats|ofsted|governors?|pta|ptfa|inset|staff ?room|playground|tutor|term|"
    r"half[ -]term|open evening|"
    r"parents' evening|senco|ect|nqt|curriculum|phonics|prom|leavers|uniform|nativity|staff|colleagues)\b"
)
_OTHER_KIND = word_set(
    """
    primary infants infant juniors junior nursery prep preparatory high grammar
    """
)
_TOP_LEVEL = word_set(
    """
    com org net uk co sch info eu ac gov
    """
)
_LONGEST_TAG = 60
_SHORTEST_IN_TAG = 3
_SHORTEST_MISSPELT = 5
_MOST_MENTIONS = 24


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    key: Key
    start: int
    end: int
    tag: bool = False


class OrganisationReader:
    """Compiled once from the organisations; `read` may be called from any thread."""

    def __init__(self, organisations: tuple[Organisation, ...]) -> None:
        by_first: defaultdict[str, set[Key]] = defaultdict(set)
        self._joined: dict[str, Key] = {}
        self._abbreviations: list[Key] = []
        self._misspellable: defaultdict[str, list[tuple[LongName, int]]] = defaultdict(list)
        self._places: list[frozenset[tuple[str, ...]]] = []
        self._own_words: list[frozenset[str]] = []
        known: set[str] = set()
        for index, organisation in enumerate(organisations):
            for key in keys_of(index, organisation):
                by_first[key.words[0]].add(key)
                if key.capitals is not None and len(key.capitals) >= _SHORTEST_IN_TAG:
                    self._abbreviations.append(key)
                known.update(key.words)
            for letters, key in joined_of(index, organisation):
                self._joined.setdefault(letters, key)
            for name in long_names_of(index, organisation):
                for place in name.distinctive():
                    for letter in set(name.words[place][:2]):
                        self._misspellable[letter].append((name, place))
            self._places.append(frozenset(words for place in organisation.places for words in variants(place)))
            names = (organisation.name, *organisation.aliases)
            self._own_words.append(frozenset(word for name in names for words in variants(name) for word in words))
        self._known = frozenset(known)
        self._by_first = {word: tuple(sorted(keys, key=_preference)) for word, keys in by_first.items()}

    def read(self, clauses: Clauses, staff_hints: tuple[StaffHint, ...]) -> tuple[OrganisationMention, ...]:
        """The mentions of a text in order, none overlapping."""
        words = clauses.words
        found: list[_Found] = []
        done = 0
        folded = words.folded.text
        tagged = "#" in folded or "@" in folded
        by_first, misspellable, known = self._by_first, self._misspellable, self._known
        for index, word in enumerate(words.words):
            # Most words begin no name; they are passed over here.
            if (
                word in by_first
                or tagged
                or (len(word) >= _SHORTEST_MISSPELT and word[0] in misspellable and word not in known)
            ):
                match = self._at(words, index) if index >= done else None
                if match is not None:
                    found.append(match)
                    done = match.last + 1
                    if len(found) == _MOST_MENTIONS:
                        break
        return self._weigh(clauses, found, staff_hints) if found else ()

    # -- looking -----------------------------------------------------------------------------------------------

    def _at(self, words: Words, index: int) -> _Found | None:
        word = words.words[index]
        for key in self._by_first.get(word, ()):
            last = index + len(key.words) - 1
            if words.words[index : last + 1] == key.words and self._fits(words, index, last, key):
                # "Oakfield Acadmy" says more than its first word alone.
                longer = self._misspelt(words, index) if last == index and key.ambiguous else None
                return longer or _found(words, index, last, key)
        if len(word) >= _SHORTEST_MISSPELT and word[0] in self._misspellable and word not in self._known:
            misspelt = self._misspelt(words, index)
            if misspelt is not None:
                return misspelt
        before = words.folded.text[words.starts[index] - 1 : words.starts[index]]
        if before and before in "#@" and len(word) <= _LONGEST_TAG:
            return self._inside_tag(words, index)
        return None

    def _fits(self, words: Words, first: int, last: int, key: Key) -> bool:
        gaps = [words.between(i) for i in range(first, last)]
        if key.gaps is not None:
            if tuple(gaps) != key.gaps:
                return False
        elif not all(_LOOSE_GAP.match(gap) for gap in gaps):
            return False
        folded, start, end = words.folded.text, words.starts[first], words.ends[last]
        before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
        if key.form is MentionForm.HANDLE:
            return before == "@" or (before == "/" and "." in folded[max(0, start - 40) : start])
        if key.form is MentionForm.HASHTAG:
            return before == "#"
        if key.form is MentionForm.DOMAIN:
            follows = (
                words.words[last + 1] if last + 1 < len(words) and after == "." and words.between(last) == "." else ""
            )
            return before != "-" and follows not in _TOP_LEVEL
        if key.form is MentionForm.ABBREVIATION and key.capitals is not None and before not in ("#", "@"):
            written = words.folded.span(start, end)
            return words.folded.source[written.start : written.end] in (key.capitals, key.capitals.upper())
        if key.ambiguous and before not in ("#", "@"):
            if key.form is MentionForm.MOTTO:
                return _stands_alone(folded, start, end)
            if last == first:
                return self._written_as_name(words, first)
        return True

    def _written_as_name(self, words: Words, index: int) -> bool:
        """An ambiguous word in small letters counts only where nothing is capitalised, or after "at" and the like."""
        if not words.source(index)[:1].islower():
            return True
        source = words.folded.source
        return source == source.lower() or (index > 0 and words.words[index - 1] in ("at", "from", "to", "for", "in"))

    def _misspelt(self, words: Words, index: int) -> _Found | None:
        word = words.words[index]
        for name, place in self._misspellable[word[0]]:
            wanted = name.words[place]
            if abs(len(wanted) - len(word)) > 2 or (wanted == word and len(name.words) == 1):
                continue
            first, last = index - place, index - place + len(name.words) - 1
            key = Key(name.words, name.organisation, MentionForm.MISSPELLING, name.ambiguous)
            if len(name.words) == 1:
                # Alone it has to be nearly right, and written as a name.
                if (
                    edits_within(word, wanted, 1)
                    and len(wanted) >= 8
                    and words.is_large(index)
                    and word != wanted + "s"
                ):
                    return _found(words, index, index, Key(key.words, key.organisation, key.form, True))
                continue
            if first < 0 or last >= len(words) or not edits_within(word, wanted, 2 if len(wanted) >= 8 else 1):
                continue
            others = [i for i in range(first, last + 1) if i != index]
            if all(_LOOSE_GAP.match(words.between(i)) for i in range(first, last)) and all(
                _nearly(words.words[i], name.words[i - first]) for i in others
            ):
                return _found(words, first, last, key)
        return None

    def _inside_tag(self, words: Words, index: int) -> _Found | None:
        word, written = words.words[index], words.source(index)
        for letters, key in self._joined.items():
            if letters in word:
                return _found(words, index, index, key)
        for key in self._abbreviations:
            if key.capitals is not None and (written.startswith(key.capitals) or written.endswith(key.capitals)):
                return _found(words, index, index, key)
        return None

    # -- weighing ----------------------------------------------------------------------------------------------

    def _weigh(
        self, clauses: Clauses, found: list[_Found], staff_hints: tuple[StaffHint, ...]
    ) -> tuple[OrganisationMention, ...]:
        words = clauses.words
        text = words.folded.text
        staff = any(hint.strong for hint in staff_hints)
        named = {match.key.organisation for match in found if not match.key.ambiguous}
        school_word: bool | None = None
        surroundings = Surroundings(clauses)
        mentions = []
        for match in found:
            organisation = match.key.organisation
            span = words.folded.span(match.start, match.end)
            works_there = staff or any(0 <= span.start - hint.span.end <= 3 for hint in staff_hints)
            certain = not match.key.ambiguous or organisation in named or works_there or bool(staff_hints)
            if not certain:
                if school_word is None:
                    school_word = _SCHOOL_WORD.search(text) is not None
                certain = school_word or self._place_near(words, organisation)
            if match.key.ambiguous and self._of_another_kind(words, match):
                certain = False
            own_school_word = (
                any(word in SAYS_SCHOOL for word in match.key.words) or match.key.form is MentionForm.DOMAIN
            )
            mentions.append(
                OrganisationMention(
                    span=span,
                    organisation=organisation,
                    form=match.key.form,
                    certain=certain,
                    outsider=(not certain and not own_school_word and _goes_on(words, match.last))
                    or surroundings.outside(match.first, match.last, namesakes=not own_school_word, staff=works_there),
                )
            )
        return tuple(mentions)

    def _place_near(self, words: Words, organisation: int) -> bool:
        return any(
            words.words[i : i + len(place)] == place
            for place in self._places[organisation]
            if place[0] in words.words
            for i in range(len(words) - len(place) + 1)
        )

    def _of_another_kind(self, words: Words, match: _Found) -> bool:
        """Whether the name goes on to be another school's: "Oakfield Primary" beside a protected Oakfield Academy."""
        following = words.words[match.last + 1] if match.last + 1 < len(words) else ""
        return (
            following in _OTHER_KIND
            and following not in self._own_words[match.key.organisation]
            and _SPACES.match(words.between(match.last)) is not None
        )


def _goes_on(words: Words, last: int) -> bool:
    """Whether a name goes on with one more large word, and then in small ones: "Alexandra Burke on the telly"."""
    if last + 1 >= len(words) or words.between(last) != " " or not _is_large(words, last + 1):
        return False
    if words.words[last + 1] in _OTHER_KIND:
        return False
    return last + 2 >= len(words) or words.between(last + 1) != " " or not _is_large(words, last + 2)


def _is_large(words: Words, index: int) -> bool:
    written = words.source(index)
    return len(written) > 2 and written[0].isupper() and written[1:].islower()


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether a common motto is a clause of its own, and not words of a sentence ("love one another as I love you")."""
    before, after = folded[:start].rstrip(" \"'"), folded[end:].lstrip(" \"'")
    return not (before[-1:].isalnum() or after[:1].isalnum())


def _preference(key: Key) -> tuple[int, int]:
    # The longest first; among equals what says most about where it stands.
    rank = {
        MentionForm.DOMAIN: 0,
        MentionForm.HANDLE: 1,
        MentionForm.HASHTAG: 2,
        MentionForm.NAME: 3,
        MentionForm.ALIAS: 4,
    }
    return -len(key.words), rank.get(key.form, 5)


def _nearly(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= 6 and edits_within(word, wanted, 1))


def _found(words: Words, first: int, last: int, key: Key) -> _Found:
    start, end = words.starts[first], words.ends[last]
    sign = words.folded.text[max(0, start - 1) : start]
    if sign in ("#", "@") and key.form in (
        MentionForm.NAME,
        MentionForm.ALIAS,
        MentionForm.MOTTO,
        MentionForm.HASHTAG,
        MentionForm.HANDLE,
    ):
        form = MentionForm.HASHTAG if sign == "#" else MentionForm.HANDLE
        key = Key(key.words, key.organisation, form, key.ambiguous, key.gaps, key.capitals)
    if sign and sign in "#@" and key.form is not MentionForm.DOMAIN:
        start -= 1
    return _Found(first, last, key, start, end)
