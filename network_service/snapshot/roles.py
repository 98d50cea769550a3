"""The people and bodies around the network: seats, linkers, managers, sub-networks.

A role counts only while both of its ends hold: who has left links nobody, though nobody ended the tie. What is passed
over so is counted.
"""

import json
from collections.abc import Collection, Sequence
from typing import Any

from network_service.domain.vocabulary import ACTIVE_STATUSES
from network_service.snapshot.model import BodyInfo, Linker, Manager, Seat, SubNetworkInfo
from network_service.snapshot.people import Standing
from network_service.snapshot.reading import Reading


class Roles:
    """Reads the roles of one day; `passed_over` counts those of which an end no longer holds."""

    def __init__(self, reading: Reading, standing: Standing, networks: Collection[str]) -> None:
        """Read with this reading; `networks` are the province networks that hold."""
        self._reading = reading
        self._standing = standing
        self._networks = frozenset(networks)
        self.passed_over = 0

    def bodies(self) -> tuple[BodyInfo, ...]:
        """The bodies in force, ordered by id."""
        return tuple(BodyInfo(*row) for row in self._reading.rows(["body"], ["id", "name", "body_kind"]))

    def seats(self, bodies: Collection[BodyInfo]) -> tuple[Seat, ...]:
        """The seats held, each with the person who sits there and the actor it speaks for, where known."""
        standing, seats = self._standing, []
        for holder, body, role in self._between("appointed_to", {body.id for body in bodies}, ["role"]):
            actor = standing.actor_of(holder)
            seats.append(
                Seat(
                    body=body,
                    holder=holder,
                    holder_kind=standing.kind_of(holder),
                    role=role,
                    person=standing.person_in_seat(holder),
                    actor=actor,
                    sector=standing.sector_of(actor),
                )
            )
        return tuple(sorted(seats, key=lambda seat: (seat.body, seat.holder, seat.role)))

    def linkers(self) -> tuple[Linker, ...]:
        """The designated linkers, each for the sector of the group it links.

        A person's ties are those of that group where the person speaks for it.
        """
        standing = self._standing
        found = [
            Linker(
                id=node,
                name=standing.name_of(node),
                kind=standing.kind_of(node),
                links=linked,
                actor=standing.actor_of(node, prefer=linked),
                sector=standing.sector_of(linked),
                to_sectors=tuple(json.loads(to_sectors or "[]")),
                accepted=accepted_on is not None,
            )
            for node, linked, to_sectors, accepted_on in self._between(
                "links", standing.actors, ["to_sectors", "accepted_on"]
            )
        ]
        return tuple(sorted(found, key=lambda linker: (linker.id, linker.links)))

    def managers(self, sub_networks: Collection[SubNetworkInfo]) -> tuple[Manager, ...]:
        """The managers in force of the networks and sub-networks in force."""
        standing = self._standing
        managed = self._networks | {network.id for network in sub_networks}
        found = [
            Manager(
                id=person,
                name=standing.name_of(person),
                network=network,
                role=role,
                actor=(actor := standing.actor_of(person)),
                sector=sector or standing.sector_of(actor),
            )
            for person, network, role, sector in self._between("manages", managed, ["role", "sector"])
        ]
        return tuple(sorted(found, key=lambda manager: (manager.id, manager.network, manager.role)))

    def sub_networks(self, active: frozenset[str]) -> tuple[SubNetworkInfo, ...]:
        """The sub-networks with those of their members that are active in the province network."""
        members: dict[str, set[str]] = {}
        for actor, network, status in self._reading.rows(["member_of"], ["source", "target", "status"]):
            if status in ACTIVE_STATUSES and actor in active:
                members.setdefault(network, set()).add(actor)
        return tuple(
            SubNetworkInfo(network, name, kind, tuple(sorted(members.get(network, ()))))
            for network, name, kind in self._reading.rows(["sub_network"], ["id", "name", "sub_network_kind"])
        )

    def _between(self, kind: str, targets: Collection[str], fields: Sequence[str]) -> list[tuple[Any, ...]]:
        """Source, target and fields of the ties of a kind whose ends both hold."""
        rows = self._reading.rows([kind], ["source", "target", *fields])
        kept = [row for row in rows if self._standing.holds(row[0]) and row[1] in targets]
        self.passed_over += len(rows) - len(kept)
        return kept
