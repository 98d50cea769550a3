"""Networks and affairs made by hand: a sector by the first letter of an actor's id, everything else as a test says."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from network_service.domain.lens import Lens
from network_service.process.condition import Condition, Step
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.snapshot.affairs.actors import ActorAffairs
from network_service.snapshot.affairs.agreements import AgreementAffairs
from network_service.snapshot.affairs.collaboration import Declared
from network_service.snapshot.affairs.held import Involved
from network_service.snapshot.affairs.instruments import InstrumentAffairs
from network_service.snapshot.affairs.meetings import BodyAffairs, NetworkAffairs
from network_service.snapshot.affairs.memberships import Membership
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.surroundings import RatingAffairs
from network_service.snapshot.affairs.work import (
    ActivityAffairs,
    IssueAffairs,
    PlanAffairs,
    ServiceAffairs,
    TaskAffairs,
)
from network_service.snapshot.model import BodyInfo, Linker, Manager, Seat
from tests.findings.networks import SECTORS, network
from tests.process.figures import Figures

TODAY = date(2026, 1, 15)
"""The day of the networks made by hand."""
NET = "net"
"""Id of the province network."""


def situation(
    actors: str = "",
    ties: str = "",
    /,
    *,
    figures: Figures | None = None,
    certified: Iterable[str] = (),
    linkers: Sequence[Linker] = (),
    managers: Sequence[Manager] = (),
    seats: Sequence[Seat] = (),
    standards: Standards | None = None,
    **affairs: Any,
) -> Situation:
    """A network such as `g1 g2 b1` with ties such as `g1-b1`; its members are told by the affairs too."""
    bodies: Sequence[BodyAffairs] = affairs.get("bodies", ())
    snapshot = network(
        actors,
        ties,
        linkers=linkers,
        managers=managers,
        bodies=[BodyInfo(one.id, one.name, one.body_kind) for one in bodies],
        seats=seats,
    )
    ids = snapshot.actors.ids
    told = {
        "networks": (NetworkAffairs(NET, "เครือข่าย", "province_network", None, ()),),
        "memberships": tuple(member(one) for one in ids),
        "actors": tuple(actor(one) for one in ids),
        **{name: tuple(rows) for name, rows in affairs.items()},
    }
    lens = Lens(as_of=TODAY, provinces=("TH-98",))
    return Situation(
        replace(snapshot, lens=lens, certified=frozenset(certified)),
        Affairs(lens, 1, "", **told),
        figures or Figures(),
        standards or Standards(),
    )


def condition(step: Step, code: str) -> Condition:
    """A condition of a step by its code."""
    (found,) = [one for one in step.conditions if one.code == code]
    return found


def actor(one: str, **told: Any) -> ActorAffairs:
    """A group or organisation of which nothing is told but its sector."""
    empty = ActorAffairs(one, one.upper(), "organization", SECTORS[one[0]], None, None, None, (), (), (), (), 0, None)
    return replace(empty, **told)


def member(
    one: str, level: str = "organization", status: str = "self_declared", paper: str | None = None
) -> Membership:
    """A membership of the province network."""
    return Membership(one, level, NET, status, paper, None)


def involved(actors: str, role: str | None = None) -> tuple[Involved, ...]:
    """Actors that have a part in something, such as `g1 b1`; `x1` is one of unknown sector."""
    return tuple(Involved(one, one, SECTORS[one[0]], role) for one in actors.split())


def seat(body: str, one: str, role: str = "member", person: str | None = None) -> Seat:
    """A seat that speaks for an actor."""
    return Seat(body, person or one, "person" if person else "organization", role, person, one, SECTORS[one[0]])


def manager(actor: str | None, role: str = "lead", network: str = NET, person: str = "p1") -> Manager:
    """A manager who speaks for an actor."""
    return Manager(person, person, network, role, actor, None if actor is None else SECTORS[actor[0]])


def linker(links: str, *, actor: str | None = None, person: str = "", accepted: bool = True) -> Linker:
    """A person who links a group or organisation, and speaks for it unless told otherwise."""
    speaks = actor or links
    return Linker(person or f"p-{links}", person, "person", links, speaks, SECTORS[links[0]], (), accepted)


def body(
    one: str, kind: str, order: str | None = None, orders: Sequence[str] = (), met: date | None = None
) -> BodyAffairs:
    """A body, its order and its last meeting."""
    return BodyAffairs(one, f"คณะ {one}", kind, order, tuple(orders), None, (met,) if met else ())


def order(one: str, **told: Any) -> InstrumentAffairs:
    """An order in force, signed by the governor unless told otherwise."""
    day = date(2025, 1, 1)
    signed = InstrumentAffairs(one, f"คำสั่ง {one}", "order", None, day, True, True, day, None, None)
    return replace(signed, **told)


def task(one: str, responsible: str = "", accountable: str = "", **told: Any) -> TaskAffairs:
    """A task with who does it and who answers for it."""
    parts = (*involved(responsible, "responsible"), *involved(accountable, "accountable"))
    return replace(TaskAffairs(one, f"งาน {one}", None, None, None, None, None, parts), **told)


def issue(one: str, **told: Any) -> IssueAffairs:
    """An issue of which nothing is told."""
    return replace(IssueAffairs(one, f"ประเด็น {one}", None, None, False, None, None, (), (), (), ()), **told)


def plan(one: str, **told: Any) -> PlanAffairs:
    """A plan of which nothing is told."""
    return replace(PlanAffairs(one, f"แผน {one}", None, None, None, None, False, None, ()), **told)


def service(one: str, **told: Any) -> ServiceAffairs:
    """A service of which nothing is told."""
    return replace(ServiceAffairs(one, f"บริการ {one}", None, None, None, (), ()), **told)


def activity(one: str, **told: Any) -> ActivityAffairs:
    """An activity of which nothing is told."""
    empty = ActivityAffairs(one, f"กิจกรรม {one}", None, None, None, None, None, None, None, (), (), ())
    return replace(empty, **told)


def agreement(one: str, parties: str, covers: Sequence[str] = (), **told: Any) -> AgreementAffairs:
    """An agreement in force in which everything is written."""
    complete = AgreementAffairs(
        id=one,
        name=f"ข้อตกลง {one}",
        agreement_kind="mou",
        parties=involved(parties),
        covers=tuple(covers),
        signed=True,
        signed_on=date(2025, 1, 1),
        starts_on=date(2025, 1, 1),
        ends_on=date(2027, 1, 1),
        stage=None,
        has_objective=True,
        indicators=1,
        resource_kinds=("place",),
        budget_baht=None,
        is_monitored=True,
    )
    return replace(complete, **told)


def rating(kind: str, mean: float | None, raters: int = 10, asked: int | None = 10, **told: Any) -> RatingAffairs:
    """A result of a survey."""
    return replace(RatingAffairs(kind, None, None, None, "1", date(2025, 6, 1), asked, raters, mean), **told)


def declared(tie: str, frequency: int | None = None, **told: Any) -> Declared:
    """A declared tie such as `g1-b1`."""
    source, target = tie.split("-")
    return Declared(source, target, frequency, 0, None, None, None)._replace(**told)
