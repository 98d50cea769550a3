"""Every role has a level, and who has several sees as far as the furthest."""

from network_service.domain.principal import Role
from network_service.domain.vocabulary import Visibility
from network_service.operations.sight.levels import LEVELS, level_of, sees_pseudonyms
from tests.operations.who import who


def test_every_role_has_a_level():
    assert LEVELS.keys() == set(Role)


def test_the_furthest_role_decides_and_nobody_without_a_role_sees_more_than_the_public():
    assert level_of(who("viewer", "network_manager")) is Visibility.OFFICER
    assert level_of(who()) is Visibility.PUBLIC


def test_pseudonyms_are_for_researchers_who_see_no_names_by_another_role():
    assert [sees_pseudonyms(who(*roles)) for roles in (("researcher",), ("researcher", "administrator"))] == [True] * 2
    assert not sees_pseudonyms(who("researcher", "member"))
    assert not sees_pseudonyms(who("viewer"))
