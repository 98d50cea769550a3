"""The actors as nodes of the picture and as rows of the table beside it."""

from collections.abc import Mapping, Sequence

from network_service.domain.thai.sorting import sort_key
from network_service.domain.vocabulary import ActorLevel
from network_service.maps import words
from network_service.maps.palette import UNKNOWN, colour_of, shape_of
from network_service.maps.placement import Placement
from network_service.maps.sizes import ActorFigures
from network_service.messages import Messages
from network_service.snapshot.model import Actors, Snapshot
from visualizations.map_model import Label, MapNode

_COLUMNS = ("name", "sector", "level", "area_level", "ties", "betweenness")
NUMERIC = (False, False, False, False, True, True)
"""Which columns of the table hold numbers."""


def table_headers(messages: Messages) -> tuple[str, ...]:
    """The headings of the table's columns."""
    return tuple(messages.text(f"map.column.{column}") for column in _COLUMNS)


def in_table_order(actors: Actors, groups: Sequence[str], order: Sequence[str]) -> list[int]:
    """The actors by sector, and within it in the order of the Thai dictionary: the table is a list, not a ranking."""
    rank = {group: place for place, group in enumerate(order)}
    return sorted(
        range(len(actors)),
        key=lambda actor: (rank[groups[actor]], sort_key(actors.names[actor]), actors.ids[actor]),
    )


def draw_nodes(
    snapshot: Snapshot,
    figures: ActorFigures,
    placed: Placement,
    table: Sequence[int],
    importance: Sequence[int],
    labels: Mapping[int, Label],
    texts: Sequence[str],
    messages: Messages,
) -> tuple[MapNode, ...]:
    """The nodes in the order of the table."""
    actors = snapshot.actors
    rank = {actor: place for place, actor in enumerate(importance)}
    nodes = []
    for actor in table:
        group = actors.sectors[actor] or UNKNOWN
        cells = _cells(actor, actors, figures, messages)
        nodes.append(
            MapNode(
                id=actors.ids[actor],
                name=actors.names[actor],
                short_name=texts[actor],
                x=round(float(placed.places[actor, 0]), 2),
                y=round(float(placed.places[actor, 1]), 2),
                radius=round(float(placed.radii[actor]), 3),
                colour=colour_of(group),
                shape=shape_of(actors.area_levels[actor]),
                group=group,
                tooltip=messages.text(
                    "map.tooltip", name=cells[0], sector=cells[1], ties=cells[4], betweenness=cells[5]
                ),
                importance=rank[actor],
                label=labels.get(actor),
                hatched=group == UNKNOWN,
                hollow=actors.levels[actor] == ActorLevel.PERSON,
                cells=cells,
            )
        )
    return tuple(nodes)


def _cells(actor: int, actors: Actors, figures: ActorFigures, messages: Messages) -> tuple[str, ...]:
    """One row of the table."""
    value = figures.betweenness[actor]
    return (
        actors.names[actor],
        words.sector_word(actors.sectors[actor] or UNKNOWN, messages),
        words.word_of("actor_level", actors.levels[actor], messages),
        words.word_of("area_level", actors.area_levels[actor], messages),
        str(figures.degrees[actor]),
        messages.text("not_known") if value is None else f"{value:.3f}",
    )
