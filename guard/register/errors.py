"""What can go wrong with the register. A message says what, where and what to do; it never holds a person's name.

RegisterError
|- RegisterNotFound      no register at that path
|- RegisterTooNew        written by a later version of School Guard
|- RegisterUnreadable    no register at all, damaged, busy for too long, or closed
|- KeyProblem            the key to names and templates
|  |- KeyNotFound
|  |- KeyNotSafe         others can read it, or it lies beside the register
|  `- WrongKey
|- UnknownPerson         no such reference
|- AmbiguousReference    the beginning of a reference fits several people
|- InvalidEntry          what should be written makes no sense
|- RecognitionRefused    no valid biometric consent, so no templates
|  `- ConsentGone        there is none on record, or it holds no longer
`- AnotherFace           a photo of somebody else than those before it
"""

from __future__ import annotations

from guard.errors import GuardError


class RegisterError(GuardError):
    """The register cannot do what was asked."""


class RegisterNotFound(RegisterError):
    """No register at that path."""


class RegisterTooNew(RegisterError):
    """The register was written by a later version of School Guard."""


class RegisterUnreadable(RegisterError):
    """The file is no register, is damaged, stayed busy for too long, or was closed."""


class KeyProblem(RegisterError):
    """The key to names and templates cannot be used."""


class KeyNotFound(KeyProblem):
    """There is no key where one was looked for."""


class KeyNotSafe(KeyProblem):
    """Somebody else could get hold of the key."""


class WrongKey(KeyProblem):
    """The key belongs to another register."""


class UnknownPerson(RegisterError):
    """Nobody on the register has that reference."""


class AmbiguousReference(RegisterError):
    """Several people on the register have references that begin like that."""


class InvalidEntry(RegisterError):
    """What should be written makes no sense."""


class RecognitionRefused(RegisterError):
    """Nobody may be recognised without a valid biometric consent."""


class ConsentGone(RecognitionRefused):
    """The consent that photos were to be added under is not on record, was withdrawn or has run out."""


class AnotherFace(RegisterError):
    """A photo shows somebody else than the photos given before it."""
