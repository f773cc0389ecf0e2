"""Every error the library raises of its own.

GuardError
|- PolicyError            the policy cannot be used; the message names file and key
|  |- PolicyNotFound
|  `- PolicyIncomplete    identity is still to be filled in
|- DataFolderNotWritable  nothing can be kept in the data folder
|- RegisterError          see guard.register.errors
|- PicturesUnavailable    see guard.pictures.errors
`- UsageError             called in a way that cannot work
   `- WrongArgument       an argument is not what it should be; also a TypeError
"""

from __future__ import annotations


class GuardError(Exception):
    """Something the caller can mend; the message says what, where and how."""


class PolicyError(GuardError):
    """A policy that cannot be used as it stands."""


class PolicyNotFound(PolicyError):
    """No policy of that name, and no file at that path."""


class PolicyIncomplete(PolicyError):
    """The policy names no school yet, so that nothing could be said about naming it."""


class DataFolderNotWritable(GuardError):
    """Nothing can be kept in the data folder; what is kept there already may be read."""


class UsageError(GuardError):
    """The library or the command line was called in a way that cannot work."""


class WrongArgument(UsageError, TypeError):
    """An argument of another type or value than is taken; the message names it and never quotes its value."""
