"""Sharing posts with pupils in them."""

from __future__ import annotations

import pytest

from guard import Account, Draft
from guard.model import Media, Region, Severity
from guard.reading import Face, PictureReading
from guard.testing import findings_of, guard_with

SLUG = "pupils-reshared"

SHARED = [
    "So proud of my daughter Ruby and her Year 3 class for winning the choir prize!",
    "Year 5 at Hillcrest Primary with their bird boxes today",
    "Millbrook Juniors FC: our under 9s with the trophy",
    "Congratulations to the pupils of 6P who won the debate final",
    "Millbrook Gazette: pictured, pupils from Oakfield Academy planting trees",
    "My boys on their first day at big school, Year 7 already!",
    "Our children sang for the residents of The Limes",
    "U13 girls netball squad, county winners 2026",
    "Throwback to the Year 11 prom",
    "Oakfield Academy Year 9 on stage last night",
    "Well done to all our Year 6s",
    "Our pupils made this film about kindness",
    "The children from Reception visited the fire station",
    "Class of 2026!",
    "My son got the sports day trophy",
    "our u11 boys are through to the final",
    "Nativity time at Millbrook Infants",
    "The school choir at the cathedral",
    "Leavers assembly this morning, not a dry eye",
    "Year 2 learning about mini-beasts",
    "Students from the college won the county cup",
    "Shout out to our kids for litter picking",
    "Photographed here are pupils at the opening",
    "6B had a wonderful time at the farm",
    "Year 10 girls rugby, what a win",
    "Our under-13 girls' football team with the county cup!",
    "The best helpers a farmer could wish for: 28 six-year-olds in wellies. Gallery below.",
    "Here are our Key Stage 1 children throwing some shapes",
    "My boy got his black belt today, here he is with his certificate and his coach.",
    "Prom pictures! Don't they scrub up well",
    "A pleasure hosting 30 brilliant youngsters on our farm tour",
]
WORDS = [
    "RT Hillcrest Primary: our Year 5 pupils with their bird boxes",
    "Repost: Year 6 at the farm",
    "Sharing this lovely post from a parent of one of our Year 4 children",
    "Reposting the choir photos",
    "We loved this clip that a mum posted of our reception children singing",
    "Forwarding the club's clip of our Year 9s",
]
NOT_SHARED = [
    "Libraries are not a luxury. Fund them.",
    "Starting secondary: ten tips for the first fortnight, from the charity Parentkind.",
    "Millbrook Library is open on Saturdays again from this week.",
    "The weather for the weekend: rain",
    "New research on phonics teaching",
    "We are hiring a teacher of maths",
    "Roadworks on the A49 until Friday",
    "The council has set its budget",
    "A recipe for lemon drizzle cake",
    "Teachers deserve better pay, says the union",
    "Free museum entry for families this half-term",
    "The best books of the year",
    "School places: how to apply",
    "Governors wanted",
    "Term dates 2026 to 2027",
    "How to talk about money with teenagers",
    "3D printing for beginners",
    "4G mast to be built in Millbrook",
    "The 10K run is on Sunday",
    "Gritters are out tonight from 7pm. Full list of routes on our website.",
    "Hospital charity reaches its £1m target",
    "My wife ran the marathon, here she is with her medal",
]
NOT_PASSED_ON = [
    "Sharing the love this Friday",
    "Sharing is caring, Year 1!",
    "Repost: resources for teachers of Year 5, free to use",
    "Sharing our new reading policy for Year 7",
    "Retweeting the weather warning",
    "Year 6 shared their poems with Year 2",
    "Thank you for sharing",
    "Borrowed a great idea from a colleague: whiteboards on the windows for Year 4 maths",
    "Please share our advert for a Year 2 teacher",
]


@pytest.mark.parametrize("shared", SHARED)
def test_should_flag(shared: str) -> None:
    (finding,) = findings_of(SLUG, "Lovely to see this!", shared_from=shared, kind="quote")
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", WORDS)
def test_the_words_may_say_that_it_is_passed_on(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("shared", NOT_SHARED)
def test_must_not_flag(shared: str) -> None:
    assert findings_of(SLUG, "This!", shared_from=shared, kind="quote") == []


@pytest.mark.parametrize("text", NOT_PASSED_ON)
def test_talk_of_sharing_is_none(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_a_name_of_the_register_shows_a_pupil() -> None:
    shared = "Callum Threlfall wins the cup"
    assert findings_of(SLUG, "Brilliant", shared_from=shared) == []
    assert findings_of(SLUG, "Brilliant", shared_from=shared, register_names=[("Callum", "Threlfall", "9C")])


def test_faces_in_what_is_shared_count() -> None:
    faces = PictureReading("0" * 64, 800, 600, (Face(Region(10, 10, 90, 90), 0.99),), recognised=True)
    with guard_with(readings={"a.jpg": faces}) as checker:
        post = Draft(
            "Lovely",
            account=Account.official("@oakfieldacademy"),
            media=[Media.from_bytes(b"picture", name="a.jpg")],
            shared_from="What a day",
        )
        assert SLUG in {finding.slug for finding in checker.check(post).findings}
