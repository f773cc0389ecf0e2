"""In which language the service answers."""

from __future__ import annotations

import pytest

from tests.api.support import Service

ENGLISH, WELSH = "The school is named here", "Mae'r ysgol yn cael ei henwi yma"


@pytest.mark.parametrize(
    ("asked", "accepted", "title"),
    [
        ("cy", "en-GB,en;q=0.8", WELSH),
        ("cy-GB", "", WELSH),
        ("en", "cy", ENGLISH),
        ("", "cy-GB,cy;q=0.9,en;q=0.8", WELSH),
        ("", "fr,en;q=0.8,cy;q=0.2", ENGLISH),
        ("", "fr", ENGLISH),
        ("", "", ENGLISH),
        ("xx", "cy", ENGLISH),
    ],
)
def test_what_is_asked_for_comes_before_what_the_browser_prefers(
    service: Service, asked: str, accepted: str, title: str
) -> None:
    draft = {"parts": [{"text": "Proud of Oakfield Academy today"}], "account": {"kind": "personal"}, "site": "x.com"}
    body = {"draft": draft, **({"language": asked} if asked else {})}
    answer = service.call("POST", "/v1/check", json=body, headers={"Accept-Language": accepted}).get_json()
    assert title in [finding["title"] for finding in answer["findings"]]


def test_roles_are_called_in_the_language_asked_for(service: Service) -> None:
    answer = service.call("POST", "/v1/policy", json={"language": "cy"}).get_json()
    assert answer["language"] == "cy"
    assert answer["contacts"]["data_protection_officer"]["label"] == "y swyddog diogelu data"
