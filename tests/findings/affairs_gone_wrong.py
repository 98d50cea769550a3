"""Networks that between them call for every sentence of the rules over affairs and readiness."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from network_service.findings.finding import Finding
from network_service.findings.rules_of_affairs import RULES_OF_AFFAIRS, RULES_OF_READINESS
from network_service.findings.thresholds import Thresholds
from network_service.process.readiness import read_readiness
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.affairs.collaboration import Declared
from network_service.snapshot.affairs.held import Involved
from network_service.snapshot.affairs.work import TaskAffairs
from tests.findings.affairs import area, days_ago, in_days, population, term
from tests.process.hand import (
    NET,
    activity,
    actor,
    agreement,
    body,
    declared,
    involved,
    issue,
    manager,
    order,
    seat,
    situation,
    task,
)


def affairs_gone_wrong() -> Iterator[Situation]:
    """Everything is wrong in the first; the second has what the first cannot have as well."""
    unknown = Involved("p9", None, None)
    parties = (*involved("b1 g1 v1"), unknown)
    yield situation(
        "b1 b2 g1 g2 k1 v1",
        "g1-k1",
        certified=["b1", "b2", "k1"],
        actors=[
            actor("b1", last_verified_on=days_ago(500)),
            actor("b2"),
            actor("g1", offers=("place",), operates_in=("d1",)),
            actor("g2", serves=("p1",)),
            actor("k1", needs=("place",)),
            actor("v1"),
        ],
        people=[PersonAffairs("p1", "คุณ p1", "g1", None)],
        collaboration=[declared("b1-g2", 4), declared("g1-b1"), declared("g1-g2"), *_ring()],
        agreements=[
            agreement("m1", "k1 g1", ends_on=in_days(5)),
            replace(agreement("m2", "", ends_on=in_days(300)), parties=parties),
        ],
        issues=[issue("i1", stakeholder_sectors=("state",), workers=involved("g1")), issue("i2"), issue("i3")],
        activities=[
            activity("a1", held_on=date(2026, 1, 2), participants=involved("g1"), concerns=("i1",)),
            activity("a2", participants=involved("b2")),
        ],
        tasks=[*_tasks("g1", 4), *_tasks("g2", 1), *_tasks("v1", 1)],
        areas=[area("d1"), area("d2")],
        population_groups=[population("p1", "children"), population("p2"), population("p3")],
        instruments=[order("o", expires_on=in_days(9))],
        bodies=[body("q", "executive_committee")],
        seats=[seat("q", "g1")],
        managers=[manager("g1"), manager("g1", "deputy", person="p2")],
        terms=[
            term("appointed_to", "g1", "q", in_days(5)),
            term("manages", "p1", NET, in_days(5), "lead"),
            term("links", "p1", "g1", in_days(5)),
        ],
    )
    yield situation(
        "x1",
        actors=[actor("x1", last_verified_on=days_ago(500)), actor("x2")],
        people=[PersonAffairs("p1", "คุณ p1", "x1", None)],
        issues=[issue("i1", stakeholder_sectors=("state",)), issue("i2", population_groups=("p1",))],
        collaboration=[declared("x1-z9")],
        agreements=[agreement("m", "x1 x2", ends_on=in_days(1))],
        terms=[term("manages", "p1", NET, in_days(5), "deputy")],
    )


def findings_of_affairs(situation: Situation) -> list[Finding]:
    """What all rules over affairs and readiness find."""
    thresholds = Thresholds(one_sided_pairs=1)
    told = [one for rule in RULES_OF_AFFAIRS for one in rule(situation.snapshot, situation.affairs, thresholds)]
    readings = read_readiness(situation)
    return [*told, *(one for rule in RULES_OF_READINESS for one in rule(readings, told, thresholds))]


def _ring() -> list[Declared]:
    return [declared("g2-v1"), declared("v1-k1"), declared("k1-g2")]


def _tasks(one: str, count: int) -> list[TaskAffairs]:
    return [task(f"{one}-{number}", one) for number in range(count)]
