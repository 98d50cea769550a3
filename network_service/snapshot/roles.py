"""The people and bodies around the network: seats, linkers, managers, sub-networks."""

import json

from network_service.domain.vocabulary import ACTIVE_STATUSES
from network_service.snapshot.model import BodyInfo, Linker, Manager, Seat, SubNetworkInfo
from network_service.snapshot.people import Standing
from network_service.snapshot.reading import Reading


def read_bodies(reading: Reading) -> tuple[BodyInfo, ...]:
    """The bodies in force, ordered by id."""
    return tuple(BodyInfo(*row) for row in reading.rows(["body"], ["id", "name", "body_kind"]))


def read_seats(reading: Reading, standing: Standing) -> tuple[Seat, ...]:
    """The seats held on the day, each with the person who sits there and the actor it speaks for, where known."""
    seats = []
    for holder, body, role in reading.rows(["appointed_to"], ["source", "target", "role"]):
        kind = standing.kind_of(holder)
        person = standing.person_in_seat(holder)
        actor = standing.actor_of(holder)
        sector = standing.sector_of(actor)
        seats.append(Seat(body, holder, kind, standing.name_of(holder), role, person, actor, sector))
    return tuple(sorted(seats, key=lambda seat: (seat.body, seat.holder, seat.role)))


def read_linkers(reading: Reading, standing: Standing) -> tuple[Linker, ...]:
    """The designated linkers; a person's ties are those of the group it links where it speaks for that group."""
    found = [
        Linker(
            id=node,
            name=standing.name_of(node),
            kind=standing.kind_of(node),
            links=linked,
            actor=(actor := standing.actor_of(node, prefer=linked)),
            sector=standing.sector_of(actor) or standing.sector_of(linked),
            to_sectors=tuple(json.loads(to_sectors or "[]")),
            accepted=accepted_on is not None,
        )
        for node, linked, to_sectors, accepted_on in reading.rows(
            ["links"], ["source", "target", "to_sectors", "accepted_on"]
        )
    ]
    return tuple(sorted(found, key=lambda linker: (linker.id, linker.links)))


def read_managers(reading: Reading, standing: Standing) -> tuple[Manager, ...]:
    """The network managers in force."""
    found = [
        Manager(
            id=person,
            name=standing.name_of(person),
            network=network,
            role=role,
            actor=(actor := standing.actor_of(person)),
            sector=sector or standing.sector_of(actor),
        )
        for person, network, role, sector in reading.rows(["manages"], ["source", "target", "role", "sector"])
    ]
    return tuple(sorted(found, key=lambda manager: (manager.id, manager.network, manager.role)))


def read_sub_networks(reading: Reading, active: frozenset[str]) -> tuple[SubNetworkInfo, ...]:
    """The sub-networks with those of their members that are active in the province network."""
    members: dict[str, set[str]] = {}
    for actor, network, status in reading.rows(["member_of"], ["source", "target", "status"]):
        if status in ACTIVE_STATUSES and actor in active:
            members.setdefault(network, set()).add(actor)
    return tuple(
        SubNetworkInfo(network, name, kind, tuple(sorted(members.get(network, ()))))
        for network, name, kind in reading.rows(["sub_network"], ["id", "name", "sub_network_kind"])
    )
