"""Invented schools: each shipped policy with its identity filled in."""

from __future__ import annotations

from pathlib import Path

SCHOOLS = {
    "academy": "Thornbury Hill Academy",
    "alexandra": "Larkmead Infants' School",
    "aylestone": "Brackenhill School",
    "demo": "Oakfield Academy",
    "leamington": "Foxcote Community Primary School",
    "st-anns": "St Werburgh's School",
    "template": "Elm Park School",
}
_OTHERS = {
    "aylestone": ("Brackenhill Federation", "Littlemoor Primary School"),
    "st-anns": ("Wexcombe City Council",),
}
HANDLE = "@ourschool"


def school_policy(name: str, folder: Path, more: str = "") -> Path:
    """A school's own policy file that extends a shipped one, in `folder`; `more` is put at its end."""
    lines = [f'extends = "{name}"']
    if name != "demo":
        lines += ["[school]", f'name = "{SCHOOLS[name]}"', 'domains = ["ourschool.example"]', f'handles = ["{HANDLE}"]']
        for other in _OTHERS.get(name, ()):
            lines += ["[[organisations]]", f'name = "{other}"']
        for site in ("x.com", "facebook.com"):
            lines += ["[[accounts]]", f'site = "{site}"', f'handle = "{HANDLE}"', 'owner = "communications lead"']
            lines += ['deputy = "deputy head"']
    path = folder / f"{name}-school.toml"
    path.write_text("\n".join([*lines, more, ""]), "utf-8")
    return path
