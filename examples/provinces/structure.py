"""The people, bodies, linkers and managers of a province made by rule, and what it agreed on and did."""

from datetime import date

from examples.ledger import Key
from examples.provinces.members import BEGINS, NETWORK, Member, Scene
from examples.provinces.naming import person_name
from network_service.domain.vocabulary import Sector, SubNetworkKind, label

_SPEAKERS = 4
"""Actors of a sector, at most, for whom a person speaks: those sit on the bodies in turn, two of four on each, so that
over five bodies nobody sits on more than three and each body shares people with the next."""
_LEVELS = ("inform", "consult", "involve", "collaborate", "empower")


def write_people(scene: Scene) -> None:
    """One person for each of the first actors of a sector, who represents it: they link, manage and sit on bodies."""
    number = 0
    for sector in scene.shape.sectors:
        for member in scene.of(sector)[:_SPEAKERS]:
            number += 1
            given, family = person_name(number)
            named = {"given_name": given, "family_name": family}
            scene.ledger.node(person_of(member), "person", f"{given} {family}", **named)


def write_bodies(scene: Scene) -> None:
    """The bodies that the province has, the sub-networks and the issues."""
    for kind in scene.shape.bodies:
        name = f"{label('body_kind', kind, 'th')} {scene.shape.name}"
        scene.ledger.node(
            ("body", kind), "body", name, name=name, body_kind=kind.value, order_number="1/2567", valid_from=BEGINS
        )
        for held in ("2025-11-19", "2026-03-18", "2026-08-19"):
            meeting = {"body": scene.ledger.id_of(("body", kind)), "held_on": held}
            scene.ledger.node(("meeting", f"{kind} {held}"), "meeting", **meeting)
    for part in SubNetworkKind if scene.shape.managed else ():
        name = f"{label('sub_network_kind', part, 'th')} {scene.shape.name}"
        named = {"name": name, "sub_network_kind": part.value, "valid_from": BEGINS}
        scene.ledger.node(("network", part), "sub_network", name, **named)


def write_representations(scene: Scene) -> None:
    """Whom the people represent, who links, who manages."""
    for sector in scene.shape.sectors:
        for member in scene.of(sector)[:_SPEAKERS]:
            scene.ledger.tie("represents", person_of(member), member.key, valid_from=BEGINS)
    others = [sector.value for sector in scene.shape.sectors]
    for sector in scene.shape.linked:
        for member in scene.of(sector)[:1]:
            outside = tuple(code for code in others if code != sector)
            since = date(2024, 12, 2)
            told = {"to_sectors": outside, "accepted_on": since, "valid_from": since}
            scene.ledger.tie("links", person_of(member), member.key, **told)
    if scene.shape.managed:
        roles: list[tuple[str, Key, Sector]] = [
            ("lead", NETWORK, Sector.STATE),
            ("deputy", NETWORK, Sector.CIVIL_SOCIETY),
        ]
        sectors = list(scene.shape.sectors)
        roles += [
            ("co_ordinator", ("network", kind), sectors[place % len(sectors)])
            for place, kind in enumerate(SubNetworkKind)
        ]
        for place, (role, network, sector) in enumerate(roles):
            person = person_of(scene.of(sector)[1 if place < 2 else 2 + place % 2 if len(scene.of(sector)) > 3 else 0])
            told = {"role": role, "sector": sector.value, "valid_from": BEGINS}
            scene.ledger.tie("manages", person, network, **told)


def write_seats(scene: Scene) -> None:
    """Seats of all sectors there are: each body takes other organisations in turn, so that nobody sits on many.

    A managed network has persons among its members too, one of each sector.
    """
    for place, kind in enumerate(scene.shape.bodies):
        clause = 0
        for sector in scene.shape.sectors:
            speakers = scene.of(sector)[:_SPEAKERS]
            for turn in range(max(1, len(speakers) // 2)):
                member = speakers[(place + turn) % len(speakers)]
                clause += 1
                role = {1: "chair", 2: "secretary"}.get(clause, "member")
                told = {"order_number": "1/2567", "clause": f"1.{clause}", "confidence": "documented"}
                scene.ledger.tie("appointed_to", member.key, ("body", kind), role=role, valid_from=BEGINS, **told)
    for sector in scene.shape.sectors if scene.shape.managed else ():
        for member in scene.of(sector)[:1]:
            scene.ledger.tie("member_of", person_of(member), NETWORK, status="self_declared", valid_from=BEGINS)
    for part in SubNetworkKind if scene.shape.managed else ():
        for sector in scene.shape.sectors:
            for member in scene.of(sector)[:5]:
                joined: dict[str, object] = {"status": "self_declared", "valid_from": BEGINS}
                scene.ledger.tie("member_of", member.key, ("network", part), **joined)


def person_of(member: Member) -> Key:
    """The key of the person who represents an actor."""
    return ("person", member.key[1])
