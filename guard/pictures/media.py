"""Gets the bytes of a picture, within the limit."""

from __future__ import annotations

from guard.model import Media, MediaTooLarge, SkipCode
from guard.pictures.limits import BYTE_LIMIT


def load(media: Media) -> bytes | SkipCode:
    """The encoded bytes, or why there are none; UNKNOWN_PICTURE where only a digest is known."""
    try:
        data = media.load(BYTE_LIMIT)
    except MediaTooLarge:
        return SkipCode.TOO_LARGE
    except OSError:
        return SkipCode.UNREADABLE
    return SkipCode.UNKNOWN_PICTURE if data is None else data
