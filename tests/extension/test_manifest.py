"""The extension's manifest: its generated parts, its identity, what it may do."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_der_public_key

from tools import manifest

EXTENSION = Path(manifest.ROOT)


def read() -> dict[str, object]:
    loaded: dict[str, object] = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    return loaded


def test_generated_parts_are_up_to_date() -> None:
    assert manifest.main(["--check"]) == 0, "python -m tools.manifest writes them"


def test_the_id_follows_from_the_key_and_the_key_is_public() -> None:
    key = str(read()["key"])
    assert json.loads((EXTENSION / "extension_id.json").read_text("utf-8")) == {"id": manifest.extension_id(key)}
    assert re.fullmatch("[a-p]{32}", manifest.extension_id(key))
    load_der_public_key(base64.b64decode(key))


def test_no_private_key_lies_anywhere() -> None:
    kinds = {".js", ".json", ".html", ".pem", ".md", ".txt"}
    for path in EXTENSION.rglob("*"):
        assert path.suffix != ".pem"
        if path.suffix in kinds:
            assert "PRIVATE KEY" not in path.read_text("utf-8"), path


def test_every_file_that_is_named_exists() -> None:
    text = (EXTENSION / "manifest.json").read_text("utf-8")
    for name in re.findall(r'"((?:[\w.-]+/)*[\w.-]+\.(?:js|json|html|png))"', text):
        assert (EXTENSION / name).is_file(), name


def test_every_script_is_loaded_once_and_main_last() -> None:
    loaded = manifest.scripts()
    found = [
        path.relative_to(EXTENSION).as_posix()
        for room in ("core", "editors", "sites")
        for path in (EXTENSION / room).glob("*.js")
    ]
    assert len(loaded) == len(set(loaded))
    assert set(found) - set(loaded) == set(manifest.PAGE_WORLD)
    assert loaded[0] == "core/namespace.js"
    assert loaded[-1] == "core/main.js"


def test_it_asks_for_no_more_than_it_needs() -> None:
    loaded = read()
    assert loaded["permissions"] == ["storage", "scripting", "clipboardWrite"]
    assert "externally_connectable" not in loaded
    assert "web_accessible_resources" not in loaded


def test_every_setting_can_be_managed() -> None:
    names = re.search(r"const NAMES = [^[]*\[([^\]]*)\]", (EXTENSION / "background" / "settings.js").read_text("utf-8"))
    assert names
    schema = json.loads((EXTENSION / "managed_schema.json").read_text("utf-8"))
    assert set(schema["properties"]) == set(re.findall(r'"(\w+)"', names.group(1)))
