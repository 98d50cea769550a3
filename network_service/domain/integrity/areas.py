"""Rules: an area's code says its level, and begins with its province's."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Area
from network_service.domain.vocabulary import AreaLevel

DIGITS = {AreaLevel.PROVINCE: 2, AreaLevel.DISTRICT: 4, AreaLevel.SUBDISTRICT: 6, AreaLevel.VILLAGE: 8}
"""Digits of an area's code by level; the whole country has no code."""


def area_level_differs(whole: Whole) -> Iterator[Found]:
    """An area whose code is that of another level."""
    for area in whole.of(Area):
        if area.area_code is None or area.area_level is None:
            continue
        if DIGITS.get(area.area_level) != len(area.area_code):
            yield Found(Spot(area.id, "area_level"))


def area_of_other_province(whole: Whole) -> Iterator[Found]:
    """An area of another province: possible where members work across the border, else a slip in the code."""
    for area in whole.of(Area):
        if area.area_code is not None and area.area_code[:2] != area.province[-2:]:
            yield Found(Spot(area.id, "area_code"))
