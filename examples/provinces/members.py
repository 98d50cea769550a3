"""The network of a province made by rule, its areas, its actors and their memberships."""

from dataclasses import dataclass, field
from datetime import date

from examples.dice import Dice
from examples.ledger import Key, Ledger
from examples.provinces.naming import actor_name, district_name
from examples.provinces.shapes import Shape
from network_service.domain.vocabulary import Sector, terms

NETWORK = ("network", "network")
BEGINS = date(2024, 10, 1)
TODAY = date(2026, 10, 1)
"""The day on which the provinces are compared, the sample's own."""
_LEVELS = (("province", 35), ("district", 35), ("subdistrict", 20), ("village", 10))


@dataclass(frozen=True, slots=True)
class Member:
    """An actor: its key, its sector, the piece of the network and the district it stands in."""

    key: Key
    sector: Sector
    piece: int
    district: int


@dataclass(slots=True)
class Scene:
    """A province being made."""

    shape: Shape
    ledger: Ledger
    dice: Dice
    members: list[Member] = field(default_factory=list)

    def of(self, sector: Sector) -> list[Member]:
        """The members of a sector that have ties, best tied first."""
        return [member for member in self.members if member.sector is sector and member.piece >= 0]


def write_network(scene: Scene) -> None:
    """The network, marked as invented, the order that set it up, the province and its districts."""
    shape, code = scene.shape, scene.shape.province.removeprefix("TH-")
    name = f"เครือข่ายบริหารกิจการสาธารณะ {shape.name}"
    scene.ledger.node(NETWORK, "province_network", name, name=name, synthetic=True, valid_from=BEGINS)
    scene.ledger.node(
        ("instrument", "order"),
        "instrument",
        name=f"คำสั่งแต่งตั้งคณะกรรมการและรับรองภาคีสมาชิก {shape.name}",
        instrument_kind="order",
        number="1",
        year=2024,
        signed_on=BEGINS,
        valid_from=BEGINS,
        signed_by="ผู้ว่าราชการจังหวัดสมมุติ",
        confidence="documented",
    )
    scene.ledger.node(("area", "0"), "area", name=shape.name, area_level="province", area_code=code)
    for number in range(1, shape.districts + 1):
        named = {"name": f"อำเภอ{district_name(number)}", "area_level": "district", "area_code": f"{code}{number:02}"}
        scene.ledger.node(("area", str(number)), "area", **named)


def write_members(scene: Scene) -> None:
    """The actors of each sector; those who stand alone are the last ones of the largest sectors."""
    shape = scene.shape
    fields_of_activity = list(terms("activity_field"))
    largest = sorted(shape.sectors, key=lambda sector: -shape.sectors[sector])
    alone = {largest[number % len(largest)]: shape.alone // len(largest) + 1 for number in range(shape.alone)}
    left = shape.alone
    for sector, count in shape.sectors.items():
        lonely = min(alone.get(sector, 0), left)
        left -= lonely
        for number in range(1, count + 1):
            kind, name = actor_name(sector, number)
            district = 1 + scene.dice.below(shape.districts, "district", name)
            piece = -1 if number > count - lonely else (number + list(shape.sectors).index(sector)) % shape.pieces
            member = Member(("actor", f"{sector}{number}"), sector, piece, district)
            scene.members.append(member)
            scene.ledger.node(
                member.key,
                kind,
                name,
                name=name,
                sector=sector.value,
                area_level=scene.dice.one_of(_LEVELS, "level", name),
                district=district_name(district),
                activity_field=fields_of_activity[scene.dice.below(11, "field", name)],
                last_verified_on=_verified(scene, name),
            )


def write_memberships(scene: Scene) -> None:
    """Who is a member and since when, and where each works."""
    for member in scene.members:
        certified = scene.dice.chance(scene.shape.certified, "certified", *member.key)
        order = scene.ledger.id_of(("instrument", "order"))
        scene.ledger.tie(
            "member_of",
            member.key,
            NETWORK,
            status="certified" if certified else "self_declared",
            certified_by=order if certified else None,
            valid_from=BEGINS,
        )
        scene.ledger.tie("operates_in", member.key, ("area", str(member.district)))


def _verified(scene: Scene, name: str) -> date | None:
    if scene.dice.chance(8, "never verified", name):
        return None
    return scene.dice.day_between(date(2025, 1, 1), date(2026, 9, 25), "verified", name)
