"""Stages, meetings and ratings of two records that become one: of two with one key, one is left."""

from datetime import date

import pytest

from network_service.domain.kinds import record_from
from network_service.domain.principal import local_operator
from network_service.domain.record import Record
from network_service.errors import InputError
from network_service.operations.merge_records import merge_records
from network_service.operations.unmerge_records import unmerge_records
from network_service.store.sqlite.store import SqliteStore
from tests.domain.strategies import PROVINCE
from tests.store.records import changed, node, organization, put, uid

USER = local_operator("tester")
GONE, KEPT = organization("สนง.ก"), organization("สำนักงาน ก")


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        yield opened


def state(store):
    return {found.record.id: found.record for found in store.records()}


def keyed(kind: str, name: str, **fields: object) -> Record:
    return record_from({"id": uid(name), "kind": kind, "province": PROVINCE, **fields})


def of_two(kind: str, name: str, **fields: object) -> tuple[Record, Record]:
    first, second = (node(kind, f"{name} {number}", **fields) for number in (1, 2))
    return first, second


AGREEMENTS = of_two("agreement", "ข้อตกลง", agreement_kind="performance_contract")
BODIES = of_two("body", "คณะ", body_kind="steering_committee")
TWINS = {
    "agreement_stage": (AGREEMENTS, "agreement", {"stage": "settlement"}, {"stage": "second_tranche"}, "due_on"),
    "meeting": (BODIES, "body", {"held_on": date(2026, 2, 1)}, {"held_on": date(2026, 3, 1)}, "attendance"),
    "rating": (
        (GONE, KEPT),
        "subject",
        {"rating_kind": "acceptance", "rater_sector": "state", "survey_round": "2569"},
        {"rating_kind": "acceptance", "rater_sector": "state", "survey_round": "2570"},
        "asked",
    ),
}
SAID = {"due_on": (date(2026, 1, 1), date(2026, 1, 2)), "attendance": (20, 25), "asked": (1000, 1200)}


@pytest.mark.parametrize("kind", TWINS)
def test_what_is_told_apart_by_the_two_becomes_one_with_its_twin_and_is_apart_again_with_them(store, kind: str):
    (gone, kept), field, key, other_key, said = TWINS[kind]
    twin = keyed(kind, "ของที่รวม", **{field: gone.id, **key, said: SAID[said][0]})
    own = keyed(kind, "ของที่คงไว้", **{field: kept.id, **key, said: SAID[said][1]})
    alone = keyed(kind, "ไม่มีคู่", **{field: gone.id, **other_key})
    put(store, gone, kept, twin, own, alone)
    before = state(store)
    report = merge_records(USER, store, gone.id, kept.id, reason="จดซ้ำ")
    after = state(store)
    assert after[own.id] == own, "the kept record's word stays"
    assert after[alone.id] == changed(alone, **{field: kept.id})
    assert (after[twin.id].kind, after[twin.id].was, after[twin.id].into) == ("merged", kind, own.id)
    (twice,) = report.plan.said_twice
    assert (twice.gone.id, twice.stays.id, [one.field for one in twice.fields]) == (twin.id, own.id, [said])
    with pytest.raises(InputError, match=r"unmerge\.along"):
        unmerge_records(USER, store, twin.id)
    unmerge_records(USER, store, gone.id)
    assert state(store) == before


def test_ratings_of_unknown_rounds_may_be_two_and_stay_two(store):
    told = {"rating_kind": "acceptance", "rater_sector": "state"}
    ratings = [keyed("rating", one.id, subject=one.id, **told) for one in (GONE, KEPT)]
    put(store, GONE, KEPT, *ratings)
    assert merge_records(USER, store, GONE.id, KEPT.id).plan.said_twice == ()
    assert [state(store)[one.id].kind for one in ratings] == ["rating", "rating"]
