"""Provinces of any size for the benchmarks: planted sectors, heavy-tailed degrees, frequencies 1 to 5, one seed."""

from __future__ import annotations

import random
from datetime import date

from network_service.domain.identity import id_from_name, id_of_tie
from network_service.domain.lens import Lens
from network_service.domain.nodes import Organization, ProvinceNetwork
from network_service.domain.record import Record
from network_service.domain.ties import CollaboratesWith, MemberOf
from network_service.domain.vocabulary import AreaLevel, Sector
from network_service.store.base import StoreWriter
from network_service.store.change import Change, ChangeSet

PROVINCE = "TH-98"
LENS = Lens(as_of=date(2026, 10, 1), provinces=(PROVINCE,))


def planted_records(actors: int, ties: int, seed: int = 1) -> list[Record]:
    """A network with its members and their declared collaboration; four ties of five stay inside a sector."""
    chance = random.Random(seed)
    sectors, areas = list(Sector), list(AreaLevel)
    network = ProvinceNetwork(id=id_from_name(PROVINCE, "province_network", "ทดสอบ"), province=PROVINCE, name="ทดสอบ")
    members = [
        Organization(
            id=id_from_name(PROVINCE, "organization", f"องค์กรทดสอบ {place}"),
            province=PROVINCE,
            name=f"องค์กรทดสอบ {place}",
            sector=sectors[place % len(sectors)],
            area_level=areas[place % len(areas)],
        )
        for place in range(actors)
    ]
    records: list[Record] = [network, *members]
    records += [
        MemberOf(
            id=id_of_tie(PROVINCE, "member_of", member.id, network.id),
            province=PROVINCE,
            source=member.id,
            target=network.id,
        )
        for member in members
    ]
    seen: set[tuple[int, int]] = set()
    while len(seen) < ties:
        # The square of a uniform number draws low places more often: a few actors have very many ties.
        source = int(actors * chance.random() ** 2)
        target = int(actors * chance.random() ** 2)
        if chance.random() < 0.8:
            target += (source - target) % len(sectors)
        if source == target or target >= actors or (source, target) in seen:
            continue
        seen.add((source, target))
        one, other = members[source].id, members[target].id
        records.append(
            CollaboratesWith(
                id=id_of_tie(PROVINCE, "collaborates_with", one, other),
                province=PROVINCE,
                source=one,
                target=other,
                frequency=chance.randint(1, 5),
            )
        )
    return records


def written(store: StoreWriter, records: list[Record]) -> None:
    """Write the records as one change set."""
    store.apply(ChangeSet("benchmark", "import", tuple(Change(record, 0) for record in records)))
