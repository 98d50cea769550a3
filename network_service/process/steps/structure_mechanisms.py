"""Step 5: the five bodies, each with its order, chair, secretary, sectors and meetings, and how they are joined."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from network_service.domain.vocabulary import BodyKind, BodyRole
from network_service.process.calendar import months_before
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, none_missing, surely_at_least
from network_service.process.situation import Situation
from network_service.snapshot.affairs.meetings import BodyAffairs
from network_service.snapshot.model import Seat

_OF_EACH = {
    "body_orders": Responsible.GOVERNORS_OFFICE,
    "body_chairs": Responsible.GOVERNORS_OFFICE,
    "body_secretaries": Responsible.GOVERNORS_OFFICE,
    "body_sectors": Responsible.GOVERNORS_OFFICE,
    "body_meetings": Responsible.BODY_SECRETARIES,
}
"""What is asked of the body of each kind, and who must act."""
_RANK = (State.TRUE, State.UNKNOWN, State.FALSE)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A body, and how it stands in each of the things asked of it."""

    body: BodyAffairs
    states: dict[str, State]

    def rank(self) -> tuple[int, int, str]:
        """Where several bodies are of one kind, the one that lacks least stands for it."""
        states = [*self.states.values()]
        return states.count(State.FALSE), states.count(State.UNKNOWN), self.body.id


def structure_mechanisms(situation: Situation) -> Step:
    """Each of the five kinds of body exists and is complete; bodies are joined, nobody sits on too many."""
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in situation.snapshot.seats:
        seats[seat.body].append(seat)
    best: dict[str, _Judged] = {}
    for body in situation.affairs.bodies:
        judged = _Judged(body, _states(situation, body, seats[body.id]))
        best[body.body_kind] = min(best.get(body.body_kind, judged), judged, key=_Judged.rank)
    return Step(
        "structure_mechanisms",
        (
            _kinds(situation, best),
            *(_of_each(situation, code, best) for code in _OF_EACH),
            _joined(situation),
            _seats_per_person(situation),
        ),
    )


def _kinds(situation: Situation, best: dict[str, _Judged]) -> Condition:
    """The five kinds exist; absence answers once any body is recorded."""
    missing = tuple(kind.value for kind in BodyKind if kind not in best)
    known = bool(situation.affairs.bodies)
    return Condition(
        "body_kinds",
        none_missing(len(missing), 0) if known else State.UNKNOWN,
        len(BodyKind) - len(missing) if known else None,
        len(BodyKind),
        Responsible.GOVERNORS_OFFICE,
        {"body_kinds_missing": missing},
        {"body_kind": missing},
    )


def _states(situation: Situation, body: BodyAffairs, seats: list[Seat]) -> dict[str, State]:
    """How a body stands; what is absent answers once anything of its kind is recorded of some body."""
    affairs, roles = situation.affairs, {seat.role for seat in seats}
    any_order = any(one.is_order for one in affairs.instruments) or any(one.order_number for one in affairs.bodies)
    any_seat, any_meeting = bool(situation.snapshot.seats), any(one.meetings for one in affairs.bodies)
    sectors = {seat.sector for seat in seats} - {None}
    unknown = sum(seat.sector is None for seat in seats)
    since = months_before(situation.today, situation.standards.meeting_months)
    least = situation.standards.sectors_on(body.body_kind)
    return {
        "body_orders": _there(bool(body.order_number or body.orders), any_order),
        "body_chairs": _there(BodyRole.CHAIR in roles, any_seat),
        "body_secretaries": _there(BodyRole.SECRETARY in roles, any_seat),
        "body_sectors": surely_at_least(len(sectors), len(sectors) + unknown, least) if any_seat else State.UNKNOWN,
        "body_meetings": _there(body.last_met_on is not None and body.last_met_on >= since, any_meeting),
    }


def _there(there: bool, answered: bool) -> State:
    if there:
        return State.TRUE
    return State.FALSE if answered else State.UNKNOWN


def _of_each(situation: Situation, code: str, best: dict[str, _Judged]) -> Condition:
    """One thing asked of the body that stands for each kind; kinds that are missing altogether are told elsewhere."""
    by_state = {state: sorted(one.body.id for one in best.values() if one.states[code] is state) for state in _RANK}
    lacking, open_ = by_state[State.FALSE], by_state[State.UNKNOWN]
    state = max((one.states[code] for one in best.values()), key=_RANK.index, default=State.UNKNOWN)
    return Condition(
        code,
        state,
        None if state is State.UNKNOWN else len(by_state[State.TRUE]),
        len(best) if best else len(BodyKind),
        _OF_EACH[code],
        {"bodies_lacking": tuple(lacking), "bodies_not_known": tuple(open_)},
        {"names": situation.names(lacking or open_), **_standard(situation, code)},
    )


def _standard(situation: Situation, code: str) -> dict[str, int]:
    """The number that the sentence of a condition names beside how many bodies hold to it."""
    standards = situation.standards
    return {
        "body_sectors": {"least": standards.body_sectors, "least_support": standards.support_body_sectors},
        "body_meetings": {"months": standards.meeting_months},
    }.get(code, {})


def _joined(situation: Situation) -> Condition:
    """Every two bodies are joined by people who sit on several, directly or through other bodies.

    A seat of which nobody knows who sits there may be the one that joins: where too few are known it is not known.
    """
    groups, seats = situation.measured.body_groups, situation.snapshot.seats
    cover = sum(seat.person is not None for seat in seats) / len(seats) if seats else 0.0
    state = State.UNKNOWN
    if groups and seats:
        enough = cover >= situation.standards.data_cover
        state = State.TRUE if len(groups) == 1 else State.FALSE if enough else State.UNKNOWN
    known = state is not State.UNKNOWN
    apart = sorted(groups or (), key=lambda group: (-len(group), sorted(group)))[1:] if known else []
    ids = sorted(body for group in apart for body in group)
    return Condition(
        "bodies_joined",
        state,
        len(groups or ()) if known else None,
        1,
        Responsible.GOVERNORS_OFFICE,
        {"groups": len(groups or ()), "bodies_apart": tuple(ids), "seats": len(seats), "person_known_share": cover},
        {"names": situation.names(ids)},
    )


def _seats_per_person(situation: Situation) -> Condition:
    """Nobody sits on more bodies than the standard; seats of unknown holder could hide another where they are many."""
    most, seats = situation.standards.bodies_per_person, situation.snapshot.seats
    bodies = Counter(person for person, _ in {(seat.person, seat.body) for seat in seats if seat.person is not None})
    over = sorted(person for person, count in bodies.items() if count > most)
    cover = sum(seat.person is not None for seat in seats) / len(seats) if seats else 0.0
    known = bool(over) or cover >= situation.standards.data_cover
    return Condition(
        "bodies_per_person",
        none_missing(len(over), 0) if known else State.UNKNOWN,
        max(bodies.values(), default=0) if known else None,
        most,
        Responsible.GOVERNORS_OFFICE,
        {"people_over": tuple(over), "seats": len(seats), "person_known_share": cover},
        {"names": situation.names(over)},
    )
