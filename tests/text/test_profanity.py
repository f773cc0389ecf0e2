"""better-profanity is asked once a word, about few words at a time, and nothing typed is kept."""

from __future__ import annotations

import subprocess
import sys

from guard.text.profanity import LONGEST_WORD, UNSEEN_WORDS, SecondOpinion


def test_it_says_which_words_are_profane() -> None:
    assert SecondOpinion().profane(["schlong", "timetable"]) == {"schlong"}


def test_few_unseen_words_are_asked_about_in_one_check_and_the_rest_at_the_next() -> None:
    opinion = SecondOpinion()
    words = [f"zq{'abcdefghijklmnopqrstuvwxyz'[i]}x" for i in range(UNSEEN_WORDS)] + ["schlong"]
    assert opinion.profane(words) == frozenset()
    assert len(opinion) == UNSEEN_WORDS
    assert opinion.profane(words) == {"schlong"}


def test_numbers_codes_and_overlong_words_are_not_asked_about() -> None:
    opinion = SecondOpinion()
    assert opinion.profane(["455", "a55", "7175", "x" * (LONGEST_WORD + 1), "ab", "\u65e5\u672c\u8a9e"]) == frozenset()
    assert len(opinion) == 0


def test_what_is_kept_is_bounded_and_holds_no_word() -> None:
    opinion = SecondOpinion(kept=4)
    opinion.profane(["schlong", "timetable", "zqax", "zqbx", "zqcx", "zqdx"])
    assert len(opinion) == 4
    kept = repr(vars(opinion))
    assert not any(word in kept for word in ("schlong", "timetable", "zqdx"))


def test_two_keep_the_same_word_under_different_keys() -> None:
    first, second = SecondOpinion(), SecondOpinion()
    for opinion in (first, second):
        opinion.profane(["schlong"])
    assert first._answers.keys() != second._answers.keys()


def test_nothing_is_loaded_before_a_word_needs_it() -> None:
    script = (
        "import sys, guard.text.offensive as o; from guard.text.words import cut\n"
        "reader = o.OffensiveReader(); reader.read(cut('The gay choir sang well on Monday, pupils of Year 4 said'))\n"
        "print('better_profanity' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
