"""Bodies, seats, linkers, managers, sub-networks and agreements that came, went or changed."""

from dataclasses import replace
from typing import Any

from network_service.analysis.change.roles import RoleChange, Turn, What, compare_roles
from network_service.snapshot.model import SubNetworkInfo
from tests.analysis.change.hand import say
from tests.process.hand import agreement, body, linker, manager, seat

BODY = body("q", "steering_committee")


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[RoleChange, ...]:
    one, other = (say("b1 g1", **told) for told in (before, after))
    return compare_roles(one[0], other[0], one[1], other[1])


def told(found: tuple[RoleChange, ...]) -> list[tuple[Any, ...]]:
    return [(one.what, one.turn, one.id, one.of, one.before, one.after) for one in found]


def test_the_same_is_no_change():
    same = {"bodies": [BODY], "seats": [seat("q", "g1")], "managers": [manager("g1")], "linkers": [linker("b1")]}
    same |= {"agreements": [agreement("m", "g1 b1")]}
    assert changes(same, same) == ()


def test_a_new_body_comes_with_its_seats_and_goes_with_them():
    there = {"bodies": [BODY], "seats": [seat("q", "g1", person="p1")]}
    assert told(changes({}, there)) == [
        (What.BODY, Turn.BEGUN, "q", None, (), ("steering_committee",)),
        (What.SEAT, Turn.BEGUN, "p1", "q", (), ("member",)),
    ]
    ended = changes(there, {})
    assert [(one.what, one.turn, one.after) for one in ended] == [
        (What.BODY, Turn.ENDED, ()),
        (What.SEAT, Turn.ENDED, ()),
    ]
    assert (ended[1].name, ended[1].of_name) == ("คุณp1", "คณะ q")


def test_another_role_on_a_body_and_another_person_for_a_post_are_alterations():
    post = replace(seat("q", "g1"), holder="post", holder_kind="post", person="p1")
    before = {"bodies": [BODY], "seats": [seat("q", "b1"), post]}
    after = {"bodies": [BODY], "seats": [seat("q", "b1", role="chair"), replace(post, person="p2")]}
    assert told(changes(before, after)) == [
        (What.SEAT, Turn.ALTERED, "b1", "q", ("member",), ("chair",)),
        (What.SITTER, Turn.ALTERED, "post", "q", ("คุณp1",), ("คุณp2",)),
    ]


def test_who_sits_for_a_post_becomes_known():
    vacant = replace(seat("q", "g1"), holder="post", holder_kind="post", person=None)
    found = changes({"bodies": [BODY], "seats": [vacant]}, {"bodies": [BODY], "seats": [replace(vacant, person="p2")]})
    assert told(found) == [(What.SITTER, Turn.ALTERED, "post", "q", (), ("คุณp2",))]


def test_linkers_are_designated_accept_and_give_up():
    open_, accepted = linker("g1", accepted=False), linker("g1")
    assert told(changes({}, {"linkers": [open_]})) == [(What.LINKER, Turn.BEGUN, "p-g1", "g1", (), ("designated",))]
    assert told(changes({"linkers": [open_]}, {"linkers": [accepted]})) == [
        (What.LINKER, Turn.ALTERED, "p-g1", "g1", ("designated",), ("accepted",))
    ]
    assert [one.turn for one in changes({"linkers": [accepted]}, {})] == [Turn.ENDED]


def test_a_manager_who_is_replaced_is_one_who_went_and_one_who_came():
    found = changes({"managers": [manager("g1", person="p1")]}, {"managers": [manager("g1", person="p2")]})
    assert told(found) == [
        (What.MANAGER, Turn.ENDED, "p1", "net", ("lead",), ()),
        (What.MANAGER, Turn.BEGUN, "p2", "net", (), ("lead",)),
    ]
    assert found[0].of_name == "เครือข่าย"


def test_agreements_and_their_parties_come_go_and_move_on():
    one = agreement("m", "g1 b1", stage="signed")
    begun = told(changes({}, {"agreements": [one]}))
    assert begun[0] == (What.AGREEMENT, Turn.BEGUN, "m", None, (), ("mou", "signed"))
    assert {row[2] for row in begun[1:]} == {"g1", "b1"}
    moved = replace(one, stage="monitored", parties=one.parties[:1])
    assert told(changes({"agreements": [one]}, {"agreements": [moved]})) == [
        (What.AGREEMENT, Turn.ALTERED, "m", None, ("mou", "signed"), ("monitored", "mou")),
        (What.PARTY, Turn.ENDED, "b1", "m", (), ()),
    ]


def test_members_of_sub_networks_come_and_go():
    snapshot, affairs = say("b1 g1")
    before = replace(snapshot, sub_networks=(SubNetworkInfo("s", "ย่อย", "issue", ("b1",)),))
    after = replace(snapshot, sub_networks=(SubNetworkInfo("s", "ย่อย", "issue", ("g1",)),))
    found = compare_roles(before, after, affairs, affairs)
    assert told(found) == [
        (What.SUB_NETWORK_MEMBER, Turn.ENDED, "b1", "s", (), ()),
        (What.SUB_NETWORK_MEMBER, Turn.BEGUN, "g1", "s", (), ()),
    ]
    assert (found[0].name, found[0].of_name) == ("B1", "ย่อย")
    assert [one.what for one in compare_roles(snapshot, after, affairs, affairs)] == [
        What.SUB_NETWORK,
        What.SUB_NETWORK_MEMBER,
    ]
