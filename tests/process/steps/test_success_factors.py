"""Step 7: enough factors are met and none is unmet, whatever the others turn out to be."""

import pytest

from network_service.process.condition import Readiness, Responsible
from network_service.process.factor import Factor, Status
from network_service.process.judging import State
from network_service.process.standards import Standards
from network_service.process.steps.success_factors import success_factors

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN


def factors(met: int, partial: int, unmet: int, unknown: int) -> list[Factor]:
    statuses = [Status.MET] * met + [Status.PARTIAL] * partial + [Status.UNMET] * unmet + [Status.UNKNOWN] * unknown
    return [Factor(str(n), None, one, 0, (), Responsible.MEMBERS) for n, one in enumerate(statuses)]


@pytest.mark.parametrize(
    ("counts", "enough", "none_unmet", "readiness"),
    [
        ((9, 0, 0, 0), YES, YES, Readiness.READY),
        ((7, 2, 0, 0), YES, YES, Readiness.READY),
        ((6, 3, 0, 0), NO, YES, Readiness.NOT_READY),
        ((7, 1, 1, 0), YES, NO, Readiness.NOT_READY),
        ((7, 1, 0, 1), YES, OPEN, Readiness.UNKNOWN),
        ((6, 2, 0, 1), OPEN, OPEN, Readiness.UNKNOWN),
        ((5, 3, 0, 1), NO, OPEN, Readiness.NOT_READY),
        ((0, 0, 0, 9), OPEN, OPEN, Readiness.UNKNOWN),
    ],
)
def test_gate(counts: tuple[int, int, int, int], enough: State, none_unmet: State, readiness: Readiness) -> None:
    step = success_factors(factors(*counts), Standards())
    assert [one.state for one in step.conditions] == [enough, none_unmet]
    assert step.state is readiness
    assert step.conditions[0].value == (None if enough is OPEN else counts[0])
