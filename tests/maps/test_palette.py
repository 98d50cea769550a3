"""The colours can be told apart by everybody and read on white."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from network_service.domain.vocabulary import AreaLevel, Sector
from network_service.maps.palette import (
    COLOURS,
    UNKNOWN,
    UNKNOWN_SHAPE,
    colour_of,
    contrast_with_white,
    shape_of,
    text_colour,
)
from visualizations.shapes import SHAPES

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
# Ottosson 2020: linear RGB to cone responses, and their cube roots to OKLab.
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def oklab(colour: str, vision: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return TO_LAB @ np.cbrt(TO_CONES @ np.clip(np.array(VISION[vision]) @ linear, 0, 1))


@pytest.mark.parametrize("vision", VISION)
def test_no_two_sectors_look_alike(vision: str):
    nearest = min(
        100 * float(np.linalg.norm(oklab(one, vision) - oklab(other, vision)))
        for one, other in combinations(COLOURS.values(), 2)
    )
    assert nearest >= 13


def test_every_sector_and_area_level_has_a_look():
    assert COLOURS.keys() == set(Sector)
    assert {shape_of(level) for level in AreaLevel} | {UNKNOWN_SHAPE} == set(SHAPES)
    assert colour_of(UNKNOWN) not in COLOURS.values()


def test_contrast_is_that_of_the_guideline():
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)  # the lightest grey that may be text


@pytest.mark.parametrize("group", [*COLOURS, UNKNOWN])
def test_symbols_and_headings_stand_out_from_white(group: str):
    assert contrast_with_white(colour_of(group)) >= 3
    assert contrast_with_white(text_colour(colour_of(group))) >= 4.5
