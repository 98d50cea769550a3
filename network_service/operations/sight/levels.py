"""How far each role sees into the field classes, and who sees pseudonyms alone."""

from network_service.domain.field_classes import higher
from network_service.domain.principal import Principal, Role
from network_service.domain.vocabulary import Visibility

LEVELS: dict[Role, Visibility] = {
    Role.VIEWER: Visibility.PUBLIC,
    Role.MEMBER: Visibility.MEMBER,
    Role.RESEARCHER: Visibility.MEMBER,
    Role.NETWORK_MANAGER: Visibility.OFFICER,
    Role.GOVERNORS_OFFICE: Visibility.OFFICER,
    Role.ADMINISTRATOR: Visibility.PUBLIC,
    Role.LOCAL_OPERATOR: Visibility.RESTRICTED,
}
"""The class up to which a role sees, in the provinces that the principal may reach."""

_BY_NAME = frozenset(Role) - {Role.RESEARCHER, Role.VIEWER, Role.ADMINISTRATOR}
"""Roles that see names of what is for members, so that pseudonyms would hide nothing from who has one of them too."""


def level_of(principal: Principal) -> Visibility:
    """The class up to which a principal sees: that of the furthest of the roles."""
    return higher(Visibility.PUBLIC, *(LEVELS[role] for role in principal.roles))


def sees_pseudonyms(principal: Principal) -> bool:
    """Whether pseudonyms stand for names: public names beside them would tell whose they are."""
    return Role.RESEARCHER in principal.roles and not principal.roles & _BY_NAME
