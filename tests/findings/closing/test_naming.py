"""Who is named for a part, rule by rule."""

from collections.abc import Callable
from dataclasses import replace

from network_service.findings.body_lacks_sector import body_lacks_sector
from network_service.findings.broker_not_designated import broker_not_designated
from network_service.findings.closing.ground import Ground
from network_service.findings.closing.naming import part_that_closes
from network_service.findings.finding import Finding
from network_service.findings.isolate import isolate
from network_service.findings.sector_with_one_linker import sector_with_one_linker
from network_service.findings.sector_without_linker import sector_without_linker
from network_service.findings.sub_network_of_one_sector import sub_network_of_one_sector
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot, SubNetworkInfo
from tests.findings.in_depth import InDepth, in_depth
from tests.findings.networks import body, network, organisation_linker, seats
from tests.process.hand import situation

Rule = Callable[[Snapshot, InDepth, Thresholds], list[Finding]]


def named(rule: Rule, snapshot: Snapshot) -> list[tuple[str, str, str] | None]:
    """Kind, actor and what it is for, of each finding of a rule."""
    measures, thresholds = in_depth(snapshot), Thresholds(brokerage_paths=1)
    ground, told = Ground(snapshot, measures, thresholds), []
    for finding in rule(snapshot, measures, thresholds):
        found = part_that_closes(finding, ground)
        told.append(None if found is None or found.of is None else (found.kind.value, found.actors[0].id, found.of.id))
    return told


def test_the_best_placed_of_a_sector_is_named_its_linker() -> None:
    snapshot = network("g1 g2 k1 k2", "g2-g1 g2-k1 k1-k2")
    assert named(sector_without_linker, snapshot) == [("linker", "g2", "state"), ("linker", "k1", "community")]


def test_who_links_already_does_not_stand_in_for_itself() -> None:
    snapshot = network("g1 g2 g3", "g1-g2 g1-g3", linkers=[organisation_linker("g1")])
    assert named(sector_with_one_linker, snapshot) == [("linker", "g2", "state")]
    assert named(sector_with_one_linker, network("g1", linkers=[organisation_linker("g1")])) == [None]


def test_a_broker_is_named_itself() -> None:
    snapshot = network("b1 g1 k1", "b1-g1 g1-k1", linkers=[organisation_linker("k1")])
    assert named(broker_not_designated, snapshot) == [("linker", "g1", "state")]


def test_a_body_gets_a_linker_of_the_missing_sector_else_its_best_placed() -> None:
    parts = {"bodies": [body("q")], "seats": seats("q", "a1 b1 g1 v1")}
    actors, ties = "a1 b1 g1 k1 k2 v1", "k1-g1"
    assert named(body_lacks_sector, network(actors, ties, **parts)) == [("seat", "k1", "q")]
    linked = network(actors, ties, linkers=[organisation_linker("k2")], **parts)
    assert named(body_lacks_sector, linked) == [("seat", "k2", "q")]


def test_where_no_required_sector_is_missing_any_without_a_seat_will_do() -> None:
    snapshot = network("c1 g1", bodies=[body("q")], seats=seats("q", "g1"))
    only = Thresholds(required_sectors=frozenset({"state"}))
    [finding] = body_lacks_sector(snapshot, in_depth(snapshot), only)
    found = part_that_closes(finding, Ground(snapshot, in_depth(snapshot), only))
    assert found is not None
    assert found.actors[0].id == "c1"


def test_a_sector_without_members_cannot_be_named_from() -> None:
    assert named(body_lacks_sector, network("g1", bodies=[body("q")], seats=seats("q", "g1"))) == [None]
    unknown = network("g1 x1", bodies=[body("q")], seats=seats("q", "x1"))
    assert named(body_lacks_sector, unknown) == [None]


def _of_one_sector(snapshot: Snapshot, _measures: InDepth, thresholds: Thresholds) -> list[Finding]:
    affairs = situation(" ".join(snapshot.actors.ids)).affairs
    return sub_network_of_one_sector(snapshot, affairs, thresholds)


def test_a_sub_network_gets_whom_its_members_work_with_already() -> None:
    snapshot = network("b1 g1 g2 k1 k2", "g1-k2 b1-k1 k1-k2")
    inside = replace(snapshot, sub_networks=(SubNetworkInfo("s", "ย่อย", "area_data", ("g1", "g2")),))
    assert named(_of_one_sector, inside) == [("member", "k2", "s")]
    alone = replace(network("g1"), sub_networks=(SubNetworkInfo("s", "ย่อย", "area_data", ("g1",)),))
    assert named(_of_one_sector, alone) == [None]


def test_what_asks_for_no_part_gets_none() -> None:
    assert named(isolate, network("g1 g2 g3 g4", "g1-g2")) == [None, None]
