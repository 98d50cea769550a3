"""Every shape has the area of the circle it stands for, and fits in its reach."""

from __future__ import annotations

from math import hypot, pi

import pytest

from visualizations.map_model import STYLES, LegendEntry
from visualizations.samples import sample
from visualizations.shapes import REACH, SHAPES, corners


def area(corners: list[tuple[float, float]]) -> float:
    """The shoelace formula."""
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "dot"])
def test_area_is_that_of_the_circle(shape: str):
    # A triangle of vis-network is 1.99 high; ours is drawn 2 high, so that its box is even.
    assert area(corners(shape, 10, 0, 0)) == pytest.approx(100 * pi, rel=0.005)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "dot"])
def test_no_corner_is_out_of_reach(shape: str):
    assert max(hypot(x, y) for x, y in corners(shape, 10, 0, 0)) == pytest.approx(10 * REACH[shape], rel=1e-9)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_a_legend_has_a_sample(style: str):
    drawn = sample(LegendEntry("x", "#0C13B3", style=style))
    assert drawn.startswith("<svg")
    assert "#0C13B3" in drawn
