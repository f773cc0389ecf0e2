from __future__ import annotations

from pathlib import Path

import pytest

from guard.reading import Disclaimer
from guard.text.clauses import plain_clauses
from guard.text.disclaimers import read_disclaimers
from guard.text.words import cut

REAL = """
Views my own
views are my own
Opinions my own.
All views my own!
Views = mine
views r mine
Tweets are mine alone
Opinions are solely mine
Any views expressed are mine alone
The views in this post are my own and not those of my academy.
The views in this posting do not represent the views of my employer.
Views my own, not my academy's.
Opinions expressed here do not represent my employer
Personal account, views personal
This is a personal account and does not represent the views of the trust
This account is personal
Just my own opinion, not the school's
My thoughts, nobody else's
My account, my views
Everything I post is my own opinion
These are just my thoughts and not those of the school
I don't speak for my school
Not speaking on behalf of my employer
Nothing I say here represents my employer
Tweeting in a personal capacity
I speak only for myself
Speaking as a parent, not as a member of staff
Head of Maths | Runner | Views my own
RTs not endorsements. Views mine.
Usual disclaimer: opinions are my own
Lovely day at the sea (all views my own)
🎉 views my own 🎉
#viewsmyown
#AllOpinionsMyOwn
ＶＩＥＷＳ ＭＹ ＯＷＮ
""".strip().splitlines()
NONE = """
Our views are our own
Her tweets are her own
Views are not my own
These are not my views
None of these views are my own
Views are mostly my own
Views my own and my school's
Views are my own until the head reads them
Views my own? Not any more
Do I need to say views are my own?
If views were my own to give
He put "views my own" in his bio
'Opinions my own', as they always say
Views are my own, she wrote in her bio
Staff must state that views are their own
Remember to add views are my own to your profile
I refuse to write views are my own
Why does everybody write views my own
I represent my school with pride
Speaking on behalf of the school, thank you
The survey does not reflect the views of the school
The uniform does not represent our school well
They do not speak for our pupils
My personal account got hacked
My own opinion on this is complicated
In my own opinion, tea is best
Retweets are not endorsements
Disclaimer: this contains spoilers
The cake is mine alone
Views over the lake
All my own work
Words of my own
Lovely views from my own window
#views
#ownit
""".strip().splitlines()


@pytest.mark.parametrize("text", REAL)
@pytest.mark.parametrize("before", ["", "Great day at school. ", "So tired! "])
def test_reads_a_real_disclaimer(text: str, before: str) -> None:
    assert read_disclaimers(plain_clauses(cut(before + text)))


@pytest.mark.parametrize("text", NONE)
@pytest.mark.parametrize("before", ["", "Great day at school. "])
def test_is_not_taken_in(text: str, before: str) -> None:
    assert read_disclaimers(plain_clauses(cut(before + text))) == ()


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Views my own", False),
        ("Views my own, not my employer's", True),
        ("My thoughts, nobody else's", False),
        ("Not speaking on behalf of my school", True),
        ("The views in this posting do not represent the views of my employer.", True),
        ("Opinions are mine and not those of Millbrook High", True),
        ("Personal account", False),
        ("Views my own. My school is great", False),
    ],
)
def test_tells_whether_the_employer_is_denied(text: str, denies: bool) -> None:
    assert [each.denies_employer for each in read_disclaimers(plain_clauses(cut(text)))] == [denies]


def test_says_where_it_stands() -> None:
    text = "Großartig 🎉 day! Views are my own, not my school’s. Bye"
    (disclaimer,) = read_disclaimers(plain_clauses(cut(text)))
    assert text[disclaimer.span.start : disclaimer.span.end] == "Views are my own, not my school’s"


def test_neighbouring_disclaimers_are_one() -> None:
    assert (
        len(read_disclaimers(plain_clauses(cut("Personal account. Views are my own and not those of my employer."))))
        == 1
    )


def disclaimers(text: str) -> tuple[Disclaimer, ...]:
    return read_disclaimers(plain_clauses(cut(text)))


HERE = Path(__file__).parent
AS_PEOPLE_WRITE = (HERE / "disclaimers_real.txt").read_text("utf-8").splitlines()
LOOKING_LIKE_ONE = (HERE / "disclaimers_none.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", AS_PEOPLE_WRITE)
def test_reads_what_people_write(text: str) -> None:
    assert disclaimers(text)
    assert disclaimers(f"Great day at school.\n\n{text}")


@pytest.mark.parametrize("text", LOOKING_LIKE_ONE)
def test_is_not_taken_in_by_what_looks_like_one(text: str) -> None:
    assert not disclaimers(text)
    assert not disclaimers(f"Great day at school. {text}")


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("This post is in no way on behalf of my employer", True),
        ("The views above are mine and should not be attributed to my employer", True),
        ("My employer has nothing to do with these views; they're mine.", True),
        ("The school does not necessarily share these views", True),
        ("Here as myself, not as a teacher at Oakfield", True),
        ("No views here are those of my employer", True),
        ("#NotMyEmployersViews", True),
        ("I'm not an official spokesperson for the school, these are my views", True),
        ("Please don't take my views as the school's. They're mine.", True),
        ("Teacher at Oakfield but tweeting for myself", False),
        ("I work in a school but the views here are my own", False),
        ("I work for a trust, but I speak only for myself", False),
        ("dont blame my school, views are my own", False),
        ("Views expressed here are strictly personal", False),
    ],
)
def test_tells_a_denial_in_other_words(text: str, denies: bool) -> None:
    assert any(each.denies_employer for each in disclaimers(text)) is denies
