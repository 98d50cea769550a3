"""The error tree. An error carries a code and parameters; its sentence is in the message catalogue.

NetworkServiceError
├── InputError            what was given is wrong, and the giver can put it right
│   ├── UnreadableFile    not a file of the kind it says it is
│   ├── FaultyInput       read, but with faults, each of which names its place
│   └── UnknownRecord     no such record, province or query in this store
├── UsageError            the command or call itself is wrong
├── StoreError            the store cannot do it now
│   ├── StoreUnavailable  cannot be opened or reached
│   ├── StoreBusy         another writer holds it; try again
│   ├── StoreDamaged      content contradicts itself, or a migration was altered
│   ├── StoreTooNew       written by a newer version of this program
│   └── StaleWrite        the record was changed by someone else meanwhile
├── NotSignedIn           nobody is known to ask: no session or token that holds, or a wrong password
├── TooManyTries          asked too often or too many at once; try again later
├── NotPermitted          the one who asks may not do this
├── RefusedForSafety      a size, a bomb, a formula: refused before it is read
└── MissingPart           an optional part of the installation is absent
"""

import copyreg
from collections.abc import Sequence


class NetworkServiceError(Exception):
    """Base of all errors of this service: a message code and the parameters of its sentence."""

    def __init__(self, code: str, **parameters: object) -> None:
        """Keep the code and the parameters; no sentence is made here."""
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are made anew from their arguments, which `__init__` would not take back in this form.
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]

    def __str__(self) -> str:
        """Code and parameters, for logs; people are shown the catalogue's sentence."""
        told = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.code}({told})"


class InputError(NetworkServiceError):
    """What was given is wrong, and the giver can put it right."""


class UnreadableFile(InputError):
    """The file is not of the kind it says it is, or cannot be opened."""


class FaultyInput(InputError):
    """The input was read but has faults; each fault names its place and its cure."""

    def __init__(self, code: str, faults: Sequence[object], **parameters: object) -> None:
        """Keep all faults, so that they are shown at once."""
        super().__init__(code, count=len(faults), **parameters)
        self.faults = tuple(faults)


class UnknownRecord(InputError):
    """No such record, province or query in this store."""


class UsageError(NetworkServiceError):
    """The command or call itself is wrong."""


class StoreError(NetworkServiceError):
    """The store cannot do what was asked."""


class StoreUnavailable(StoreError):
    """The store cannot be opened or reached."""


class StoreBusy(StoreError):
    """Another writer holds the store; the same call may be repeated."""


class StoreDamaged(StoreError):
    """The store's content contradicts itself, or an applied migration was altered."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of this program."""


class StaleWrite(StoreError):
    """A record was changed by someone else since it was read."""


class NotSignedIn(NetworkServiceError):
    """Nobody is known to ask: no session or token that holds, or name, password or code are wrong."""


class TooManyTries(NetworkServiceError):
    """Asked too often, or too many ask at once; the parameter `seconds` says when to try again."""


class NotPermitted(NetworkServiceError):
    """The one who asks may not do this, or not in this province."""


class RefusedForSafety(NetworkServiceError):
    """Refused before reading: too large, too compressed, or otherwise unsafe."""


class MissingPart(NetworkServiceError):
    """An optional part of the installation is absent; the parameters name the cure."""
