"""Members, actors, people and posts, and what each declares."""

from datetime import date
from pathlib import Path

from network_service.snapshot.affairs.actors import ActorAffairs, PersonAffairs, PostAffairs
from network_service.snapshot.affairs.collaboration import Declared, Flow
from network_service.snapshot.affairs.memberships import Membership
from network_service.snapshot.affairs.terms import Term
from tests.snapshot.affairs.province import NET, NOBODY, SPEAKER, A, B, C, affairs_of
from tests.snapshot.records import members, node, tie

SINCE = date(2025, 1, 5)


def test_a_membership_has_status_paper_and_first_day(tmp_path: Path) -> None:
    paper = node("instrument", "หนังสือรับรอง", instrument_kind="certificate")
    ties = [
        tie("member_of", A, NET, status="certified", certified_by=paper.id, valid_from=SINCE),
        tie("member_of", SPEAKER, NET, status="invited"),
    ]
    affairs = affairs_of(tmp_path, NET, A, SPEAKER, paper, *ties)
    assert set(affairs.memberships) == {
        Membership(A.id, "organization", NET.id, "certified", paper.id, SINCE),
        Membership(SPEAKER.id, "person", NET.id, "invited", None, None),
    }
    assert {one.member: one.active for one in affairs.memberships} == {A.id: True, SPEAKER.id: False}


def test_an_actor_has_what_it_declares_of_itself(tmp_path: Path) -> None:
    area, group = node("area", "อำเภอ", area_level="district", area_code="9801"), node("population_group", "ผู้สูงอายุ")
    actor = node("group", "กลุ่ม", activity_field="health", last_verified_on=SINCE, district="อำเภอทดสอบ")
    service = node("service", "บริการ")
    ties = [
        tie("operates_in", actor, area),
        tie("serves", actor, group),
        tie("serves", service, group),
        tie("offers_resource", SPEAKER, NET, resource_kind="place"),
        tie("offers_resource", actor, NET, resource_kind="budget"),
        tie("needs_resource", actor, NET, resource_kind="knowledge"),
        tie("represents", SPEAKER, actor),
        tie("belongs_to", NOBODY, actor),
    ]
    affairs = affairs_of(tmp_path, NET, actor, area, group, service, SPEAKER, NOBODY, *ties)
    assert affairs.actors == (
        ActorAffairs(
            id=actor.id,
            name="กลุ่ม",
            level="group",
            sector=None,
            area_level=None,
            district="อำเภอทดสอบ",
            activity_field="health",
            operates_in=(area.id,),
            serves=(group.id,),
            offers=("budget", "place"),
            needs=("knowledge",),
            people=1,
            last_verified_on=SINCE,
        ),
    )
    assert [one.serves for one in affairs.services] == [(group.id,)]
    assert set(affairs.people) == {
        PersonAffairs(SPEAKER.id, "ผู้แทน", actor.id, None),
        PersonAffairs(NOBODY.id, "ไม่มีสังกัด", actor.id, None),
    }
    assert [one.area_code for one in affairs.areas] == ["9801"]


def test_a_post_has_its_holders(tmp_path: Path) -> None:
    post, empty = node("post", "เกษตรจังหวัด", organization=A.id), node("post", "ว่าง")
    affairs = affairs_of(tmp_path, NET, A, post, empty, SPEAKER, tie("holds_post", SPEAKER, post))
    assert set(affairs.posts) == {
        PostAffairs(post.id, "เกษตรจังหวัด", A.id, (SPEAKER.id,)),
        PostAffairs(empty.id, "ว่าง", None, ()),
    }


def test_ties_keep_what_was_said_of_them(tmp_path: Path) -> None:
    ties = [
        tie("collaborates_with", A, B, frequency=4, topics=("น้ำ", "ป่า"), formal=False, mutual=True, valid_from=SINCE),
        tie("collaborates_with", B, C),
        tie("shares_resource", A, NET, resource_kind="place", valid_from=SINCE),
        tie("shares_resource", A, C, resource_kind="budget"),
    ]
    affairs = affairs_of(tmp_path, NET, A, B, C, *members(NET, A, B, C), *ties)
    assert set(affairs.collaboration) == {
        Declared(A.id, B.id, 4, 2, formal=False, mutual=True, since=SINCE),
        Declared(B.id, C.id, None, 0, formal=None, mutual=None, since=None),
    }
    assert set(affairs.flows) == {Flow(A.id, NET.id, "place", SINCE), Flow(A.id, C.id, "budget", None)}


def test_terms_are_those_of_seats_links_and_management(tmp_path: Path) -> None:
    ends = date(2027, 1, 1)
    body = node("body", "คณะ", body_kind="steering_committee")
    part = node("sub_network", "เครือข่ายย่อย", sub_network_kind="area_data")
    ties = [
        tie("appointed_to", SPEAKER, body, role="chair", order_number="1/2569", clause="1.1", valid_to=ends),
        tie("links", SPEAKER, A, accepted_on=SINCE, valid_from=SINCE),
        tie("manages", SPEAKER, part, role="co_ordinator"),
    ]
    affairs = affairs_of(tmp_path, NET, A, SPEAKER, body, part, *ties)
    assert affairs.terms == (
        Term("appointed_to", SPEAKER.id, body.id, "chair", None, ends, None, "1/2569", "1.1"),
        Term("links", SPEAKER.id, A.id, None, SINCE, None, SINCE),
        Term("manages", SPEAKER.id, part.id, "co_ordinator", None, None),
    )
