"""POST /v1/check: what a client gets back."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extension_api.answers import CheckAnswer
from guard.model import Region
from guard.reading import Face, PictureReading
from tests.api.support import Service, assert_problem

NAMED = "Proud to work at Oakfield Academy today"
DIGEST = "ab" * 32


def test_the_school_named_comes_back_with_its_clause_a_place_and_a_fix(service: Service) -> None:
    answer = service.check(NAMED)
    msgspec.convert(answer, CheckAnswer)
    finding = next(each for each in answer["findings"] if each["requirement"] == "B1")
    assert answer["verdict"] == "warn"
    assert NAMED[finding["span"]["start"] : finding["span"]["end"]] == "Oakfield Academy"
    assert finding["clause"]
    assert finding["ask_label"]
    assert [fix["kind"] for fix in finding["fixes"]] == ["edit_text"]


def test_pressing_the_fix_settles_the_finding(service: Service) -> None:
    (fix,) = next(each["fixes"] for each in service.check(NAMED)["findings"] if each["requirement"] == "B1")
    (edit,) = fix["edits"]
    mended = NAMED[: edit["span"]["start"]] + edit["text"] + NAMED[edit["span"]["end"] :]
    assert not [each for each in service.check(mended)["findings"] if each["requirement"] == "B1"]


def test_the_same_on_the_schools_own_account_is_nothing(service: Service) -> None:
    answer = service.check(NAMED, account={"kind": "official", "handle": "@oakfieldacademy"})
    assert answer["verdict"] == "clear"
    assert answer["findings"] == []


def test_offsets_count_utf16_units_unless_asked_otherwise(service: Service) -> None:
    text = "🎉🎉 " + NAMED
    spans = {}
    for encoding in ("utf-16", "code-point"):
        body = {
            "draft": {"parts": [{"text": text}], "account": {"kind": "personal"}, "site": "x.com"},
            "offset_encoding": encoding,
        }
        answer = service.call("POST", "/v1/check", json=body).get_json()
        assert answer["offset_encoding"] == encoding
        spans[encoding] = next(each["span"]["start"] for each in answer["findings"] if each["requirement"] == "B1")
    assert spans["code-point"] == text.index("Oakfield")
    assert spans["utf-16"] == spans["code-point"] + 2


def test_a_half_typed_emoji_is_checked_like_any_text(service: Service) -> None:
    body = b'{"draft":{"parts":[{"text":"\\ud83c Proud of Oakfield Academy\\r\\n"}],"account":{"kind":"personal"}}}'
    answer = service.call("POST", "/v1/check", data=body, content_type="application/json")
    assert answer.status_code == 200
    finding = next(each for each in answer.get_json()["findings"] if each["requirement"] == "B1")
    assert finding["span"]["start"] == 11


def test_a_picture_nobody_has_sent_is_asked_for(service: Service) -> None:
    answer = service.check("Look", media=[{"digest": DIGEST, "name": "a.jpg"}])
    assert [each["code"] for each in answer["skipped"]] == ["unknown_picture"]
    assert answer["verdict"] == "not_checked"
    assert answer["retry_after_ms"] is None


def test_a_picture_being_read_is_pending_and_then_read(service: Service) -> None:
    digest = service.pictures.submit(b"picture")
    service.pictures.held_back = True
    answer = service.check("Look", media=[{"digest": digest}])
    assert [each["code"] for each in answer["skipped"]] == ["pending"]
    assert answer["retry_after_ms"] > 0
    service.pictures.held_back = False
    faces = (Face(Region(1, 2, 3, 4), 0.9),)
    service.pictures.seen[digest] = PictureReading(digest, 10, 10, faces, recognised=True)
    answer = service.check("Look", media=[{"digest": digest}])
    assert answer["pictures"] == [
        {"media": 0, "width": 10, "height": 10, "faces": [{"left": 1, "top": 2, "right": 3, "bottom": 4}]}
    ]
    assert answer["retry_after_ms"] is None


def test_an_answer_about_a_picture_is_taken_into_account(service: Service) -> None:
    digest = service.pictures.submit(b"picture")
    faces = (Face(Region(1, 2, 3, 4), 0.9),)
    service.pictures.seen[digest] = PictureReading(digest, 10, 10, faces, recognised=True)

    def verdict(value: str) -> str:
        return str(service.check("Look", media=[{"digest": digest, "answers": {"pupils": value}}])["verdict"])

    assert verdict("no") == "clear"
    assert verdict("yes") == "stop"


def test_unknown_fields_are_ignored_and_unknown_languages_answered_in_english(service: Service) -> None:
    body = {"draft": {"parts": [{"text": "hello", "colour": "red"}], "mood": 1}, "language": "xx", "extra": []}
    assert service.call("POST", "/v1/check", json=body).status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"draft": {"parts": [{"text": 1}]}}, "/draft/parts/0/text"),
        ({"draft": {"parts": [{}]}}, "/draft/parts/0"),
        ({"draft": {"kind": "secret"}}, "/draft/kind"),
        ({"draft": {"media": [{"digest": "secret"}]}}, "/draft/media/0/digest"),
        ({"draft": {"answers": {"pupils": 1}}}, "/draft/answers"),
        ({"draft": {"account": {"kind": "secret"}}}, "/draft/account/kind"),
        ({"offset_encoding": "utf-8", "draft": {}}, "/offset_encoding"),
        ({}, ""),
        ([], ""),
        ("secret", ""),
    ],
)
def test_a_wrong_value_is_pointed_at_and_never_repeated(service: Service, body: object, pointer: str) -> None:
    answer = service.call("POST", "/v1/check", data=json.dumps(body), content_type="application/json")
    problem = assert_problem(answer, 422, "invalid")
    assert [each["pointer"] for each in problem["errors"]] == [pointer]
    assert "secret" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b"NaN", b"[" * 200_000, b"1" * 5000, b'{"draft":{"parts":[{"text":"\xed\xa0\x80"}]}}'],
)
def test_what_is_no_json_is_refused(service: Service, body: bytes) -> None:
    assert_problem(service.call("POST", "/v1/check", data=body, content_type="application/json"), 400, "malformed")


def test_a_lone_surrogate_in_a_keyword_is_a_wrong_value(service: Service) -> None:
    answer = service.call("POST", "/v1/check", data=b'{"draft":{"kind":"\\ud800"}}', content_type="application/json")
    assert_problem(answer, 422, "invalid")


def test_a_body_that_is_too_large_is_refused(service: Service) -> None:
    body = {"draft": {"parts": [{"text": "x" * 600_000}]}}
    assert_problem(service.call("POST", "/v1/check", json=body), 413, "too-large")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)  # lone surrogates too


@st.composite
def drafts(draw: st.DrawFn) -> object:
    """Something near a request: most fields right, some replaced by anything."""
    draft: dict[str, object] = {
        "parts": [{"text": draw(ANY_TEXT), "role": draw(st.sampled_from(["body", "title", "thread"]))}],
        "account": {"kind": draw(st.sampled_from(["personal", "official", "unknown"])), "handle": draw(ANY_TEXT)},
        "site": draw(st.sampled_from(["x.com", "", "nowhere"])),
        "media": draw(st.lists(st.fixed_dictionaries({"digest": st.just(DIGEST), "alt": ANY_TEXT}), max_size=2)),
    }
    for key in draw(st.lists(st.sampled_from([*draft, "kind", "answers", "to"]), max_size=2)):
        draft[key] = draw(JSON_VALUES)
    return {"draft": draft}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts() | JSON_VALUES)
def test_no_request_breaks_the_service_and_every_span_lies_inside_its_text(service: Service, body: object) -> None:
    answer = service.call("POST", "/v1/check", data=json.dumps(body), content_type="application/json")
    if answer.status_code != 200:
        assert_problem(answer, 422)
        return
    data = answer.get_json()
    msgspec.convert(data, CheckAnswer)
    assert isinstance(body, dict)
    parts = body["draft"].get("parts") or []
    for finding in data["findings"]:
        if finding["part"] is not None and finding["part"] < len(parts):
            units = len(parts[finding["part"]]["text"].encode("utf-16-le", "surrogatepass")) // 2
            assert 0 <= finding["span"]["start"] <= finding["span"]["end"] <= units
