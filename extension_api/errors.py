"""Every error the service raises before it can answer anybody.

GuardError
`- ServiceError
   |- AddressRefused    the address is reachable from other machines and nobody asked for that
   |- PortTaken         another program answers on the port
   `- DataFolderError   the data folder or a secret in it cannot be used
"""

from __future__ import annotations

from guard.errors import GuardError


class ServiceError(GuardError):
    """Something whoever starts the service can mend; the message says what and how."""


class AddressRefused(ServiceError):
    """The address would let other machines in."""


class PortTaken(ServiceError):
    """The port is in use."""


class DataFolderError(ServiceError):
    """The data folder cannot be read or written."""
