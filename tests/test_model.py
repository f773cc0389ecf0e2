"""The words everybody shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guard import (
    Account,
    AccountKind,
    Confidence,
    Draft,
    Media,
    MediaTooLarge,
    Part,
    Role,
    Severity,
    Span,
    UsageError,
    Verdict,
)
from guard.model import digest_of


def test_severities_are_ordered_by_weight_and_not_by_spelling() -> None:
    assert Severity.ADVISE < Severity.WARN < Severity.STOP
    assert max(Severity.WARN, Severity.STOP) is Severity.STOP
    assert Verdict.CLEAR < Verdict.WARN < Verdict.NOT_CHECKED < Verdict.STOP
    assert Severity("warn") >= Severity.WARN


def test_a_severity_is_not_compared_with_another_scale() -> None:
    with pytest.raises(TypeError):
        assert Severity.WARN < Verdict.STOP


def test_a_plain_string_stands_for_the_severity_it_spells() -> None:
    assert not Severity.WARN >= "stop"
    assert Severity.STOP > "warn"
    assert "advise" < Severity.WARN  # noqa: SIM300 - from both sides
    assert Verdict.WARN < "not_checked" < Verdict.STOP
    assert Confidence.HIGH > "low"


@pytest.mark.parametrize("other", ["grave", "", Verdict.STOP, 3, None])
def test_a_severity_is_not_compared_with_what_is_none(other: object) -> None:
    with pytest.raises(TypeError):
        assert Severity.WARN <= other  # noqa: SIM300 - the severity asks
    with pytest.raises(TypeError):
        assert other < Severity.WARN  # type: ignore[operator]


def test_text_is_shorthand_for_one_body() -> None:
    assert Draft("Hello").parts == (Part("Hello", Role.BODY),)


def test_text_and_parts_together_are_refused() -> None:
    with pytest.raises(TypeError, match="not both"):
        Draft("a", parts=[Part("b")])


def test_text_that_is_no_text_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="int"):
        Draft(3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Draft("x", to=5), "to= takes a string, not int"),
        (lambda: Draft("x", site=None), "site= takes a string, not None"),
        (lambda: Draft("x", profile_text=b"secret"), "profile_text= takes a string, not bytes"),
        (lambda: Draft("x", account="personal"), r"account= takes an Account, such as Account\.personal"),
        (lambda: Draft("x", kind="secret"), "kind= takes one of post, comment"),
        (lambda: Draft(parts=["secret"]), "parts= takes a sequence of Part; one of these is str"),
        (lambda: Draft(parts="secret"), "parts= takes a sequence of Part, not str"),
        (lambda: Draft("x", media=[b"secret"]), "media= takes a sequence of Media; one of these is bytes"),
        (lambda: Draft("x", dismissed="secret"), "dismissed= takes a sequence of str, not str"),
        (lambda: Draft("x", answers={"pupils": 1}), "answers= takes a mapping of strings"),
        (lambda: Part(5), "text= takes a string, not int"),
        (lambda: Part("x", "secret"), "role= takes one of body, title"),
        (lambda: Part("x", media="0"), "media= takes the index of a picture, not str"),
        (lambda: Account.personal(None), "handle= takes a string, not None"),
        (lambda: Account("secret"), "kind= takes one of personal, official, unknown"),
        (lambda: Media.from_bytes("secret"), "data= takes bytes, not str"),
        (lambda: Media.from_bytes(b"", alt=5), "alt= takes a string, not int"),
        (lambda: Media.from_digest(5), "digest= takes a string, not int"),
    ],
)
def test_what_no_draft_can_be_made_of_is_named_where_it_is_given(make: Callable[[], object], said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        make()
    assert "secret" not in str(caught.value)


def test_kinds_may_be_given_by_name() -> None:
    assert Account("personal").kind is AccountKind.PERSONAL  # type: ignore[arg-type]
    assert Part("x", "title").role is Role.TITLE  # type: ignore[arg-type]


def test_an_account_nobody_spoke_of_is_unknown() -> None:
    assert Draft("Hello").account == Account(AccountKind.UNKNOWN)


def test_a_pictures_alt_text_and_file_name_are_parts_of_the_draft() -> None:
    draft = Draft("Hello", media=[Media.from_bytes(b"x", name="choir.jpg", alt="The choir")])
    assert [(part.role, part.text, part.media) for part in draft.all_parts()] == [
        (Role.BODY, "Hello", None),
        (Role.ALT, "The choir", 0),
        (Role.FILE_NAME, "choir.jpg", 0),
    ]


def test_a_picture_that_is_not_there_is_said_so_at_once(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match=r"missing\.jpg"):
        Media.from_path(tmp_path / "missing.jpg")


def test_a_file_is_read_no_further_than_the_limit(tmp_path) -> None:
    path = tmp_path / "large.jpg"
    path.write_bytes(b"x" * 11)
    assert Media.from_path(path).load(11) == b"x" * 11
    with pytest.raises(MediaTooLarge):
        Media.from_path(path).load(10)


def test_the_bytes_of_a_picture_stay_out_of_its_repr() -> None:
    assert "secret" not in repr(Media.from_bytes(b"secret pixels"))


def test_a_digest_is_the_sha256_of_the_bytes() -> None:
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)
