"""The sample's year: every state is a believable one, the last is the sample, and the past differs as planted."""

from datetime import date

import pytest

from examples.sample_province import TODAY, sample_records
from examples.sample_province.build import sample_ledger
from examples.sample_province.entries import key_of
from examples.sample_province.history import SENT_ON, states
from examples.sample_province.planted_facts import PLANTED_PAST
from network_service.domain.principal import local_operator
from network_service.domain.references import references_of
from network_service.operations.load_sample import load_sample
from network_service.store.sqlite.store import SqliteStore
from tests.house.tree import ROOT

LEDGER = sample_ledger()
# The ties in which a subject shows itself otherwise, where it is not its own record.
THROUGH = {"person:research_head": "links", "actor:socialent": "collaborates_with", "actor:builders": "member_of"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with SqliteStore.open(tmp_path_factory.mktemp("history") / "s.sqlite") as opened:
        load_sample(local_operator("tester"), opened, ["TH-98"])
        yield opened


def test_twelve_files_were_sent_and_the_last_leaves_the_sample():
    assert len(SENT_ON) == 12
    assert SENT_ON[-1] == TODAY
    assert states()[TODAY] == {record.id: record for record in sample_records()}


def test_no_state_names_what_is_not_in_it_and_none_forgets():
    before: set[str] = set()
    for state in states().values():
        assert all(meant.id in state for record in state.values() for meant in references_of(record))
        assert before <= state.keys()
        before = set(state)


def test_no_state_knows_of_a_later_day():
    for day, state in states().items():
        for record in state.values():
            for field in ("held_on", "signed_on", "done_on", "feedback_published_on", "decided_on", "last_verified_on"):
                known = getattr(record, field, None)
                assert known is None or known <= day, (day, record.kind, field)


def shown(store: SqliteStore, subject: str, revision: int) -> list[str]:
    """The records in which a subject shows itself, as they stood at a revision."""
    record_id = LEDGER.id_of(key_of(subject))
    if subject not in THROUGH:
        found = store.get(record_id, revision=revision)
        return [found.record.model_dump_json(exclude={"last_verified_on"})] if found else []
    ties = store.neighbours(record_id, kinds=[THROUGH[subject]], revision=revision)
    return [tie.record.model_dump_json() for tie in ties]


@pytest.mark.parametrize("past", PLANTED_PAST, ids=lambda past: past.subject)
def test_the_past_was_told_otherwise_until_its_revision(store: SqliteStore, past):
    before, after = shown(store, past.subject, past.until_revision), shown(store, past.subject, past.until_revision + 1)
    assert before != after


def test_the_linker_who_left_is_in_force_on_the_same_day_at_an_earlier_revision(store: SqliteStore):
    leaver = LEDGER.id_of(("person", "research_head"))
    day = date(2026, 2, 1)
    assert len(store.neighbours(leaver, kinds=["links"], as_of=day, revision=5)) == 1
    assert store.neighbours(leaver, kinds=["links"], as_of=day) == []


def test_the_documentation_tells_the_past():
    text = (ROOT / "docs" / "sample.md").read_text(encoding="utf-8")
    assert [f"| {one.until_revision} | `{one.subject}` | {one.said} |" in text for one in PLANTED_PAST] == [True] * len(
        PLANTED_PAST
    )
