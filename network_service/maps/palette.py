"""Colours of the sectors and shapes of the area levels.

The colours are told apart in every type of colour vision: the nearest pair stays 13 apart (OKLab distance x 100) under
protanopia, deuteranopia and tritanopia, and each has a contrast of at least 3 with white. Colour is
never alone: the disc, its heading, the tooltip and the table say the sector in words.
"""

from network_service.domain.vocabulary import AreaLevel, Sector

UNKNOWN = "unknown"
"""The group of actors whose sector is not known."""

COLOURS = {
    Sector.STATE: "#0C13B3",
    Sector.CIVIL_SOCIETY: "#C81A11",
    Sector.COMMUNITY: "#107467",
    Sector.ACADEMIC: "#A38BBB",
    Sector.BUSINESS: "#D77C00",
    Sector.CITIZEN: "#137AFF",
    Sector.POLITICAL: "#68110B",
    Sector.OTHER_STAKEHOLDER: "#000000",
}
UNKNOWN_COLOUR = "#6B7280"
ACROSS_COLOUR = "#4B5563"
"""Ties between sectors."""

SHAPES = {
    AreaLevel.NATIONAL: "diamond",
    AreaLevel.PROVINCE: "square",
    AreaLevel.DISTRICT: "triangle",
    AreaLevel.SUBDISTRICT: "triangleDown",
    AreaLevel.VILLAGE: "dot",
}
UNKNOWN_SHAPE = "hexagon"
"""An area level that is not known has a shape of its own: drawn as any other it would be a claim."""

_TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_STEP = 0.96


def colour_of(group: str) -> str:
    """The colour of a sector's code, grey for `UNKNOWN`."""
    return UNKNOWN_COLOUR if group == UNKNOWN else COLOURS[Sector(group)]


def shape_of(area_level: str | None) -> str:
    """The shape of an area level's code, or of one that is not known."""
    return UNKNOWN_SHAPE if area_level is None else SHAPES[AreaLevel(area_level)]


def text_colour(colour: str) -> str:
    """The colour, darkened until text in it can be read on white."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    while contrast_with_white(f"#{red:02X}{green:02X}{blue:02X}") < _TEXT_CONTRAST:
        red, green, blue = (int(part * _STEP) for part in (red, green, blue))
    return f"#{red:02X}{green:02X}{blue:02X}"


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2 between a colour `#RRGGBB` and white."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
