"""A plan says what would be added, changed and ended, field by field."""

from datetime import date

from network_service.domain.record import Record
from network_service.domain.vocabulary import Sector
from network_service.operations.plan import Action, plan_changes, plan_endings
from network_service.store.change import StoredRecord
from tests.snapshot.records import node, tie

A = node("organization", "ก", sector="state")
B = node("organization", "ข")
DAY = date(2026, 10, 1)


def stored(*records: Record, version: int = 3) -> dict[str, StoredRecord]:
    return {record.id: StoredRecord(record, version, revision=1) for record in records}


def test_a_record_the_store_does_not_have_is_added():
    (change,) = plan_changes([A], {}).changes
    assert (change.action, change.version, change.fields) == (Action.ADD, 0, ())


def test_an_equal_record_is_left_alone_and_counted():
    plan = plan_changes([A, B], stored(A, B))
    assert (plan.changes, plan.unchanged) == ((), 2)


def test_a_changed_record_names_the_fields_before_and_after_and_the_version_it_was_planned_on():
    (change,) = plan_changes([A.model_copy(update={"sector": Sector.BUSINESS})], stored(A)).changes
    assert change.action is Action.CHANGE
    assert [(field.field, field.before, field.after) for field in change.fields] == [("sector", "state", "business")]
    assert change.as_change().expected_version == 3


def test_filling_the_end_alone_is_an_ending_and_emptying_it_a_change():
    ended = A.model_copy(update={"valid_to": DAY})
    assert plan_changes([ended], stored(A)).changes[0].action is Action.END
    assert plan_changes([A], stored(ended)).changes[0].action is Action.CHANGE


def test_replacing_a_sheet_ends_what_the_file_no_longer_names_and_nothing_of_other_kinds():
    network_tie = tie("collaborates_with", A, B)
    known = stored(A, B, network_tie)
    plan = plan_endings(known, frozenset({"organization"}), {A.id}, DAY)
    (change,) = plan.changes
    assert (change.record.id, change.action, change.record.valid_to) == (B.id, Action.END, DAY)


def test_replacing_leaves_alone_what_has_ended_or_begins_that_day_or_later():
    past = B.model_copy(update={"valid_to": date(2026, 1, 1)})
    today = node("organization", "ค", valid_from=DAY)
    future = node("organization", "ง", valid_from=date(2027, 1, 1))
    plan = plan_endings(stored(past, today, future), frozenset({"organization"}), set(), DAY)
    assert plan.changes == ()
    assert plan.left == (today,)


def test_replacing_never_makes_a_record_that_contradicts_itself():
    signed = node("agreement", "ข้อตกลง", agreement_kind="mou", signed_on=date(2026, 10, 15))
    plan = plan_endings(stored(signed), frozenset({"agreement"}), set(), DAY)
    assert (plan.changes, plan.left) == ((), (signed,))
