"""The affairs tell what holds on the day, in one order, and count what they pass over."""

from datetime import date
from pathlib import Path

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import ActorLevel
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.people import MASK
from network_service.store.change import Change, ChangeSet
from tests.snapshot.affairs.province import NET, SPEAKER, A, B, C, affairs_of
from tests.snapshot.records import DAY, PROVINCE, members, node, store_with, tie


def test_nothing_recorded_is_an_ordinary_case(tmp_path: Path) -> None:
    affairs = affairs_of(tmp_path, NET)
    assert affairs.province_networks == {NET.id}
    assert affairs.names == {NET.id: "เครือข่ายทดสอบ"}
    told = {name: getattr(affairs, name) for name in Affairs.__dataclass_fields__}
    assert {name for name, rows in told.items() if isinstance(rows, tuple) and rows} == {"networks"}


def test_the_hash_depends_on_content_and_not_on_order_of_entry_day_lens_or_revision(tmp_path: Path) -> None:
    records = [NET, A, B, *members(NET, A, B), tie("collaborates_with", A, B, frequency=3, topics=("น้ำ",))]
    one = affairs_of(tmp_path / "1", *records)
    other = affairs_of(tmp_path / "2", *reversed(records), as_of=date(2026, 10, 2), levels=tuple(ActorLevel))
    assert one.content_hash == other.content_hash
    assert len(one.content_hash) == 64
    more = affairs_of(tmp_path / "3", *records, node("issue", "น้ำแล้ง"))
    assert more.content_hash != one.content_hash


def test_the_affairs_can_be_read_as_of_an_earlier_revision(tmp_path: Path) -> None:
    order = node("instrument", "คำสั่ง", instrument_kind="order", number="1", year=2026)
    with store_with(tmp_path, NET, A, *members(NET, A)) as store:
        before = store.revision()
        store.apply(ChangeSet("test", "import", (Change(B, 0), Change(order, 0))))
        lens = Lens(as_of=DAY, provinces=(PROVINCE,))
        earlier = build_affairs(store, lens.model_copy(update={"revision": before}))
        now = build_affairs(store, lens)
    assert (len(earlier.actors), len(earlier.instruments), earlier.revision) == (1, 0, before)
    assert (len(now.actors), len(now.instruments), now.revision) == (2, 1, before + 1)


def test_another_province_is_not_read(tmp_path: Path) -> None:
    affairs = affairs_of(tmp_path, NET, A, *members(NET, A), provinces=("TH-99",))
    assert (affairs.networks, affairs.actors, affairs.memberships) == ((), (), ())


def test_a_tie_of_somebody_who_has_left_is_passed_over_and_counted_by_its_kind(tmp_path: Path) -> None:
    gone = node("organization", "เลิกแล้ว", valid_to=DAY)
    task, ended = node("task", "งาน"), node("task", "งานเก่า", valid_to=DAY)
    agreement = node("agreement", "ข้อตกลง", agreement_kind="mou")
    ties = [
        tie("member_of", gone, NET),
        tie("collaborates_with", A, gone),
        tie("collaborates_with", gone, A),
        tie("responsible_for", gone, task),
        tie("responsible_for", A, ended),
        tie("covers", agreement, ended),
        tie("covers", agreement, task),
    ]
    affairs = affairs_of(tmp_path, NET, A, gone, task, ended, agreement, *members(NET, A), *ties)
    assert affairs.passed_over == (
        ("collaborates_with", 2),
        ("covers", 1),
        ("member_of", 1),
        ("responsible_for", 2),
    )
    assert [one.covers for one in affairs.agreements] == [(task.id,)]
    assert affairs.collaboration == ()


def test_what_does_not_begin_before_tomorrow_is_not_told(tmp_path: Path) -> None:
    tomorrow = date(2026, 10, 2)
    later = tie("collaborates_with", A, B, valid_from=tomorrow)
    issue = node("issue", "พรุ่งนี้", valid_from=tomorrow)
    affairs = affairs_of(tmp_path, NET, A, B, issue, later)
    assert (affairs.collaboration, affairs.issues) == ((), ())


def test_a_restricted_record_counts_and_is_named_nowhere(tmp_path: Path) -> None:
    secret = {"visibility": "restricted"}
    records = [
        node("organization", "องค์กรลับ", **secret),
        node("person", "คนลับ", **secret),
        node("body", "คณะลับ", body_kind="steering_committee", **secret),
        node("agreement", "ข้อตกลงลับ", agreement_kind="mou", objective="เป้าลับ", **secret),
        node("instrument", "คำสั่งลับ", instrument_kind="order", number="ลับ 1", year=2026, **secret),
        node("community_of_practice", "ชุมชนลับ", **secret),
        node("sub_network", "เครือข่ายย่อยลับ", sub_network_kind="area_data", **secret),
        node("area", "พื้นที่ลับ", **secret),
        node("population_group", "กลุ่มลับ", **secret),
        *(node(kind, f"{kind} ลับ", **secret) for kind in ("issue", "plan", "service", "task", "activity", "post")),
    ]
    affairs = affairs_of(tmp_path, NET, *records)
    assert len(affairs.names) == len(records) + 1
    assert {name for one, name in affairs.names.items() if one != NET.id} == {MASK}
    assert "ลับ" not in repr(affairs)


def test_names_are_those_of_everything_told(tmp_path: Path) -> None:
    task = node("task", "งาน")
    affairs = affairs_of(tmp_path, NET, A, C, SPEAKER, task)
    assert affairs.names == {NET.id: "เครือข่ายทดสอบ", A.id: "ก", C.id: "ค", SPEAKER.id: "ผู้แทน", task.id: "งาน"}
    assert (affairs.sector_of(A.id), affairs.sector_of("nobody")) == ("state", None)
