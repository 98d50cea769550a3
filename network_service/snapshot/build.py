"""Builds a snapshot: reads columns from a store once and keeps what the lens shows."""

from collections.abc import Sequence

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import ACTIVE_STATUSES, MembershipStatus
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import Actors, Hidden, Snapshot
from network_service.snapshot.people import Standing, read_standing
from network_service.snapshot.reading import Reading
from network_service.snapshot.roles import Roles
from network_service.snapshot.ties import read_ties
from network_service.store.base import StoreReader


def build_snapshot(reader: StoreReader, lens: Lens) -> Snapshot:
    """The network that a lens shows, at the lens's revision or the latest.

    Actors are the active members (self-declared or certified) of the province network, of the levels of the lens.
    """
    revision = reader.revision() if lens.revision is None else lens.revision
    reading = Reading(reader, lens, revision)
    networks = reading.columns(["province_network"], ["id", "name", "synthetic"])
    statuses = _statuses(reading, frozenset(networks["id"]))
    standing = read_standing(reading)
    actors, hidden_by_level, not_active = _actors(lens, standing, statuses)
    ties, hidden_ties = read_ties(reading, actors, frozenset(networks["id"]), lens)
    active = frozenset(actor for actor, status in statuses.items() if status in ACTIVE_STATUSES)
    roles = Roles(reading, standing, networks["id"])
    bodies, sub_networks, linkers = roles.bodies(), roles.sub_networks(active), roles.linkers()
    seats, managers = roles.seats(bodies), roles.managers(sub_networks)
    named = {seat.person for seat in seats} | {linker.id for linker in linkers} | {manager.id for manager in managers}
    snapshot = Snapshot(
        lens=lens,
        revision=revision,
        network_names=tuple(networks["name"]),
        synthetic=any(networks["synthetic"]),
        actors=actors,
        ties=ties,
        content_hash="",
        certified=frozenset(a for a in actors.ids if statuses[a] == MembershipStatus.CERTIFIED),
        people={
            person: standing.people[person]
            for person in sorted(person for person in named if person in standing.people)
        },
        bodies=bodies,
        seats=seats,
        linkers=linkers,
        managers=managers,
        sub_networks=sub_networks,
        hidden=Hidden(
            actors_by_level=hidden_by_level,
            actors_not_active=not_active,
            roles_not_in_force=roles.passed_over,
            **hidden_ties,
        ),
    )
    object.__setattr__(snapshot, "content_hash", content_hash(snapshot))
    return snapshot


def _statuses(reading: Reading, networks: frozenset[object]) -> dict[str, str]:
    """Membership status in the province network by actor; where two hold on the day, the active one counts."""
    members = reading.columns(["member_of"], ["source", "target", "status"])
    found: dict[str, str] = {}
    for actor, network, status in zip(members["source"], members["target"], members["status"], strict=True):
        if network in networks and found.get(actor) not in ACTIVE_STATUSES:
            found[actor] = status
    return found


def _actors(lens: Lens, standing: Standing, statuses: dict[str, str]) -> tuple[Actors, int, int]:
    """The actors shown, how many active ones their level hides, and how many of a shown level are not active."""
    shown: list[tuple[str, str, str, str | None, str | None]] = []
    hidden_by_level = not_active = 0
    rows = list(standing.actor_rows())
    rows += [
        (person, name, "person", standing.sector_of_person(person), None) for person, name in standing.people.items()
    ]
    for row in rows:
        active = statuses.get(row[0]) in ACTIVE_STATUSES
        if not active:
            # A person without any membership is somebody who holds a role, not a member whom the lens hides.
            not_active += row[2] in lens.levels and (row[2] != "person" or row[0] in statuses)
        elif row[2] in lens.levels:
            shown.append(row)
        else:
            hidden_by_level += 1
    shown.sort()
    columns: Sequence[Sequence[object]] = list(zip(*shown, strict=True)) or [(), (), (), (), ()]
    ids, names, levels, sectors, areas = columns
    return Actors(tuple(ids), tuple(names), tuple(levels), tuple(sectors), tuple(areas)), hidden_by_level, not_active  # type: ignore[arg-type]
