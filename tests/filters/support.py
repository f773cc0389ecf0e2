"""Policies of a school with decisions of its own, and what Guard says under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from guard import Account, Draft, Finding, Guard, Report
from guard.policy.loader import load_policy
from guard.rules import option_specs
from guard.testing import ListedPeople, Name, person_names
from guard.usefulness import Tallies

NOW = datetime(2026, 11, 18, 16, 30, tzinfo=UTC)
ME = Account.personal("@me")


def policy_file(folder: Path, text: str) -> Path:
    """A policy that extends the demo's with `text`."""
    path = folder / "school.toml"
    path.write_text(f'extends = "demo"\n{text}', "utf-8")
    return path


def checked(
    folder: Path,
    text: str,
    draft: Draft | str,
    *,
    names: Sequence[Name] = (),
    tallies: Tallies | None = None,
) -> Report:
    """What is said of a draft under that policy, on a day in November 2026."""
    register = ListedPeople(person_names(names)) if names else None
    post = draft if isinstance(draft, Draft) else Draft(draft, account=ME)
    policy = load_policy(policy_file(folder, text), option_specs())
    options: dict[str, Any] = {"fingerprint_key": b"k" * 32, "clock": lambda: NOW, "tallies": tallies}
    with Guard(policy, register=cast(Any, register), **options) as checker:
        return checker.check(post)


def slugs(report: Report) -> list[str]:
    return [finding.slug for finding in report.findings]


def of(report: Report, slug: str) -> list[Finding]:
    """What one rule says."""
    return [finding for finding in report.findings if finding.slug == slug]


def left_out(report: Report) -> dict[str, str]:
    """Why findings were left out, by rule."""
    return {each.slug: each.why.value for each in report.suppressed}
