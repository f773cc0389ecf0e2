"""Contact details and identifiers in a text: what counts as one, whose it is, and that looking takes no time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.model import Part, Role
from guard.reading import DataKind, Owner, PersonalDatum
from guard.text.check_digits import is_card_number, is_iban, is_national_insurance_number, is_nhs_number, is_upn
from guard.text.reader import TextReader
from guard.vocabulary import Organisation, Vocabulary

READER = TextReader(
    Vocabulary(organisations=(Organisation("Oakfield Academy", domains=("oakfield-academy.example",)),))
)


def read(text: str, role: Role = Role.BODY) -> tuple[PersonalDatum, ...]:
    return READER.read(Part(text, role)).personal_data


def only(text: str) -> PersonalDatum:
    (datum,) = read(text)
    return datum


@pytest.mark.parametrize(
    "written",
    [
        "07700900123",
        "07700 900 123",
        "07700-900-123",
        "07700.900.123",
        "(01632) 960123",
        "020 7946 0958",
        "0131 496 0777",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "(+44) 7700 900123",
        "0044 7700 900123",
        "447700900123",
        "+353 87 123 4567",
        "0 7 7 0 0 9 0 0 1 2 3",
        "o7700 900123",
        "oh seven seven double oh nine hundred one two three",
    ],
)
def test_telephone_numbers_in_every_spelling(written: str) -> None:
    text = f"her number is {written}, thanks"
    datum = only(text)
    assert datum.kind is DataKind.PHONE
    assert text[datum.span.start : datum.span.end].strip("()") == written.strip("()")


@pytest.mark.parametrize(
    "written",
    [
        "07700 90012",
        "24-18 11-09",
        "0161, 0162 and 0163",
        "08:45-09:45",
        "#07700900123",
        "0.07700900123",
        "AB07700900123",
    ],
)
def test_what_is_no_telephone_number(written: str) -> None:
    assert read(written) == ()


@pytest.mark.parametrize(
    "written",
    [
        "tom_o'brien@example.co.uk",
        "priya [at] example [dot] org",
        "priya(at)example.org",
        "j.smith at school dot org",
        "lucy_m @ gmail.com",
        "jo AT mailbox DOT example",
        "mum2twins at gmail.com",
    ],
)
def test_addresses_written_out_and_in_words(written: str) -> None:
    text = f"mail to {written} please"
    datum = only(text)
    assert (datum.kind, text[datum.span.start : datum.span.end]) == (DataKind.EMAIL, written)


@pytest.mark.parametrize(
    "written", ["look at oakfield dot org", "@headteacher", "www.example.sch.uk", "2 @ 50p", "a@b"]
)
def test_what_is_no_address(written: str) -> None:
    assert read(written) == ()


def test_an_address_at_the_schools_domain_says_so() -> None:
    assert only("mail a.khan@oakfield-academy.example").organisation == 0
    assert only("mail a.khan@staff.oakfield-academy.example").organisation == 0
    assert only("mail a.khan@oakfield-academy.example.org").organisation is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("my mobile is 07700 900123", Owner.WRITER),
        ("text me on 07700 900123", Owner.WRITER),
        ("07700 900123 is my number", Owner.WRITER),
        ("his mum's number is 07700 900123", Owner.PERSON),
        ("ring her on 07700 900123", Owner.PERSON),
        ("07700 900123 (dad)", Owner.PERSON),
        ("ring the office on 07700 900123", Owner.ORGANISATION),
        ("helpline 0808 800 5000", Owner.ORGANISATION),
        ("to book ring 01632 960123", Owner.ORGANISATION),
        ("call me at the office on 01632 960123", Owner.ORGANISATION),
        ("info@example.org", Owner.ORGANISATION),
        ("lost cat, ring 07700 900123", Owner.UNKNOWN),
        ("Ring Sue on 07700 900123", Owner.UNKNOWN),
        ("she lives at 9 Elm Close", Owner.PERSON),
        ("round to mine, 9 Elm Close", Owner.WRITER),
        ("Town Hall, 9 Elm Road", Owner.ORGANISATION),
        ("party at 9 Elm Close", Owner.UNKNOWN),
        ("their postcode is GL50 4AZ", Owner.PERSON),
        ("sat nav: GL50 4AZ", Owner.ORGANISATION),
    ],
)
def test_whose_it_is(text: str, owner: Owner) -> None:
    assert only(text).owner is owner


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (is_upn, "n824154990951"),
        (is_nhs_number, "4933505640"),
        (is_national_insurance_number, "jg103759a"),
        (is_card_number, "4111111111111111"),
        (is_iban, "gb29nwbk60161331926819"),
    ],
)
def test_a_digit_changed_fails_the_check(check: object, right: str) -> None:
    assert callable(check)
    assert check(right)
    if check is not is_national_insurance_number:
        for place in range(1, len(right)):
            if right[place].isdigit():
                changed = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
                assert not check(changed)


def test_a_number_called_a_pupil_number_counts_though_mistyped() -> None:
    assert only("UPN A123456789012").kind is DataKind.PUPIL_NUMBER
    assert read("serial A123456789012") == ()


@pytest.mark.parametrize("prefix", ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "QQ", "DA", "AO"])
def test_prefixes_that_are_not_given_out(prefix: str) -> None:
    assert read(f"NI number {prefix}123456A") == ()


def test_dates_in_the_names_of_files_are_no_numbers() -> None:
    assert read("IMG_07700900123.jpg", Role.FILE_NAME) == ()


@given(st.text(max_size=300))
def test_spans_stay_inside_any_text(text: str) -> None:
    end = 0
    for datum in read(text):
        assert end <= datum.span.start < datum.span.end <= len(text)
        end = datum.span.end


@given(st.lists(st.sampled_from(["0", "7", "07700", "900123", " ", "-", "(", ")", "+44", "@", ".", "at", "dot", "gmail",
                                 "4 Elm Road", "AB1 2CD", "born ", "1/1/2011", "my ", "mum's ", "\n", "sort code"]),
                max_size=60))  # fmt: skip
def test_any_mix_of_pieces_can_be_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert all(0 <= datum.span.start < datum.span.end <= len(text) for datum in read(text))


@pytest.mark.parametrize("piece", ["(0", "07700 900123 ", "1-", "@", "a@", "4 Elm Road ", "dot at ", "born 1/1/2011 "])
def test_at_most_fifty_are_told_of(piece: str) -> None:
    assert len(read(piece * (10_000 // len(piece)))) <= 50
