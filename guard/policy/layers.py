"""Putting a policy together: the file, what it extends, and what is managed from above."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from guard.errors import PolicyError, PolicyNotFound

# Named here, not listed at run time, so that a frozen program finds them; a test compares with the folder.
SHIPPED = ("academy", "alexandra", "aylestone", "demo", "leamington", "st-anns", "template")


@dataclass(frozen=True, slots=True)
class Layer:
    """One policy file as it was read. `origin` is what errors call it."""

    name: str
    origin: str
    data: Mapping[str, Any]


def read_layer(name_or_path: str | Path) -> Layer:
    """The shipped policy of that name, or the TOML file at that path. Raises PolicyNotFound, PolicyError."""
    if str(name_or_path) in SHIPPED:
        name = str(name_or_path)
        text = resources.files("guard.policy").joinpath("shipped", f"{name}.toml").read_text("utf-8")
        return Layer(name, f"shipped policy {name}", _parse(text, f"shipped policy {name}"))
    path = Path(name_or_path)
    if not path.is_file():
        raise PolicyNotFound(
            f"no policy {str(name_or_path)!r}: give the path of a policy file, or one of {', '.join(SHIPPED)}"
        )
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"{path}: cannot be read as UTF-8 text ({type(error).__name__})") from error
    return Layer(path.stem, str(path), _parse(text, str(path)))


def _parse(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise PolicyError(f"{origin}: not valid TOML: {error}") from error
    except RecursionError:
        raise PolicyError(f"{origin}: tables or lists are nested too deeply") from None


def stack(name_or_path: str | Path, managed: Mapping[str, Any] | None = None) -> list[Layer]:
    """The layers of a policy, lowest first: what it extends, the policy itself, managed settings."""
    layers: list[Layer] = []
    current: str | Path | None = name_or_path
    folder = Path.cwd()
    while current is not None:
        if not str(current):
            raise PolicyNotFound(f"no policy is named: give the path of a policy file, or one of {', '.join(SHIPPED)}")
        if str(current) not in SHIPPED and not Path(current).is_absolute():
            current = folder / current
        layer = read_layer(current)
        if any(layer.origin == above.origin for above in layers):
            raise PolicyError(f"{layers[-1].origin}: key 'extends' leads in a circle back to {layer.origin}")
        layers.append(layer)
        if str(current) not in SHIPPED:
            folder = Path(current).resolve().parent
        base = layer.data.get("extends", "")
        if not isinstance(base, str):
            raise PolicyError(f"{layer.origin}: key 'extends': a policy's name or path is wanted")
        current = base or None
    layers.reverse()
    if managed:
        layers.append(Layer("managed", "managed settings", managed))
    return layers


def merge(layers: list[Layer]) -> dict[str, Any]:
    """One table of all layers: tables merge, everything else is replaced. Raises PolicyError where a key is locked."""
    merged: dict[str, Any] = {}
    locked: dict[str, str] = {}
    for layer in layers:
        for key, holder in locked.items():
            changed = _undone(key, layer.data, merged)
            if changed is not None:
                raise PolicyError(f"{layer.origin}: key {changed!r} is locked by {holder} and cannot be changed here")
        _merge_into(merged, layer.data)
        for key in layer.data.get("locked", ()):
            locked.setdefault(str(key), layer.origin)
    merged.pop("extends", None)
    merged["locked"] = sorted(locked)
    return merged


def _undone(key: str, layer: Mapping[str, Any], below: Mapping[str, Any]) -> str | None:
    """By which key a layer changes what is locked, if it does: from the side too, as no rule is off where it is on."""
    table, _, name = key.rpartition(".")
    covered = (key, f"{table}.severity_on", f"{table}.enabled") if name == "severity" else (key,)
    for each in covered:
        if _differs(_get(layer, each), _get(below, each)):
            return each
    places = _get(layer, f"{table}.severity_on")
    if name == "enabled" and isinstance(places, Mapping):
        off = {place: value for place, value in places.items() if value == "off"}
        if off and _differs(off, _get(below, f"{table}.severity_on")):
            return f"{table}.severity_on"
    return None


_ABSENT = object()


def _get(data: Mapping[str, Any], dotted: str) -> Any:
    value: Any = data
    for step in dotted.split("."):
        if not isinstance(value, Mapping) or step not in value:
            return _ABSENT
        value = value[step]
    return value


def _differs(new: Any, old: Any) -> bool:
    if new is _ABSENT:
        return False
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        return any(_differs(value, old.get(key, _ABSENT)) for key, value in new.items())
    return bool(new != old)


def _merge_into(target: dict[str, Any], source: Mapping[str, Any]) -> None:
    for key, value in source.items():
        if isinstance(value, Mapping):
            inner = target.get(key)
            target[key] = inner = dict(inner) if isinstance(inner, Mapping) else {}
            _merge_into(inner, value)
        else:
            target[key] = value
