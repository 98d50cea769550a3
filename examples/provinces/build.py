"""The records of a province made by rule."""

from examples.dice import Dice
from examples.ledger import Ledger
from examples.provinces.collaborations import write_collaborations
from examples.provinces.doings import write_doings, write_participations
from examples.provinces.members import Scene, write_members, write_memberships, write_network
from examples.provinces.shapes import Shape
from examples.provinces.structure import write_bodies, write_people, write_representations, write_seats
from network_service.domain.record import Record


def province_records(shape: Shape) -> list[Record]:
    """All records, nodes before ties; the same on every machine and every day."""
    scene = Scene(shape, Ledger(shape.province), Dice(f"{shape.province}/1"))
    for write in (write_network, write_members, write_people, write_bodies, write_doings):
        write(scene)
    for write in (write_memberships, write_representations, write_seats, write_collaborations, write_participations):
        write(scene)
    return scene.ledger.records()
