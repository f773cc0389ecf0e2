"""Face templates as the register gets them: whether one is sound, and whether it is of the same person as others."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from operator import mul

from guard.pictures.limits import SAME_PERSON
from guard.register.errors import InvalidEntry

_FLOATS = struct.Struct("<128f")


def require_sound(templates: Sequence[bytes]) -> None:
    """Raises InvalidEntry unless each is 128 little-endian float32 of length one."""
    for template in templates:
        if len(template) != _FLOATS.size or not math.isclose(math.hypot(*_FLOATS.unpack(template)), 1.0, rel_tol=1e-3):
            raise InvalidEntry("a face template is a unit vector of 128 little-endian float32")
    if not templates:
        raise InvalidEntry("there is no face template to recognise by: add a photo that serves")


def same_person(given: Sequence[bytes], photo: bytes) -> bool:
    """Whether a photo's template is near the middle of those given; with none given, anybody may be the first."""
    if not given:
        return True
    middle = [sum(values) for values in zip(*map(_FLOATS.unpack, given), strict=True)]
    along: float = sum(map(mul, middle, _FLOATS.unpack(photo)))
    return along >= SAME_PERSON * math.hypot(*middle)
