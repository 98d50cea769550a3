"""What tells the provinces apart: size, sectors, how they hang together, and what they lack."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.domain.vocabulary import BodyKind, Sector


@dataclass(frozen=True, slots=True)
class Shape:
    """Parameters of an invented province.

    Actors stand in `pieces` that have ties of their own; `joined` pairs of them share a single tie. An actor declares
    `declared` ties, `same_sector` in a hundred to its own sector, and `returned` in a hundred come back. `alone` actors
    have no tie. Where sectors are `acquainted`, every two of them have a tie. Without `managed` nobody manages the
    network. `linked` sectors have a linker.
    """

    province: str
    name: str
    sectors: Mapping[Sector, int]
    districts: int
    pieces: int
    joined: tuple[tuple[int, int], ...]
    declared: tuple[int, int]
    same_sector: int
    returned: int
    alone: int
    acquainted: bool
    bodies: tuple[BodyKind, ...]
    managed: bool
    linked: tuple[Sector, ...]
    certified: int
    agreements: int
    activities: int


_ALL = tuple(Sector)

SHAPES: dict[str, Shape] = {
    shape.province: shape
    for shape in (
        Shape(
            province="TH-97",
            name="จังหวัดสมมุติน้อย",
            sectors={
                Sector.STATE: 12,
                Sector.CIVIL_SOCIETY: 8,
                Sector.COMMUNITY: 8,
                Sector.BUSINESS: 6,
                Sector.ACADEMIC: 4,
                Sector.CITIZEN: 2,
            },
            districts=3,
            pieces=1,
            joined=(),
            declared=(4, 6),
            same_sector=35,
            returned=75,
            alone=0,
            acquainted=True,
            bodies=tuple(BodyKind),
            managed=True,
            linked=_ALL[:6],
            certified=95,
            agreements=8,
            activities=12,
        ),
        Shape(
            province="TH-99",
            name="จังหวัดสมมุติใหญ่",
            sectors={
                Sector.STATE: 140,
                Sector.CIVIL_SOCIETY: 120,
                Sector.COMMUNITY: 160,
                Sector.BUSINESS: 80,
                Sector.ACADEMIC: 36,
                Sector.CITIZEN: 34,
                Sector.POLITICAL: 12,
                Sector.OTHER_STAKEHOLDER: 18,
            },
            districts=18,
            pieces=1,
            joined=(),
            declared=(2, 5),
            same_sector=55,
            returned=25,
            alone=9,
            acquainted=False,
            bodies=tuple(BodyKind),
            managed=True,
            linked=_ALL,
            certified=60,
            agreements=30,
            activities=30,
        ),
        Shape(
            province="TH-01",
            name="จังหวัดสมมุติแยกส่วน",
            sectors={
                Sector.STATE: 46,
                Sector.CIVIL_SOCIETY: 22,
                Sector.COMMUNITY: 44,
                Sector.POLITICAL: 8,
            },
            districts=5,
            pieces=4,
            joined=((0, 1), (0, 2)),
            declared=(1, 3),
            same_sector=80,
            returned=10,
            alone=5,
            acquainted=False,
            bodies=(BodyKind.STEERING_COMMITTEE, BodyKind.PROVINCIAL_SUPPORT_WG),
            managed=False,
            linked=(Sector.STATE,),
            certified=20,
            agreements=3,
            activities=4,
        ),
    )
}
"""The provinces by code."""
