"""What can go wrong with pictures.

GuardError
|- PicturesUnavailable       no picture can be read here at all
|  |- PicturesNotInstalled   the `pictures` extra, or the second engine's package, is missing
|  `- ModelsMissing          the weights are not installed, or damaged
|- ModelsInstallError        none of the ways to get the weights worked
`- PictureRefused            this one picture cannot be read; `code` says why
"""

from __future__ import annotations

from guard.errors import GuardError
from guard.model import SkipCode


class PicturesUnavailable(GuardError):
    """No picture can be read here; the message says what to install."""


class PicturesNotInstalled(PicturesUnavailable):
    """A package that reading pictures needs is not installed."""


class ModelsMissing(PicturesUnavailable):
    """Weights are not installed, or damaged."""


class ModelsInstallError(GuardError):
    """The weights could not be installed; the message has the commands to run by hand."""


class PictureRefused(GuardError):
    """One picture that cannot be read: unreadable, too large or of a format that is not supported."""

    def __init__(self, code: SkipCode, reason: str) -> None:
        super().__init__(reason)
        self.code = code
