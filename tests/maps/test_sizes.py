"""Symbols' areas are in proportion to what they show."""

from __future__ import annotations

from itertools import pairwise
from math import pi

import pytest

from network_service.maps.geometry import Disc
from network_service.maps.sizes import SizeScale, size_scale


def test_area_grows_evenly_with_the_value():
    scale = SizeScale(smallest=2.0, largest=10.0, top=0.8)
    areas = [pi * scale.radius(value) ** 2 for value in (0.0, 0.2, 0.4, 0.6, 0.8)]
    steps = [after - before for before, after in pairwise(areas)]
    assert steps == pytest.approx([24 * pi] * 4)
    assert (scale.radius(0.0), scale.radius(0.8)) == (2.0, 10.0)


def test_where_nobody_is_between_others_all_are_small():
    scale = SizeScale(2.0, 10.0, 0.0)
    assert scale.radius(0.0) == scale.radius(None) == 2.0
    assert scale.examples() == ()


def test_a_fuller_disc_has_smaller_symbols():
    disc = {"state": Disc(0, 0, 100)}
    few, many = (size_scale([1.0], disc, {"state": members}) for members in (10, 500))
    assert many.largest < few.largest
    assert many.smallest < few.smallest
