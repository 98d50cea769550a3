"""Probable duplicates of a store: what is proposed, which would go, and what is never proposed again."""

from datetime import date
from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.domain.record import Record
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.ingest.duplicates.pair import Verdict
from network_service.operations.declare_different import declare_different
from network_service.operations.duplicate_pairs import Declaration, key_of
from network_service.operations.find_duplicates import Duplicates, find_duplicates
from network_service.store.application import Json
from network_service.store.sqlite.store import SqliteStore
from tests.snapshot.records import DAY, a_network, members, node, store_with, tie

USER = local_operator("tester")
LONG = node("organization", "องค์การบริหารส่วนตำบลริมยม")
SHORT = node("organization", "อบต.ริมยม")
OTHER = node("group", "กลุ่มทอผ้า")
ONE = node("person", "ทดสอบ", family_name="นามสมมุติ", titles=("นาย",))
TWO = node("person", "ทดสอบ ", family_name="นามสมมุติ", titles=("ดร.",), id="00000000-0000-4000-8000-000000000002")
NETWORK = a_network()
TIES = (*members(NETWORK, SHORT), tie("belongs_to", ONE, SHORT))
RECORDS: tuple[Record, ...] = (NETWORK, LONG, SHORT, OTHER, ONE, *TIES)


def found_in(store: SqliteStore, day: date = DAY) -> Duplicates:
    return find_duplicates(USER, store, store.application, day=day)


def test_the_one_with_fewer_ties_would_go(tmp_path: Path):
    with store_with(tmp_path, *RECORDS) as store:
        (proposal,) = found_in(store).proposals
    assert proposal.pair.verdict is Verdict.LIKELY
    assert (proposal.gone.name, proposal.gone.ties) == (LONG.display_name, 0)
    assert (proposal.kept.name, proposal.kept.ties) == (SHORT.display_name, 2)
    assert proposal.merge_command == f"network-service merge {LONG.id} {SHORT.id}"


def test_persons_are_proposed_for_a_person_to_look_at(tmp_path: Path):
    with store_with(tmp_path, NETWORK, ONE, TWO) as store:
        (proposal,) = found_in(store).proposals
    assert (proposal.pair.verdict, proposal.pair.reason.code) == (Verdict.REVIEW, "person_other_title")


def test_what_has_ended_is_not_proposed(tmp_path: Path):
    ended = SHORT.model_copy(update={"valid_to": DAY})
    with store_with(tmp_path, NETWORK, LONG, ended) as store:
        assert found_in(store).proposals == ()
        assert len(found_in(store, date(2026, 9, 30)).proposals) == 1


def test_what_somebody_called_different_is_not_proposed_again(tmp_path: Path):
    with store_with(tmp_path, *RECORDS) as store:
        for one, other in ((SHORT, LONG), (LONG, SHORT)):
            declare_different(USER, store, store.application, one.id, other.id, DAY)
        found = found_in(store)
        (entry,) = store.application.entries("different_records")
    (left_out,) = found.different
    assert found.proposals == ()
    assert {left_out.one.id, left_out.other.id} == {SHORT.id, LONG.id}
    assert (left_out.declared.by, left_out.declared.on, left_out.declared.reason) == (USER.name, DAY.isoformat(), "")
    assert entry.value == {"by": "os:tester", "on": DAY.isoformat()}


def test_only_two_actors_or_persons_within_reach_can_be_called_different(tmp_path: Path):
    elsewhere = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with store_with(tmp_path, *RECORDS) as store:
        with pytest.raises(UsageError, match=r"duplicates\.same_id"):
            declare_different(USER, store, store.application, LONG.id, LONG.id.upper(), DAY)
        for one in (NETWORK.id, "00000000-0000-4000-8000-000000000009"):
            with pytest.raises(UnknownRecord, match=r"duplicates\.unknown_id"):
                declare_different(USER, store, store.application, LONG.id, one, DAY)
        with pytest.raises(UnknownRecord):
            declare_different(elsewhere, store, store.application, LONG.id, SHORT.id, DAY)
        with pytest.raises(NotPermitted):
            declare_different(
                Principal("viewer", frozenset({Role.VIEWER})), store, store.application, LONG.id, SHORT.id, DAY
            )
        assert list(store.application.entries("different_records")) == []


def test_the_first_to_call_two_different_is_remembered_with_the_day_and_the_reason(tmp_path: Path):
    with store_with(tmp_path, *RECORDS) as store:
        declare_different(USER, store, store.application, SHORT.id, LONG.id, DAY, reason=" คนละตำบล ")
        later = local_operator("other")
        declare_different(later, store, store.application, SHORT.id, LONG.id, date(2027, 1, 1), reason="อื่น")
        (left_out,) = found_in(store).different
    assert left_out.declared == Declaration(USER.name, DAY.isoformat(), "คนละตำบล")


@pytest.mark.parametrize("value", [{"by": "os:tester", "on": "2026-10-01"}, {"by": "os:tester"}, {}, None])
def test_what_an_older_entry_does_not_say_is_empty(tmp_path: Path, value: Json):
    with store_with(tmp_path, *RECORDS) as store:
        store.application.put("different_records", key_of(SHORT.id, LONG.id), value, expected_version=0)
        (left_out,) = found_in(store).different
    said = value if isinstance(value, dict) else {}
    assert left_out.declared == Declaration(said.get("by", ""), said.get("on", ""), "")
