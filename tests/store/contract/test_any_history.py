"""Whatever is written, a store agrees with a plain dictionary: at every revision, on every day."""

from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network_service.domain.record import Tie
from network_service.domain.ties import TIE_ENDS
from network_service.errors import InputError, StaleWrite
from network_service.store.change import Change, ChangeSet, Removal
from tests.store.records import ELSEWHERE, PROVINCE, node, tie, uid
from tests.trials import trials

NODES = ("ก", "ข", "ค", "ง")
DAYS = tuple(date(2026, month, 1) for month in (1, 4, 7, 10))

nodes = st.builds(
    lambda kind, name, dates, province: node(kind, name, valid_from=dates[0], valid_to=dates[1], province=province),
    st.sampled_from(["organization", "group", "person"]),
    st.sampled_from(NODES),
    st.sampled_from([(None, None), (DAYS[1], None), (None, DAYS[2]), (DAYS[1], DAYS[2])]),
    st.sampled_from([PROVINCE, PROVINCE, ELSEWHERE]),
)
ties = st.builds(
    lambda kind, ends, end, note: tie(kind, *ends, valid_to=end, note=note),
    st.sampled_from(["collaborates_with", "belongs_to"]),
    st.permutations(NODES).map(lambda names: names[:2]),
    st.sampled_from([None, DAYS[1], DAYS[3]]),
    st.sampled_from([None, "หมายเหตุ"]),
)
slips = st.sampled_from([0, 0, 0, 0, 0, 0, 0, 1, -1])
goes = st.sampled_from([False, False, False, True])
steps = st.lists(st.tuples(nodes | ties, slips, goes), min_size=1, max_size=5, unique_by=lambda change: change[0].id)
"""Each part of a step: a record, a slip in its version, and whether it goes instead of being written."""


def is_whole(state):
    """Every tie of a state joins two nodes that its kind may join."""
    records = {key: record for key, (record, _) in state.items()}
    for record in records.values():
        if isinstance(record, Tie):
            ends = (records.get(record.source), records.get(record.target))
            if not all(end and end.kind in may for end, may in zip(ends, TIE_ENDS[record.kind], strict=True)):
                return False
    return True


def expected_state(state, step, last):
    """The state after a step, or `None` where the step must be refused; `last` are the last numbers ever given."""
    if any(slip or (gone and record.id not in state) for record, slip, gone in step):
        return None
    after = dict(state)
    for record, _, gone in step:
        if gone:
            del after[record.id]
        elif state.get(record.id, (None,))[0] != record:
            after[record.id] = (record, last.get(record.id, 0) + 1)
    return after if is_whole(after) else None


def apply(store, state, step):
    """Whether the store accepts a step written on a state."""
    told = [(record, state.get(record.id, (None, 0))[1] + slip, gone) for record, slip, gone in step]
    changes = tuple(Change(record, version) for record, version, gone in told if not gone)
    removals = tuple(Removal(record.id, version) for record, version, gone in told if gone)
    try:
        store.apply(ChangeSet("os:tester", "test", changes, removals=removals))
    except (StaleWrite, InputError):
        return False
    return True


def told(found):
    return {stored.record.id: (stored.record, stored.version) for stored in found}


@settings(max_examples=trials(25, 1_000), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=st.lists(steps, min_size=1, max_size=8))
def test_a_store_agrees_with_a_dictionary(empty_store, script):
    store, states, last = empty_store(), [{}], {}
    for step in script:
        expected = expected_state(states[-1], step, last)
        assert apply(store, states[-1], step) == (expected is not None)
        if expected is not None and expected != states[-1]:
            states.append(expected)
            last |= {key: version for key, (_, version) in expected.items()}
    assert store.revision() == len(states) - 1
    for revision, state in enumerate(states):
        reads_as(store, revision, state)
    assert {key: len(store.history(key)) for key in last} == last
    for revision, (before, after) in enumerate(pairwise(states), start=1):
        differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        told = [
            (one and (one.record, one.version), other and (other.record, other.version))
            for one, other in store.changes(revision)
        ]
        assert told == [(before.get(key), after.get(key)) for key in sorted(differing)]
    assert [entry.revision for entry in store.audit()] == list(range(1, len(states)))
    assert store.check() == []


def reads_as(store, revision, state):
    """Each way of reading gives the state, filtered as asked."""
    assert told(store.records(revision=revision)) == state
    for day in DAYS:
        holding = {key: found for key, found in state.items() if found[0].holds_on(day)}
        assert told(store.records(revision=revision, as_of=day)) == holding
        scanned = store.scan(
            ["organization", "group", "person", "collaborates_with", "belongs_to"],
            ["id", "kind", "source", "note"],
            provinces=[PROVINCE, ELSEWHERE],
            as_of=day,
            revision=revision,
        )
        assert scanned["id"] == sorted(holding)
        own = [holding[key][0] for key in sorted(holding)]
        assert scanned["source"] == [getattr(record, "source", None) for record in own]
        assert scanned["note"] == [record.note for record in own]
    for name in NODES:
        around = {k: v for k, v in state.items() if uid(name) in (getattr(v[0], e, None) for e in ("source", "target"))}
        assert told(store.neighbours(uid(name), revision=revision)) == around
