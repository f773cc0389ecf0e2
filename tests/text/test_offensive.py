"""Reading offensive words: what is found, how it is graded, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.reading import Category, Frame, Grade, OffensiveTerm
from guard.text.lexicon import lexicon, ordinary_words
from guard.text.lexicon_forms import inflect
from guard.text.offensive import OffensiveReader
from guard.text.words import cut

READER = OffensiveReader()


def read(text: str) -> tuple[OffensiveTerm, ...]:
    return READER.read(cut(text))


def written(text: str) -> list[str]:
    return [text[term.span.start : term.span.end] for term in read(text)]


@pytest.mark.parametrize(
    ("text", "category", "grade"),
    [
        ("what a wanker", Category.PROFANITY, Grade.STRONG),
        ("the bloody bus", Category.PROFANITY, Grade.MILD),
        ("he's a paedo", Category.INSULT, Grade.STRONG),
        ("you git", Category.INSULT, Grade.MILD),
        ("get your tits out", Category.SEXUAL, Grade.STRONG),
        ("some pikey", Category.RACE, Grade.STRONG),
        ("that yid", Category.RELIGION, Grade.STRONG),
        ("the slag", Category.SEX, Grade.STRONG),
        ("a poofter", Category.SEXUAL_ORIENTATION, Grade.STRONG),
        ("a tranny", Category.GENDER_REASSIGNMENT, Grade.STRONG),
        ("a spastic", Category.DISABILITY, Grade.STRONG),
        ("an old codger", Category.AGE, Grade.MILD),
    ],
)
def test_category_and_grade(text: str, category: Category, grade: Grade) -> None:
    (term,) = read(text)
    assert (term.category, term.grade, term.disguised) == (category, grade, False)


def test_an_ambiguous_word_is_strong_only_where_it_is_thrown_at_somebody() -> None:
    assert [term.grade for term in read("such a dick")] == [Grade.STRONG]
    assert [term.grade for term in read("the dick left early")] == [Grade.MILD]


def test_phrases_are_found_however_their_words_are_joined() -> None:
    assert written("a half-caste lad, a half caste lad") == ["half-caste", "half caste"]
    assert written("one hand. Job done!") == []


def test_the_longest_reading_wins_and_nothing_overlaps() -> None:
    assert written("son of a bitch!") == ["son of a bitch"]
    assert written("bloody hell") == ["bloody hell"]


def test_the_schools_own_harmless_words_are_passed_over() -> None:
    reader = OffensiveReader(frozenset({"Slag"}))
    assert reader.read(cut("The slag by the old pit")) == ()
    assert reader.read(cut("what a wanker"))


def test_a_word_only_the_second_list_knows_is_ungraded() -> None:
    (term,) = read("what a schlong of a queue")
    assert term.grade is Grade.UNGRADED


def test_a_name_of_a_place_or_person_is_marked_as_one() -> None:
    assert [term.frame for term in read("The fixture is in Tosser Lane")] == [Frame.PLACE]


@pytest.mark.parametrize("text", ["write to me@dick.example", "@dick_hale won", "https://prick.example/a", "ask Dick"])
def test_names_in_addresses_handles_and_sentences_are_no_insult(text: str) -> None:
    assert read(text) == ()


def test_a_surname_that_looks_like_a_disguise_is_marked_as_a_name() -> None:
    assert all(term.frame is Frame.PLACE for term in read("Well done to Amira Dickyou and to Mr Shitthis"))


def test_the_second_list_is_not_believed_about_words_written_like_names() -> None:
    assert read("Thanks to Ada Schlong for the cakes") == ()


@pytest.mark.parametrize("entry", ["git/n", "bitch", "slut/n", "fuck/v", "shit/V", "jackass/es"])
def test_inflections_are_generated(entry: str) -> None:
    forms = inflect(entry)
    assert forms[0] == entry.partition("/")[0]
    assert len(set(forms)) == len(forms)


def test_an_ending_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match="/q"):
        inflect("git/q")


def test_no_word_is_both_offensive_and_ordinary() -> None:
    assert not lexicon().words.keys() & ordinary_words()


def test_every_word_of_the_lexicon_is_written_folded() -> None:
    for word in lexicon().words:
        assert cut(word).words == (word,)
    for first, rests in lexicon().phrases.items():
        for rest, _ in rests:
            assert cut(" ".join((first, *rest))).words == (first, *rest)


SNIPPETS = st.sampled_from(
    [
        "fuck",
        "f**k",
        "sh1t",
        "f.u.c.k",
        "pa ki",
        "#SoRetard",
        "Dick",
        '"',
        "'",
        "*",
        " ",
        "\n",
        "a\u0301",
        "\u200b",
        "\ufb01",
        "\u0130",
        "\u1e9e",
        "\U0001f468\u200d\U0001f469",
        "\ud800",
        "\ufeff",
        "\r\n",
        "f\u0443ck",
        "\U0001d4ef\U0001d4fe\U0001d4ec\U0001d4f4",
        "b0ll0cks",
        "such a",
        "tranny",
    ]
)


@given(st.lists(st.one_of(SNIPPETS, st.text(max_size=6)), max_size=12).map("".join))
def test_spans_are_in_order_and_inside_any_text(text: str) -> None:
    reached = 0
    for term in read(text):
        assert reached <= term.span.start < term.span.end <= len(text)
        reached = term.span.end


def test_a_very_long_grumble_is_reported_up_to_a_limit() -> None:
    assert 1 <= len(read("fuck " * 2_000)) <= 200
