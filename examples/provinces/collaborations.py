"""Ties of a province made by rule: in each piece a few hubs and many who know a few; bridges where it has any."""

from datetime import date
from itertools import combinations

from examples.provinces.members import TODAY, Member, Scene

_FREQUENCIES: tuple[tuple[int | None, int], ...] = ((1, 15), (2, 30), (3, 28), (4, 12), (5, 5), (None, 10))
_TOPICS = ("น้ำ", "ฝุ่นควัน", "ผู้สูงอายุ", "เศรษฐกิจฐานราก", "ข้อมูลพื้นที่", "เยาวชน")
_RESOURCES = ("budget", "authority", "personnel", "place", "technology", "knowledge", "local_wisdom", "social_capital")
_SHARING = 12
"""How many of a hundred declared ties come with a resource."""


def write_collaborations(scene: Scene) -> None:
    """Declared ties, the resources shared along some of them, and the single ties that join pieces or sectors."""
    written: set[tuple[Member, Member]] = set()
    for piece in range(scene.shape.pieces):
        inside = [member for member in scene.members if member.piece == piece]
        for place, member in enumerate(inside):
            for partner in _partners(scene, member, place, inside):
                _declare(scene, member, partner, written)
                if scene.dice.chance(scene.shape.returned, "returned", *member.key, *partner.key):
                    _declare(scene, partner, member, written)
    for one, other in scene.shape.joined:
        ends = [next(member for member in scene.members if member.piece == piece) for piece in (one, other)]
        _declare(scene, ends[0], ends[1], written)
    for first, second in combinations(scene.shape.sectors, 2) if scene.shape.acquainted else ():
        _declare(scene, scene.of(first)[0], scene.of(second)[1], written)


def _partners(scene: Scene, member: Member, place: int, inside: list[Member]) -> list[Member]:
    """The first partner stands before it in its piece, so that a piece hangs together; the others are drawn."""
    fewest, most = scene.shape.declared
    count = fewest + scene.dice.below(most - fewest + 1, "declared", *member.key)
    found = [inside[_early(scene, place, "first", *member.key)]] if place else []
    alike = [one for one in inside if one.sector is member.sector]
    for number in range(1, count):
        same = scene.dice.chance(scene.shape.same_sector, "same sector", *member.key, str(number))
        among = alike if same else inside
        found.append(among[_early(scene, len(among), "partner", *member.key, str(number))])
    return [one for one in dict.fromkeys(found) if one is not member]


def _early(scene: Scene, limit: int, *words: str) -> int:
    """A place that is more often an early one: the first actors of a sector become its hubs."""
    return scene.dice.below(1 + scene.dice.below(limit, "limit", *words), *words)


def _declare(scene: Scene, member: Member, partner: Member, written: set[tuple[Member, Member]]) -> None:
    if (member, partner) in written:
        return
    written.add((member, partner))
    words = (*member.key, *partner.key)
    topic = _TOPICS[scene.dice.below(len(_TOPICS), "topic", *words)]
    dated = scene.dice.chance(40, "dated", *words)
    scene.ledger.tie(
        "collaborates_with",
        member.key,
        partner.key,
        frequency=scene.dice.one_of(_FREQUENCIES, "frequency", *words),
        topics=(topic,) if scene.dice.chance(50, "any topic", *words) else (),
        valid_from=scene.dice.day_between(date(2019, 1, 1), date(2026, 8, 31), "since", *words) if dated else None,
    )
    if scene.dice.chance(_SHARING, "resource", *words):
        kind = _RESOURCES[scene.dice.below(len(_RESOURCES), "kind", *words)]
        since = scene.dice.day_between(date(2025, 10, 1), TODAY, "shared", *words)
        scene.ledger.tie("shares_resource", member.key, partner.key, resource_kind=kind, valid_from=since)
