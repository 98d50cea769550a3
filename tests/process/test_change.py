"""Steps, conditions and factors beside themselves."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from network_service.process.change import compare_readiness
from network_service.process.condition import Condition, Readiness, Responsible, Step
from network_service.process.factor import Factor, Status
from network_service.process.judging import State
from network_service.process.readiness import Readings, read_readiness
from tests.process.hand import member, situation


def condition(code: str, state: State, value: float | None = 1.0) -> Condition:
    return Condition(code, state, value, 1.0, Responsible.MEMBERS)


def readings(conditions: Sequence[Condition], score: float | None = 0.5, status: Status = Status.PARTIAL) -> Readings:
    factor = Factor("mutual_trust", score, status, 1.0, (), Responsible.MEMBERS)
    return Readings((Step("identify_linkers", tuple(conditions)),), (factor,))


HOLDS, FAILS = condition("one", State.TRUE), condition("one", State.FALSE)
UNKNOWN = condition("one", State.UNKNOWN, None)


def test_the_same_readings_are_no_change():
    read = read_readiness(situation("g1 b1", "g1-b1"))
    assert compare_readiness(read, read).is_empty
    assert len(compare_readiness(read, read).steps) == 7


@pytest.mark.parametrize(
    ("before", "after", "gates"),
    [
        (FAILS, HOLDS, (Readiness.NOT_READY, Readiness.READY)),
        (HOLDS, FAILS, (Readiness.READY, Readiness.NOT_READY)),
        (UNKNOWN, HOLDS, (Readiness.UNKNOWN, Readiness.READY)),
        (FAILS, UNKNOWN, (Readiness.NOT_READY, Readiness.UNKNOWN)),
    ],
)
def test_a_condition_moves_its_gate(before: Condition, after: Condition, gates: tuple[Readiness, Readiness]):
    found = compare_readiness(readings([before]), readings([after]))
    (step,) = found.steps
    assert (step.states, step.moved, step.conditions[0].moved) == (gates, True, True)
    assert step.conditions[0].states == (before.state, after.state)
    assert not found.is_empty


def test_a_condition_may_move_while_its_step_stays_shut():
    other = condition("other", State.FALSE)
    found = compare_readiness(readings([FAILS, other]), readings([HOLDS, other]))
    (step,) = found.steps
    assert (step.moved, [one.moved for one in step.conditions]) == (False, [True, False])
    assert not found.is_empty


def test_another_value_with_the_same_answer_has_not_moved_but_is_there():
    found = compare_readiness(readings([FAILS]), readings([replace(FAILS, value=0.5)]))
    one = found.steps[0].conditions[0]
    assert (found.is_empty, one.before.value, one.after.value) == (True, 1.0, 0.5)


def test_a_factor_moves_by_score_or_by_status():
    by_score = compare_readiness(readings([HOLDS], 0.5), readings([HOLDS], 0.6)).factors[0]
    assert by_score.difference == pytest.approx(0.1)
    assert (by_score.moved, by_score.states) == (True, (Status.PARTIAL, Status.PARTIAL))
    known = compare_readiness(readings([HOLDS], None, Status.UNKNOWN), readings([HOLDS], 0.8, Status.MET)).factors[0]
    assert (known.difference, known.moved, known.states) == (None, True, (Status.UNKNOWN, Status.MET))
    never = compare_readiness(*[readings([HOLDS], None, Status.UNKNOWN)] * 2).factors[0]
    assert (never.difference, never.moved) == (None, False)


def test_of_a_network_that_certified_its_members_the_condition_for_it_has_moved():
    papers = [member("g1", status="certified", paper="o"), member("b1", status="certified", paper="o")]
    before = read_readiness(situation("g1 b1", "g1-b1"))
    after = read_readiness(situation("g1 b1", "g1-b1", certified=["g1", "b1"], memberships=papers))
    moved = [one.after.code for step in compare_readiness(before, after).steps for one in step.conditions if one.moved]
    assert moved == ["certified_members"]
