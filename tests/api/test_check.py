from __future__ import annotations

from tests.api.support import Service


def test_a_draft_is_answered(service: Service) -> None:
    answer = service.check("Sunny today.")
    assert answer["api_version"] == "1"
