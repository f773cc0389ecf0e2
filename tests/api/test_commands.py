"""The service's commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extension_api.config import find_extension, pinned_extension_ids
from guard.cli import main


def test_extension_path_is_the_folder_to_load(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extension", "path"]) == 0
    folder = Path(capsys.readouterr().out.strip())
    assert (folder / "manifest.json").is_file()
    assert folder == find_extension()


def test_extension_manifest_is_a_policy_for_the_pinned_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extension", "manifest"]) == 0
    policy = json.loads(capsys.readouterr().out)
    (identity,) = pinned_extension_ids()
    assert policy["ExtensionSettings"][identity]["installation_mode"] == "force_installed"
    assert set(policy["3rdparty"]["extensions"][identity]) == {"serviceUrl", "token"}


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--host", "0.0.0.0"], "--allow-network"),
        (["--policy", "nowhere.toml"], "no policy"),
        (["--server-name", "http://guard.school.example/"], "https://NAME"),
        (["--allow-origin", "https://intranet.school.example/page"], "without a path"),
        (["--allow-origin", "*"], "no origin"),
        (["--managed-token-file", "nowhere"], "--managed-token-file"),
    ],
)
def test_a_service_that_cannot_start_says_why_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], advice: str
) -> None:
    assert main(["serve", "--port", "0", "--data-dir", str(tmp_path), *arguments]) == 2
    error = capsys.readouterr().err
    assert advice in error
    assert "Traceback" not in error
