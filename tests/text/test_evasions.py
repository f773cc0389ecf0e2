"""Disguised words are found where they stand; what merely looks like one is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.reading import Grade
from guard.text import evasions
from guard.text.evasion_index import EvasionIndex
from guard.text.lexicon import joining_words, lexicon, ordinary_words
from guard.text.offensive import OffensiveReader
from guard.text.words import cut

READER = OffensiveReader()

DISGUISED = [
    "sh1t",
    "5hit",
    "b1tch",
    "@rsehole",
    "w@nker",
    "ni99er",
    "t0ss3r",
    "cun+",
    "b0ll0cks",
    "f**k",
    "f***",
    "s**t",
    "c*nt",
    "b******s",
    "w***er",
    "f#ck",
    "wh*re",
    "fu*king",
    "F*CKING",
    "f u c k",
    "w a n k e r",
    "f.u.c.k",
    "s-h-i-t",
    "n_i_g_g_e_r",
    "s*h*i*t*e",
    "s\nh\ni\nt",
    "f  u  c  k",
    "f \u00fc c k",
    "fuuuuck",
    "shiiiit",
    "wwwaaannnkkkeeerrr",
    "biiitch",
    "fuuck",
    "ffuucckk",
    "f\u0443ck",
    "\u0441unt",
    "w\u0430nk\u0435r",
    "\uff46\uff55\uff43\uff4b",
    "\U0001d41f\U0001d42e\U0001d41c\U0001d424",
    "\u24d5\u24e4\u24d2\u24da",
    "\U0001f175\U0001f184\U0001f172\U0001f17a",
    "f\u00fcck",
    "shi\u0308t",
    "t\u0336w\u0336a\u0336t\u0336",
    "s\u029fᴜᴛ",
    "fu\u200bck",
    "b\u00adastard",
    "f\u2060uck",
    "fu\U0001f525ck",
    "wan\u2764\ufe0fker",
    "sl'ag",
    "ba-stard",
    "wan/ker",
    "s\U0001f92ct",
    "f-ck",
    "sh.t",
    "f--k",
    "pa ki",
    "wan ker",
    "arse hole",
    "bas tard",
    "f uck",
    "fuckthis",
    "whatacunt",
    "thisisshit",
    "twatyou",
    "prickmondays",
    "thundercunt",
    "#FuckOfsted",
    "#totalslut",
    "#SoRetard",
    "#ParkingBastards",
    "#ofstedisshit",
    "fcuk",
    "phuck",
    "kunt",
    "wnaker",
    "bolocks",
    "tossa",
    "dikhead",
    "niggr",
]

CONTROLS = [
    "S.H.I.P.",
    "a s s i s t",
    "G.C.S.E.",
    "C U at the fair",
    "the word is f o x",
    "p.e. kit and d.t. kit",
    "shhhh",
    "hmmm",
    "Goooooal!",
    "w****ver",
    "50% off",
    "c++ and c#",
    "**it** is bold",
    "A*s and A**",
    "f(x)",
    "x**2",
    "b4 and gr8",
    "room 5H1",
    "the A55",
    "R2D2",
    "the pen is red",
    "an us and them",
    "as sorted by",
    "wash it",
    "brush it, dish it up",
    "art who re-elected",
    "who rest",
    "the c u n form",
    "Brown & Co on Friday",
    "Year 6's hit song",
    "the 1990s hit",
    "tit's out",
    "jet s lag",
    "pass hit miss",
    "he'll, she'll, we'll",
    "#grassroots",
    "#Scunthorpe",
    "#sussexpupils",
    "#shiitake",
    "#arsenal",
    "#snigger",
    "#cocoon",
    "#peacocks",
    "#pakistan",
    "#dickens",
    "cocktail",
    "cockpit",
    "Hitchcock",
    "Allcock",
    "Mycock",
    "swanky",
    "assassin",
    "retardant",
    "prickly",
    "Fukushima",
    "Pissarro",
    "Pratt",
    "Slagg",
    "moong dal",
    "Cnut",
    "fook",
    "Kiki",
    "tanner",
    "shot",
    "duck",
    "beach",
    "sheet",
    "\u041f\u0440\u0438\u0432\u0435\u0442",
    "\u65e5\u672c\u8a9e",
    "\U0001f600\U0001f600\U0001f600",
    "me@dick.example",
    "https://scunthorpe.example/cockpit",
    "user_it.sh",
    "F_OK",
]


def found(text: str) -> list[str]:
    terms = READER.read(cut(text))
    return [text[term.span.start : term.span.end] for term in terms if term.grade is not Grade.UNGRADED]


@pytest.mark.parametrize("word", DISGUISED)
@pytest.mark.parametrize("around", ["{}", "why is it {} again", "so, {}!"])
def test_disguised_words_are_found_exactly_where_they_stand(word: str, around: str) -> None:
    assert found(around.format(word)) == [word]


@pytest.mark.parametrize("text", CONTROLS)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert found(text) == []
    assert found(f"Today: {text} - thank you all") == []


def test_disguise_is_said() -> None:
    assert [term.disguised for term in READER.read(cut("sh1t and shit"))] == [True, False]


def test_patterns_have_no_nested_or_adjacent_repetition() -> None:
    """Time stays in proportion to the text's length: no pattern can match the same stretch in more than one way."""
    index = EvasionIndex(lexicon(), ordinary_words(), joining_words())
    for pattern in (evasions._SIGN, evasions._DRAWN_OUT, index.inside):
        assert not re.search(r"(?<!\\)[*+]|\{\d*,\d*\}", re.sub(r"\[[^\]]*\]", "", pattern.pattern))


@given(st.text(alphabet="fuckshitpa 1*#@!.-'\"_\n\u0443\u0308\u200b\U0001f525", max_size=60))
def test_any_mixture_of_tricks_is_read_without_trouble(text: str) -> None:
    for term in READER.read(cut(text)):
        assert 0 <= term.span.start < term.span.end <= len(text)
