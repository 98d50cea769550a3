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


@dataclass(frozen=True, slots=True)
class Principal:
    """One who asks, with roles; `provinces` `None` means every province, `own_record` is the record of a member."""

    name: str
    roles: frozenset[Role]
    provinces: frozenset[str] | None = None
    own_record: str | None = None

    def may_reach(self, province: str) -> bool:
        """Whether a province is within the principal's scope."""
        return self.provinces is None or province in self.provinces


def local_operator(os_user: str) -> Principal:
    """The user of the command line: every role's reach, every province, audited as `os:NAME`."""
    return Principal(f"os:{os_user}", frozenset({Role.LOCAL_OPERATOR}))
