"""Step 7: how many of the nine success factors are met."""

from collections import Counter
from collections.abc import Sequence

from network_service.process.condition import Condition, Responsible, Step
from network_service.process.factor import Factor, Status
from network_service.process.judging import State, surely_at_least
from network_service.process.standards import Standards


def success_factors(factors: Sequence[Factor], standards: Standards) -> Step:
    """Enough factors are met, and none is unmet, whatever those that are not known turn out to be."""
    count = Counter(factor.status for factor in factors)
    unknown, unmet = count[Status.UNKNOWN], _codes(factors, Status.UNMET)
    enough = surely_at_least(count[Status.MET], count[Status.MET] + unknown, standards.factors_met)
    none = State.FALSE if unmet else State.UNKNOWN if unknown else State.TRUE
    evidence = {f"factors_{status.value}": _codes(factors, status) for status in Status}
    return Step(
        "success_factors",
        (
            Condition(
                "factors_met",
                enough,
                None if enough is State.UNKNOWN else count[Status.MET],
                standards.factors_met,
                Responsible.NETWORK_MANAGER,
                evidence,
                {"factor": _codes(factors, Status.PARTIAL, Status.UNMET), "unknown": unknown},
            ),
            Condition(
                "no_factor_unmet",
                none,
                None if none is State.UNKNOWN else len(unmet),
                0,
                Responsible.NETWORK_MANAGER,
                {"factors_unmet": unmet},
                {"factor": unmet, "unknown": unknown},
            ),
        ),
    )


def _codes(factors: Sequence[Factor], *statuses: Status) -> tuple[str, ...]:
    return tuple(factor.code for factor in factors if factor.status in statuses)
