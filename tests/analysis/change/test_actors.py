"""Who joined and left, what they are where the network does not show them, and what is told of the others."""

from dataclasses import replace

from network_service.analysis.change.actors import Altered, Elsewhere, Moved, compare_actors
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot
from tests.analysis.change.hand import say
from tests.process.hand import actor, member

Told = tuple[Snapshot, Affairs]


def changes(before: Told, after: Told):
    return compare_actors(before[0], after[0], before[1], after[1])


def test_the_same_actors_are_no_change():
    found = changes(say("g1 b1 x1"), say("g1 b1 x1"))
    assert (found.sizes, found.joined, found.left, found.altered) == ((3, 3), (), (), ())


def test_who_joined_and_who_left_come_with_name_and_sector():
    found = changes(say("g1 b1"), say("g1 x1 k1"))
    assert found.sizes == (2, 3)
    assert found.joined == (
        Moved("x1", "X1", None, Elsewhere.ABSENT),
        Moved("k1", "K1", "community", Elsewhere.ABSENT),
    )
    assert found.left == (Moved("b1", "B1", "business", Elsewhere.ABSENT),)


def test_one_that_is_recorded_but_no_active_member_is_told_apart_from_one_that_is_gone_or_hidden():
    snapshot, affairs = say("g1")
    people = [actor("b1"), actor("k1"), actor("v1")]
    members = [member("g1"), member("b1", status="suspended"), member("k1")]
    after = snapshot, replace(affairs, actors=(actor("g1"), *people), memberships=tuple(members))
    left = {one.id: one.elsewhere for one in changes(say("g1 b1 k1 v1 a1"), after).left}
    assert left == {
        "b1": Elsewhere.NOT_A_MEMBER,
        "v1": Elsewhere.NOT_A_MEMBER,
        "k1": Elsewhere.HIDDEN,
        "a1": Elsewhere.ABSENT,
    }


def test_a_membership_of_something_else_does_not_make_a_hidden_member():
    snapshot, affairs = say("g1")
    elsewhere = replace(member("b1"), of="sub")
    after = snapshot, replace(affairs, actors=(actor("b1"),), memberships=(elsewhere,))
    assert changes(say("g1 b1"), after).left[0].elsewhere is Elsewhere.NOT_A_MEMBER


def test_another_sector_name_or_status_is_told_with_what_it_was():
    before = say("g1 b1 x1")
    after = say("g1 b1 x1", sectors={"b1": "community", "x1": "state"}, names={"g1": "ใหม่"}, certified=["b1"])
    assert changes(before, after).altered == (
        Altered("g1", "ใหม่", "name", "G1", "ใหม่"),
        Altered("b1", "B1", "sector", "business", "community"),
        Altered("b1", "B1", "status", "self_declared", "certified"),
        Altered("x1", "X1", "sector", None, "state"),
    )


def test_another_level_and_area_are_told():
    before = say("g1")
    actors = replace(before[0].actors, levels=("group",), area_levels=("district",))
    found = changes(before, (replace(before[0], actors=actors), before[1])).altered
    assert [(one.field, one.before, one.after) for one in found] == [
        ("level", "organization", "group"),
        ("area_level", None, "district"),
    ]
