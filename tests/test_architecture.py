"""Which room may import which, and how heavy `import guard` is."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import guard

ROOT = Path(guard.__file__).parent
HEAVY = ("flask", "cv2", "onnxruntime", "sqlalchemy", "PIL", "numpy", "better_profanity")

# What each room may import of the library; anything it does not list is above it.
ALLOWED = {
    "errors": set(),
    "model": {"model", "errors"},
    "reading": {"model", "reading"},
    "rule": {"model", "reading"},
    "vocabulary": set(),
    "text": {"model", "reading", "vocabulary", "text"},
    "pictures": {"model", "reading", "vocabulary", "pictures", "models", "errors", "paths"},
    "policy": {"model", "errors", "rule", "policy"},
    "filters": {"model", "policy", "text", "filters"},
    "usefulness": {"errors", "paths", "policy"},
    "posts": {"model", "errors"},
    "register": {"model", "errors", "rule", "vocabulary", "register", "pictures", "paths"},
}


def imports_of(path: Path) -> set[str]:
    """The rooms of the library a file imports when it is loaded (what is imported at the edge, inside a function, and
    for type checking only, does not count)."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "guard":
            steps = node.module.split(".")
            found.update([steps[1]] if len(steps) > 1 else [alias.name for alias in node.names])
        elif isinstance(node, ast.Import):
            found.update(alias.name.split(".")[1] for alias in node.names if alias.name.startswith("guard."))
    return found


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    path = ROOT / f"{room}.py"
    for file in [path] if path.exists() else (ROOT / room).rglob("*.py"):
        assert imports_of(file) <= ALLOWED[room], file


def test_a_rule_imports_only_what_a_rule_may_know() -> None:
    for file in (ROOT / "rules").glob("*.py"):
        if file.name != "__init__.py":
            assert imports_of(file) <= {"model", "reading", "rule"}, file


def test_the_service_is_not_imported_by_the_library() -> None:
    for file in ROOT.rglob("*.py"):
        assert "extension_api" not in {
            name.split(".")[0]
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }, file


def test_importing_and_checking_text_loads_nothing_heavy() -> None:
    script = (
        "import sys, guard\n"
        "first = sorted(set(sys.modules) & set(HEAVY))\n"
        "guard.check('Proud of Oakfield Academy', policy='demo', account='personal')\n"
        "print(first, sorted(set(sys.modules) & (set(HEAVY) - {'better_profanity'})))\n"
    ).replace("HEAVY", repr(HEAVY))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"


def test_the_public_names_are_these() -> None:
    assert sorted(guard.__all__) == guard.__all__
    assert all(hasattr(guard, name) for name in guard.__all__)
    assert {"Account", "Draft", "Guard", "Media", "Report", "Severity", "Verdict", "check"} <= set(guard.__all__)
