"""The legend: only what the map shows, with what each size stands for."""

from collections.abc import Sequence

from network_service.domain.vocabulary import AreaLevel, label
from network_service.maps.gaps import Choice
from network_service.maps.palette import ACROSS_COLOUR, UNKNOWN, UNKNOWN_SHAPE, colour_of, shape_of
from network_service.maps.sizes import SizeScale
from network_service.maps.words import sector_word, word_of
from network_service.messages import Messages
from network_service.snapshot.model import Actors
from visualizations.map_model import LegendBlock, LegendEntry

_INK = "#111827"


def legend(
    order: Sequence[str],
    counts: dict[str, int],
    actors: Actors,
    scale: SizeScale,
    choices: Sequence[Choice],
    isolated: Sequence[bool],
    apart: Sequence[int],
    messages: Messages,
) -> tuple[LegendBlock, ...]:
    """Sectors, area levels, sizes, lines and marks."""
    blocks = [
        LegendBlock(messages.text("map.legend.sectors"), _sectors(order, counts, messages)),
        LegendBlock(messages.text("map.legend.area_levels"), _area_levels(actors, messages)),
        LegendBlock(messages.text("map.legend.size"), _sizes(scale), row=True),
        LegendBlock(
            messages.text("map.legend.lines"), _lines(_ringed(choices, isolated, apart), choices, actors, messages)
        ),
    ]
    return tuple(block for block in blocks if block.entries)


def _sectors(order: Sequence[str], counts: dict[str, int], messages: Messages) -> tuple[LegendEntry, ...]:
    entries = []
    for group in order:
        style = "missing" if not counts[group] else "hatched" if group == UNKNOWN else "filled"
        entries.append(LegendEntry(sector_word(group, messages), colour_of(group), "square", style=style))
    return tuple(entries)


def _area_levels(actors: Actors, messages: Messages) -> tuple[LegendEntry, ...]:
    present = set(actors.area_levels)
    entries = [
        LegendEntry(label("area_level", level, messages.language), shape=shape_of(level))
        for level in AreaLevel
        if level in present
    ]
    if None in present:
        entries.append(LegendEntry(word_of("area_level", None, messages), shape=UNKNOWN_SHAPE))
    return tuple(entries)


def _sizes(scale: SizeScale) -> tuple[LegendEntry, ...]:
    return tuple(LegendEntry(f"{value:.2g}", _INK, "dot", scale.radius(value), "outline") for value in scale.examples())


def _ringed(choices: Sequence[Choice], isolated: Sequence[bool], apart: Sequence[int]) -> set[bool]:
    """Whether who has a ring stands apart: both where some do and some do not."""
    return {isolated[actor] for choice in choices for actor in choice.actors} | {isolated[actor] for actor in apart}


def _lines(ringed: set[bool], choices: Sequence[Choice], actors: Actors, messages: Messages) -> tuple[LegendEntry, ...]:
    entries = [
        LegendEntry(messages.text("map.legend.inside"), colour_of("state"), style="inside"),
        LegendEntry(messages.text("map.legend.across"), ACROSS_COLOUR, style="across"),
    ]
    if any(len(choice.sectors) == 2 for choice in choices):
        entries.append(LegendEntry(messages.text("map.legend.gap"), _INK, style="gap"))
    if True in ringed:
        entries.append(LegendEntry(messages.text("map.legend.ring"), _INK, style="ring"))
    if False in ringed:
        entries.append(LegendEntry(messages.text("map.legend.solid_ring"), _INK, style="solid_ring"))
    if "person" in actors.levels:
        entries.append(LegendEntry(messages.text("map.legend.person"), style="hollow", shape="square"))
    return tuple(entries)
