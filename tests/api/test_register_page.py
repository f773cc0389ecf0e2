"""The register page: what somebody in the school office does there."""

from __future__ import annotations

import math
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from werkzeug.test import TestResponse

from extension_api.pages.register_wire import consent_channels
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.register import BiometricConsent, ConsentEntry, ConsentState, GivenBy, Purpose
from guard.register.register import Register
from guard.rule import Consent
from tests.api.support import Service, assert_problem, make_service

PERSON = {"forename": "Juniper", "surname": "Larkspur", "group": "4B"}
TEMPLATE = struct.pack("<128f", *[1 / math.sqrt(128)] * 128)
TODAY = datetime.now(UTC).date()


def like(position: int) -> bytes:
    """One of several photos of the same face."""
    return struct.pack("<128f", *(0.98 if index == 0 else 0.199 if index == position else 0.0 for index in range(128)))


class Office:
    """A browser in the school office."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.csrf = service.sign_in()

    def post(self, path: str, body: object = None) -> TestResponse:
        return self.service.call("POST", path, json=body or {}, token=None, headers={"X-CSRF-Token": self.csrf})

    def put(self, path: str, data: bytes = b"photo") -> TestResponse:
        return self.service.call(
            "PUT", path, data=data, content_type="image/jpeg", token=None, headers={"X-CSRF-Token": self.csrf}
        )

    def people(self, *, names: bool = False) -> list[dict[str, Any]]:
        people: list[dict[str, Any]] = self.post("/register/list", {"names": names}).get_json()["people"]
        return people

    def add(self, **changes: object) -> str:
        answer = self.post("/register/people", {**PERSON, **changes})
        assert answer.status_code == 201, answer.get_data(as_text=True)
        return str(answer.get_json()["reference"])

    def note_consent(self, reference: str, **changes: object) -> dict[str, Any]:
        told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat(), **changes}
        answer = self.post(f"/register/people/{reference}/recognition", told)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        data: dict[str, Any] = answer.get_json()
        return data

    def give_photo(self, reference: str, template: bytes) -> TestResponse:
        self.service.pictures.photo = EnrolmentPhoto(template)
        return self.put(f"/register/people/{reference}/photos")


@pytest.fixture
def office(service: Service) -> Office:
    return Office(service)


def test_the_page_opens_for_who_came_by_the_start_link_and_for_nobody_else(service: Service) -> None:
    assert_problem(service.call("GET", "/register"), 401, "session-needed")
    service.sign_in()
    assert service.call("GET", "/register", token=None).status_code == 200


def test_names_are_masked_until_they_are_asked_for(office: Office) -> None:
    office.add()
    assert [each["label"] for each in office.people()] == ["J. L."]
    assert [each["label"] for each in office.people(names=True)] == ["Juniper Larkspur"]
    assert "Juniper" not in office.service.call("GET", "/register", token=None).get_data(as_text=True)


def test_who_is_added_without_more_is_shown_and_named_nowhere(office: Office) -> None:
    office.add()
    (person,) = office.people()
    assert person["shown_on"] == []
    assert person["naming"] == "none"
    assert person["photos"] == 0
    draft = "Well done Juniper Larkspur of 4B at Oakfield Academy!"
    codes = [each["requirement"] for each in office.service.check(draft)["findings"]]
    assert "I5" in codes


def test_consent_for_some_places_is_kept_with_its_end(office: Office) -> None:
    until = (TODAY + timedelta(days=30)).isoformat()
    office.add(channels=["social_media"], naming="first", until=until)
    (person,) = office.people()
    assert person["shown_on"] == ["social_media"]
    assert person["naming"] == "first"


def test_a_consent_holds_through_its_last_day_in_the_schools_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = datetime(2027, 6, 30, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    monkeypatch.setattr("extension_api.pages.register_api._now", lambda: evening)
    reference = office.add(channels=["social_media"], until="2027-06-30", keep_until="2027-06-30")
    (person,) = office.people()
    assert (person["shown_on"], person["keep_until"], person["overdue"]) == (["social_media"], "2027-06-30", False)
    register = office.service.services.register
    last, after = evening.replace(hour=23, minute=59, second=59), evening + timedelta(minutes=31)
    assert register.consents(Purpose.PICTURE, "social_media", last)[reference] is Consent.ALLOWED
    assert register.consents(Purpose.PICTURE, "social_media", after)[reference] is Consent.DENIED
    monkeypatch.setattr("extension_api.pages.register_api._now", lambda: after)
    assert office.people()[0]["overdue"]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"naming": "full"}, "place"),
        ({"until": (TODAY + timedelta(days=9)).isoformat()}, "place"),
        ({"channels": ["nonsense"]}, "policy"),
        ({"channels": ["social_media"], "until": "0001-01-01"}, "dates"),
        ({"channels": ["social_media"], "until": "9999-12-31"}, "dates"),
        ({"keep_until": "0001-01-01"}, "dates"),
        ({"keep_until": (TODAY - timedelta(days=2)).isoformat()}, "dates"),
        ({"keep_until": "9999-12-31"}, "dates"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(office: Office, changes: dict[str, Any], word: str) -> None:
    problem = assert_problem(office.post("/register/people", {**PERSON, **changes}), 422, "invalid")
    assert word in problem["detail"]
    assert office.people() == []


def test_a_consent_from_the_far_future_is_refused(office: Office) -> None:
    told = {"given_on": "9999-12-01", "parents_told_on": "9999-12-01"}
    problem = assert_problem(office.post(f"/register/people/{office.add()}/recognition", told), 422, "invalid")
    assert "valid today" in problem["detail"]


def test_every_place_of_the_policy_can_be_chosen(office: Office) -> None:
    page = office.service.call("GET", "/register", token=None).get_data(as_text=True)
    for channel in consent_channels(office.service.services.guard.policy):
        assert f'value="{channel}"' in page
        office.add(channels=[channel, channel])
    assert all(len(person["shown_on"]) == 1 for person in office.people())


def test_the_page_says_what_a_check_would_say_when_answers_differ(office: Office) -> None:
    reference = office.add(channels=["social_media"])
    register = office.service.services.register
    assert register is not None
    refused = ConsentEntry(Purpose.PICTURE, ConsentState.DENIED, "*", given_by=GivenBy.PUPIL)
    kept = [stored.entry for stored in register.show(reference).consents]
    register.set_consents(reference, [*kept, refused])
    (person,) = office.people()
    assert person["shown_on"] == []


def test_an_empty_name_is_refused_with_a_sentence(office: Office) -> None:
    problem = assert_problem(office.post("/register/people", {**PERSON, "surname": " "}), 422, "invalid")
    assert "surname" in problem["detail"]


def test_photos_are_looked_at_only_after_a_valid_written_consent(office: Office) -> None:
    reference = office.add()
    photos = f"/register/people/{reference}/photos"
    consent = f"/register/people/{reference}/recognition"
    office.service.pictures.photo = EnrolmentPhoto(TEMPLATE)
    assert_problem(office.put(photos), 409, "conflict")
    long_ago = (TODAY - timedelta(days=800)).isoformat()
    too_old = assert_problem(office.post(consent, {"given_on": long_ago, "parents_told_on": long_ago}), 422, "invalid")
    assert "valid today" in too_old["detail"]
    assert "told" in assert_problem(office.post(consent, {"given_on": TODAY.isoformat()}), 422)["detail"]
    assert_problem(office.put(photos), 409)
    told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat()}
    assert office.post(consent, told).status_code == 200
    assert office.put(photos).get_json()["accepted"]
    assert office.put(photos).get_json()["accepted"]
    (person,) = office.people()
    assert person["photos"] == 2
    assert person["recognised_until"] is not None


def test_a_poor_photo_is_explained_and_never_sent_back(office: Office) -> None:
    reference = office.add()
    told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat()}
    office.post(f"/register/people/{reference}/recognition", told)
    for problem in EnrolmentProblem:
        office.service.pictures.photo = EnrolmentPhoto(None, (problem,))
        answer = office.put(f"/register/people/{reference}/photos").get_json()
        assert not answer["accepted"]
        assert [each["code"] for each in answer["problems"]] == [problem]
        assert answer["problems"][0]["advice"].endswith(".")
    office.service.pictures.photo = EnrolmentPhoto(TEMPLATE, (EnrolmentProblem.BLURRED,))
    answer = office.put(f"/register/people/{reference}/photos").get_json()
    assert answer["accepted"]
    assert answer["problems"]
    assert "template" not in answer
    (person,) = office.people()
    assert person["photos"] == 1


def test_a_withdrawal_acts_at_the_next_check(office: Office) -> None:
    reference = office.add(channels=["social_media"], naming="full")
    draft = "Well done Juniper Larkspur of 4B!"
    official = {"account": {"kind": "official", "handle": "@oakfieldacademy"}}

    def named() -> bool:
        return any(each["requirement"] == "I5" for each in office.service.check(draft, **official)["findings"])

    assert not named()
    assert office.post(f"/register/people/{reference}/withdraw", {"what": "everything"}).status_code == 200
    assert named()
    assert office.people()[0]["shown_on"] == []


def test_a_withdrawal_of_recognition_leaves_the_rest_and_forgets_the_photos(office: Office) -> None:
    reference = office.add(channels=["social_media"])
    told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat()}
    office.post(f"/register/people/{reference}/recognition", told)
    office.service.pictures.photo = EnrolmentPhoto(TEMPLATE)
    office.put(f"/register/people/{reference}/photos")
    office.post(f"/register/people/{reference}/withdraw", {"what": "recognition", "by": "pupil"})
    (person,) = office.people()
    assert person["photos"] == 0
    assert person["shown_on"] == ["social_media"]
    assert_problem(office.put(f"/register/people/{reference}/photos"), 409)


def test_photos_given_later_are_added_to_those_before(office: Office) -> None:
    reference = office.add()
    assert office.note_consent(reference)["photos"] == 0
    for number in (1, 2, 3):
        assert office.give_photo(reference, like(number)).get_json()["photos"] == number
    assert office.note_consent(reference)["photos"] == 3
    assert office.give_photo(reference, like(4)).get_json()["photos"] == 4
    assert office.people()[0]["photos"] == 4
    assert office.note_consent(reference, earlier_photos="forget")["photos"] == 0
    assert office.people()[0]["photos"] == 0


def test_beyond_five_photos_it_is_said_that_the_oldest_made_room(office: Office) -> None:
    reference = office.add()
    office.note_consent(reference)
    for number in range(1, 6):
        assert office.give_photo(reference, like(number)).get_json()["problems"] == []
    sixth = office.give_photo(reference, like(6)).get_json()
    assert sixth["accepted"]
    assert [each["code"] for each in sixth["problems"]] == ["oldest_replaced"]
    assert "5 photos" in sixth["problems"][0]["advice"]
    assert office.people()[0]["photos"] == 5


def test_a_photo_of_somebody_else_is_held_back_with_the_reason(office: Office) -> None:
    reference = office.add()
    office.note_consent(reference)
    office.give_photo(reference, like(1))
    other = office.give_photo(reference, TEMPLATE).get_json()
    assert not other["accepted"]
    assert [each["code"] for each in other["problems"]] == ["somebody_else"]
    assert "somebody else" in other["problems"][0]["advice"]
    assert office.people()[0]["photos"] == 1


def test_a_withdrawal_on_the_command_line_holds_while_the_page_is_open(office: Office) -> None:
    reference = office.add()
    office.note_consent(reference)
    office.give_photo(reference, like(1))
    config = office.service.services.config
    with Register.open(config.register_path, config.register_key) as command_line:
        command_line.withdraw(reference)
    assert "consent" in assert_problem(office.give_photo(reference, like(2)), 409, "conflict")["detail"]
    assert office.people()[0]["photos"] == 0
    assert office.service.services.guard.gallery().people == ()


@pytest.mark.parametrize(
    ("what", "status"), [("recognition", 409), ("everything", 409), ("remove", 404)], ids=["photos", "all", "removed"]
)
def test_a_withdrawal_while_a_photo_is_looked_at_is_said(office: Office, what: str, status: int) -> None:
    reference = office.add()
    office.note_consent(reference)
    office.service.pictures.meanwhile = lambda: office.post(f"/register/people/{reference}/withdraw", {"what": what})
    problem = assert_problem(office.give_photo(reference, like(1)), status)
    assert "meanwhile" in problem["detail"] or "any more" in problem["detail"]
    assert sum(person["photos"] for person in office.people()) == 0


def test_photos_for_another_engine_are_asked_for_again(office: Office) -> None:
    reference = office.add()
    told = BiometricConsent(TODAY, GivenBy.PARENT, TODAY)
    office.service.services.register.enrol(reference, [TEMPLATE], told, engine="face-recognition")
    (person,) = office.people()
    assert (person["photos"], person["photos_outdated"], person["recognised_until"]) == (0, True, None)
    assert office.give_photo(reference, like(1)).get_json()["photos"] == 1
    assert not office.people()[0]["photos_outdated"]


def test_a_removed_record_is_gone(office: Office) -> None:
    reference = office.add()
    office.post(f"/register/people/{reference}/withdraw", {"what": "remove"})
    assert office.people() == []
    assert_problem(office.post(f"/register/people/{reference}/withdraw", {}), 404)


def test_the_demos_invented_pupil_is_added_once_and_can_be_enrolled(demo: Service) -> None:
    office = Office(demo)
    demo.pictures.photo = EnrolmentPhoto(TEMPLATE)
    assert office.post("/try/pupil").status_code == 200
    assert office.post("/try/pupil").status_code == 200
    assert office.put("/try/pupil/photo").get_json()["accepted"]
    (person,) = office.people(names=True)
    assert person["photos"] == 1


def test_without_face_models_both_pages_say_what_to_run(demo: Service) -> None:
    office = Office(demo)
    demo.pictures.missing = True
    assert "models install" in assert_problem(office.put("/try/pupil/photo"), 409, "conflict")["detail"]
    reference = office.add()
    told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat()}
    office.post(f"/register/people/{reference}/recognition", told)
    problem = assert_problem(office.put(f"/register/people/{reference}/photos"), 409, "conflict")
    assert "models install" in problem["detail"]


def test_no_invented_pupil_comes_onto_a_schools_own_list(office: Office) -> None:
    assert_problem(office.post("/try/pupil"), 409, "conflict")
    assert_problem(office.put("/try/pupil/photo"), 409, "conflict")
    assert office.people() == []


def test_the_policy_switch_of_the_demo(demo: Service) -> None:
    office = Office(demo)
    office.post("/try/pupil")
    draft = {"parts": [{"text": "Well done Marigold Featherstone!"}], "account": {"kind": "personal"}}

    def verdict(variant: str) -> str:
        return str(office.post("/try/check", {"draft": draft, "variant": variant}).get_json()["verdict"])

    assert verdict("own") == "stop"
    assert verdict("academy") == "warn"
    assert verdict("no-recognition") == "stop"
    chosen = office.post("/try/check", {"draft": draft, "variant": "st-anns"}).get_json()
    assert chosen["policy"]["name"] == "st-anns"
    assert chosen["contacts"]["head_teacher"] == "the head teacher"
    assert_problem(office.post("/try/check", {"draft": draft, "variant": "x"}), 422, "invalid")


def test_an_overdue_review_is_said_where_photos_are_given_and_to_the_extension(tmp_path: Path) -> None:
    policy = tmp_path / "overdue.toml"
    policy.write_text('extends = "demo"\n[recognition]\nreview_by = 2020-01-31\n', "utf-8")
    service = make_service(tmp_path, policy=policy)
    try:
        Office(service)
        page = service.call("GET", "/register", token=None).get_data(as_text=True)
        assert "was due on 2020-01-31" in page
        assert service.call("POST", "/v1/policy", json={}).get_json()["recognition"] == "off"
    finally:
        service.close()
