"""The discs' sizes and neighbours."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from network_service.maps.discs import Wanted, free_disc, place_discs
from network_service.maps.geometry import Disc


def discs(counts: dict[str, int], ties: dict[tuple[str, str], int] | None = None) -> dict[str, Disc]:
    return place_discs([Wanted(group, count, 90) for group, count in counts.items()], ties or {}, 1060, 800)


def test_area_is_in_proportion_to_the_members():
    placed = discs({"a": 100, "b": 50, "c": 25})
    assert placed["a"].area / placed["b"].area == pytest.approx(2)
    assert placed["b"].area / placed["c"].area == pytest.approx(2)


def test_discs_fill_two_fifths_of_the_sheet_where_they_can():
    placed = discs(dict.fromkeys("abcdefgh", 20))
    assert sum(disc.area for disc in placed.values()) > 0.38 * 1060 * 800


def test_sectors_with_many_ties_lie_nearer_than_those_without():
    ties = {("a", "e"): 400, ("b", "f"): 400, ("c", "g"): 400, ("d", "h"): 400}
    placed = discs(dict.fromkeys("abcdefgh", 20), ties)
    tied = [dist(placed[one].centre, placed[other].centre) for one, other in ties]
    untied = [
        dist(placed[one].centre, placed[other].centre)
        for one, other in combinations(placed, 2)
        if (one, other) not in ties
    ]
    assert sum(tied) / len(tied) < 0.6 * sum(untied) / len(untied)


def test_one_enormous_sector_leaves_room_for_the_others():
    placed = discs({"a": 4_900, "b": 40, "c": 30, "d": 30})
    assert min(disc.radius for disc in placed.values()) > 40


def test_a_free_place_is_found_or_said_to_be_none():
    corner = Disc(200, 200, 150)
    found = free_disc([corner], 60, 1060, 800)
    assert found is not None
    assert found.gap_to(corner) > 300
    assert free_disc([Disc(530, 400, 390)], 200, 1060, 800) is None
