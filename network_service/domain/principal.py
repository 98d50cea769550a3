"""Who asks: every operation takes a principal, and the audit names it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles of people and programs; what each may do is decided in `operations`."""

    VIEWER = "viewer"
    MEMBER = "member"
    RESEARCHER = "researcher"
    NETWORK_MANAGER = "network_manager"
    GOVERNORS_OFFICE = "governors_office"
    ADMINISTRATOR = "administrator"
    LOCAL_OPERATOR = "local_operator"


class Scope(StrEnum):
    """What a machine's token is for; a person who is signed in is bound by roles alone."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Principal:
    """One who asks, with roles; `provinces` `None` means every province, `scopes` `None` every scope.

    `own_record` is the actor or person that a member is in the network.
    """

    name: str
    roles: frozenset[Role]
    provinces: frozenset[str] | None = None
    own_record: str | None = None
    scopes: frozenset[Scope] | None = None

    def may_reach(self, province: str) -> bool:
        """Whether a province is within the principal's scope."""
        return self.provinces is None or province in self.provinces


def local_operator(os_user: str) -> Principal:
    """The user of the command line: every role's reach, every province, audited as `os:NAME`."""
    return Principal(f"os:{os_user}", frozenset({Role.LOCAL_OPERATOR}))
