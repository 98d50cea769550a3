"""Probable duplicates of a store: what is proposed, which would go, and what is never proposed again."""

from datetime import date
from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.domain.record import Record
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.ingest.duplicates.pair import Verdict
from network_service.operations.declare_different import declare_different
from network_service.operations.find_duplicates import Duplicates, find_duplicates
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
    assert (found.proposals, found.declared_different) == ((), 1)
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
