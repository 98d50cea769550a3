"""Step 4, each condition: true, false, not known, at the standard and just beside it."""

import pytest

from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.formalize_ties import formalize_ties
from network_service.snapshot.affairs.instruments import Cited, InstrumentAffairs
from tests.process.hand import body, condition, order, situation

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN
TEN = " ".join(f"g{one}" for one in range(10))


def judged(code: str, *told: str, **more: object) -> Condition:
    return condition(formalize_ties(situation(*told, **more)), code)  # type: ignore[arg-type]


@pytest.mark.parametrize(("certified", "state"), [(10, YES), (9, YES), (8, NO), (0, OPEN)])
def test_certified_members(certified: int, state: State) -> None:
    found = judged("certified_members", TEN, certified=[f"g{one}" for one in range(certified)])
    assert found.state is state
    assert found.value == (certified / 10 if certified else None), "nothing about certification is recorded at all"


def test_absence_of_certification_answers_once_an_instrument_is_recorded() -> None:
    found = judged("certified_members", TEN, instruments=[order("1")])
    assert (found.state, found.value) == (NO, 0.0)


UNSIGNED, BY_ANOTHER = order("1", signed_on=None), order("1", signed_by_governor=False)
LAPSED, CERTIFICATE = order("1", in_force=False), order("1", instrument_kind="certificate")


@pytest.mark.parametrize(
    ("instrument", "state"),
    [
        (order("1"), YES),
        (order("1", signed_by_governor=None), OPEN),
        (BY_ANOTHER, NO),
        (UNSIGNED, NO),
        (LAPSED, NO),
    ],
)
def test_an_order_in_force_signed_by_the_governor_names_the_body(instrument: InstrumentAffairs, state: State) -> None:
    bodies = [body("q", "steering_committee", "1/2569", ["1"])]
    found = judged("order_names_bodies", bodies=bodies, instruments=[instrument])
    assert (found.state, found.threshold) == (state, 1)
    assert found.value == {YES: 1, NO: 0, OPEN: None}[state]


def test_each_body_must_be_named() -> None:
    one, other = body("q1", "steering_committee", "1/2569", ["1"]), body("q2", "executive_committee")
    found = judged("order_names_bodies", bodies=[one, other], instruments=[order("1")])
    assert (found.state, found.value, found.evidence["bodies_without_order"]) == (NO, 1, ("q2",))
    elsewhere = body("q3", "executive_committee", "9/2569")
    assert judged("order_names_bodies", bodies=[one, elsewhere], instruments=[order("1")]).state is OPEN
    both = judged("order_names_bodies", bodies=[one, other, elsewhere], instruments=[order("1")])
    assert both.state is NO, "one that certainly has none is enough"
    assert judged("order_names_bodies", bodies=[other]).state is OPEN, "no order is recorded at all"
    assert judged("order_names_bodies", bodies=[other], instruments=[CERTIFICATE]).state is OPEN
    assert judged("order_names_bodies", instruments=[order("1")]).state is OPEN, "no body is recorded"


@pytest.mark.parametrize(
    ("cited", "state", "value"), [(("live",), YES, 0), (("over",), NO, 1), (("over", "live"), YES, 0)]
)
def test_nothing_rests_on_what_has_lapsed(cited: tuple[str, ...], state: State, value: int) -> None:
    instruments = [order("live"), order("over", in_force=False)]
    found = judged("no_lapsed_instrument", instruments=instruments, cited=[Cited("r", "body", "order_number", cited)])
    assert (found.state, found.value) == (state, value)


def test_what_has_lapsed_and_is_not_cited_does_no_harm() -> None:
    assert judged("no_lapsed_instrument", instruments=[order("over", in_force=False)]).state is YES
    assert judged("no_lapsed_instrument").state is OPEN


def test_the_step_is_ready_when_all_hold_and_not_known_of_nobody() -> None:
    bodies = [body("q", "steering_committee", "1/2569", ["1"])]
    whole = situation(TEN, certified=TEN.split(), bodies=bodies, instruments=[order("1")])
    assert formalize_ties(whole).state is Readiness.READY
    nobody = formalize_ties(situation())
    assert (nobody.state, {one.value for one in nobody.conditions}) == (Readiness.UNKNOWN, {None})
