"""Invented networks for the maps: snapshots made from a few numbers, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from random import Random

import numpy as np

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Sector
from network_service.findings.finding import Finding, Severity, Subject
from network_service.maps.sector_map import SectorMap, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import messages_in
from network_service.snapshot.model import Actors, Snapshot, Ties, index_array

REQUIRED = ("state", "business", "civil_society", "community", "academic")
AREA_LEVELS = ("national", "province", "district", "subdistrict", "village", None)
KINDS = ("สำนักงานเกษตร", "กลุ่มออมทรัพย์", "ชมรมผู้สูงอายุ", "มูลนิธิเด็ก", "ศูนย์วิจัยข้าว", "หอการค้า", "วัด")
PLACES = ("ต้นน้ำ", "กลางนา", "เนินทราย", "ปลายทุ่งใหญ่", "จังหวัดตัวอย่าง")
SEED = 11


def actor_id(number: int) -> str:
    """The id of an invented actor."""
    return f"{number:08x}-0000-5000-8000-000000000000"


def snapshot(
    sectors: Sequence[str | None],
    pairs: Iterable[tuple[int, int]] = (),
    *,
    names: Sequence[str] | None = None,
    levels: Sequence[str] | None = None,
    synthetic: bool = True,
    network: str = "เครือข่ายบริหารกิจการสาธารณะ จังหวัดตัวอย่าง",
) -> Snapshot:
    """A snapshot of actors of the given sectors and the ties between them."""
    size, ties = len(sectors), sorted({(min(pair), max(pair)) for pair in pairs})
    given = names or [f"{KINDS[n % len(KINDS)]}{PLACES[n % len(PLACES)]} {n + 1}" for n in range(size)]
    actors = Actors(
        ids=tuple(actor_id(n) for n in range(size)),
        names=tuple(given),
        levels=tuple(levels or ["organization"] * size),
        sectors=tuple(sectors),
        area_levels=tuple(AREA_LEVELS[n % len(AREA_LEVELS)] for n in range(size)),
    )
    ends = index_array(first for first, _ in ties), index_array(second for _, second in ties)
    rows = Ties(*ends, np.zeros(len(ties), dtype=np.int8), np.full(len(ties), np.nan))
    lens = Lens(as_of=date(2026, 10, 1), provinces=("TH-99",))
    return Snapshot(lens, 12, (network,), synthetic, actors, rows, "3fa9c17be2d04a66")


def figures(shown: Snapshot) -> ActorFigures:
    """Degrees of the snapshot, and values that stand in for betweenness: the square of the degree's share."""
    degrees = np.bincount(
        np.concatenate([shown.undirected.source, shown.undirected.target]), minlength=len(shown.actors)
    ).tolist()
    return ActorFigures([(degree / max(len(shown.actors) - 1, 1)) ** 2 for degree in degrees], degrees)


def province(size: int, *, seed: int = 3, isolates: int = 0, unknown: float = 0.0) -> Snapshot:
    """A network with a few hubs: all but the isolates are tied, and business is never tied to community."""
    dice = Random(seed)
    codes = [sector.value for sector in Sector]
    weights = (38, 30, 30, 20, 12, 10, 4, 6)
    sectors = [None if dice.random() < unknown else dice.choices(codes, weights)[0] for _ in range(size)]
    pull = [dice.paretovariate(1.3) for _ in range(size)]
    pairs: set[tuple[int, int]] = set()
    for actor in range(isolates, size):
        for other in dice.choices(range(isolates, size), pull[isolates:], k=3):
            if other != actor and {sectors[actor], sectors[other]} != {"business", "community"}:
                pairs.add((actor, other))
    return snapshot(sectors, pairs)


def finding(rule: str, *subjects: Subject, severity: Severity = Severity.MAJOR, **parameters: str | int) -> Finding:
    """A finding of a rule with the parameters of its sentence."""
    return Finding(rule, severity, subjects, {}, parameters, 1)


def isolate(shown: Snapshot, actor: int) -> Finding:
    """The finding that an actor has no tie."""
    ids, names = shown.actors.ids, shown.actors.names
    return finding("isolate", Subject("actor", ids[actor], names[actor]), name=names[actor], count=len(ids) - 1)


def untied(one: str, other: str) -> Finding:
    """The finding that two sectors have no tie between them."""
    subjects = Subject("sector", one, one), Subject("sector", other, other)
    told = {"sector_one": one, "sector_other": other, "members_one": 4, "members_other": 5, "count": 20, "unknown": 0}
    return finding("sector_pair_without_ties", *subjects, **told)


def absent(sector: str) -> Finding:
    """The finding that a required sector has no members."""
    return finding("sector_without_members", Subject("sector", sector, sector), sector=sector, count=9, unknown=0)


def drawn(
    shown: Snapshot,
    findings: Sequence[Finding] = (),
    *,
    language: str = "th",
    positions: dict[str, tuple[float, float]] | None = None,
    required: Sequence[str] = REQUIRED,
    seed: int = SEED,
) -> SectorMap:
    """The sector map of a snapshot."""
    return sector_map(
        shown,
        figures(shown),
        findings,
        messages=messages_in(language),
        seed=seed,
        required_sectors=required,
        positions=positions,
    )
