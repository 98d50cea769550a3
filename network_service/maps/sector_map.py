"""The sector map: who is here, how the sectors meet, who holds them together, and what is missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from network_service.domain.vocabulary import Sector
from network_service.errors import RefusedForSafety
from network_service.findings.finding import Finding
from network_service.maps import words
from network_service.maps.gaps import (
    Choice,
    Ground,
    badge_boxes,
    choose,
    line_points,
    place_marks,
    standing_apart,
)
from network_service.maps.geometry import Box, Flags, Numbers
from network_service.maps.headings import heading_width, place_headings
from network_service.maps.labels import Obstacles, by_importance, in_label_order, label_text, place_labels, promised
from network_service.maps.legend import legend
from network_service.maps.nodes import NUMERIC, draw_nodes, in_table_order, table_headers
from network_service.maps.palette import UNKNOWN, colour_of, shape_of, text_colour
from network_service.maps.placement import Placement, Positions, place
from network_service.maps.scene import HEIGHT, WIDTH, Scene
from network_service.maps.sizes import ActorFigures
from network_service.maps.ties import draw_ties
from network_service.messages import Messages
from network_service.snapshot.model import Snapshot
from visualizations.map_model import WORDS, GapMark, Hull, Label, MapModel
from visualizations.shapes import REACH

MOST_ACTORS = 5_000
"""Above this the page opens too slowly on an office machine, and nothing on it could be read."""
READABLE_ACTORS = 2_000
"""Above this the map carries a note: single members can no longer be told apart."""

_FILLED_BY_THE_PAGE = {"shown": "{shown}", "total": "{total}"}


@dataclass(frozen=True)
class SectorMap:
    """The picture, and the places it used, to be stored and given back at the next drawing."""

    model: MapModel
    positions: dict[str, tuple[float, float]]


def sector_map(
    snapshot: Snapshot,
    figures: ActorFigures,
    findings: Sequence[Finding],
    *,
    messages: Messages,
    seed: int,
    required_sectors: Collection[str],
    positions: Positions | None = None,
) -> SectorMap:
    """The sector map of a snapshot in the language of the catalogue.

    `findings` in their order: the first that have a place here become numbered marks. With `positions` of an earlier
    map every actor that is still in its sector stays where it was. The same input and seed give the same picture.
    Raises `RefusedForSafety` (`map.too_large`) above 5,000 actors.
    """
    if len(snapshot.actors) > MOST_ACTORS:
        raise RefusedForSafety("map.too_large", count=len(snapshot.actors), limit=MOST_ACTORS)
    drawing = _Drawing(snapshot, figures, tuple(findings), messages, seed, frozenset(required_sectors))
    return drawing.done(positions)


@dataclass(frozen=True)
class _Drawing:
    """What one map is made of; `done` makes it part by part."""

    snapshot: Snapshot
    figures: ActorFigures
    findings: tuple[Finding, ...]
    messages: Messages
    seed: int
    required: frozenset[str]

    @property
    def groups(self) -> tuple[str, ...]:
        """Each actor's sector, or that it is not known."""
        return tuple(sector or UNKNOWN for sector in self.snapshot.actors.sectors)

    def done(self, positions: Positions | None) -> SectorMap:
        """Place everything, from what cannot give way to what can: discs, members, headings, marks, labels."""
        actors, groups = self.snapshot.actors, self.groups
        present = set(groups) | self.required
        order = tuple(group for group in (*Sector, UNKNOWN) if group in present)
        choices = choose(self.findings, actors.index, order)
        headings = {group: words.heading(group, groups.count(group), self.messages) for group in order}
        province = words.province_shown(self.snapshot)
        texts = tuple(label_text(name, province) for name in actors.names)
        importance = by_importance(self.figures.betweenness, self.figures.degrees, actors.ids)
        isolated = np.array([degree == 0 for degree in self.figures.degrees], dtype=bool)
        named = in_label_order(importance, groups, isolated)
        scene = self._scene(order, headings, isolated, promised(named, texts, groups, isolated), choices)
        placed = place(scene, positions)
        boxes = place_headings(headings, placed.discs, WIDTH, HEIGHT)
        table = in_table_order(actors, groups, order)
        rows = [0] * len(table)
        for row, actor in enumerate(table):
            rows[actor] = row
        reach = placed.radii * scene.stretch
        ground = Ground(placed.places, reach, placed.discs, boxes, groups, scene.isolated.tolist(), WIDTH, HEIGHT)
        marks = place_marks(choices, ground, rows, self.messages)
        apart = standing_apart(self.findings, choices, actors.index, ground.isolated)
        labels = place_labels(named, texts, groups, _obstacles(ground, marks))
        nodes = draw_nodes(self.snapshot, self.figures, placed, table, importance, labels, texts, self.messages)
        edges = draw_ties(self.snapshot.undirected, rows, groups, placed.places, (WIDTH / 2, HEIGHT / 2))
        title = words.title(self.snapshot, self.messages)
        subtitle = words.subtitle(self.snapshot, len(edges), self.messages)
        model = MapModel(
            language=self.messages.language,
            title=title,
            subtitle=subtitle,
            footer=words.footer(self.snapshot, self.seed, self.messages),
            summary=words.summary(title, subtitle, tuple(headings.values()), len(marks), self.messages),
            width=WIDTH,
            height=HEIGHT,
            nodes=nodes,
            edges=edges,
            hulls=_hulls(placed, boxes, headings, scene.counts),
            gaps=marks,
            apart=tuple(rows[actor] for actor in apart),
            legend=legend(order, scene.counts, actors, placed.scale, choices, ground.isolated, apart, self.messages),
            table_headers=table_headers(self.messages),
            numeric=NUMERIC,
            words={key: self.messages.text(f"map.word.{key}", **_FILLED_BY_THE_PAGE) for key in WORDS},
            banner=self.messages.text("map.banner_synthetic") if self.snapshot.synthetic else "",
            notes=self._notes(len(self.findings) - len(choices)),
        )
        return SectorMap(model, placed.positions(actors.ids))

    def _scene(
        self,
        order: tuple[str, ...],
        headings: Mapping[str, str],
        isolated: Flags,
        labels: Numbers,
        choices: Sequence[Choice],
    ) -> Scene:
        actors, edges = self.snapshot.actors, self.snapshot.undirected
        badges = np.zeros(len(actors), dtype=bool)
        badges[[actor for choice in choices for actor in choice.badged]] = True
        return Scene(
            ids=actors.ids,
            groups=self.groups,
            order=order,
            heading_widths=tuple(heading_width(headings[group]) for group in order),
            source=edges.source,
            target=edges.target,
            values=self.figures.betweenness,
            stretch=np.array([REACH[shape_of(level)] for level in actors.area_levels], dtype=float),
            isolated=isolated,
            labels=labels,
            badges=badges,
            seed=self.seed,
        )

    def _notes(self, elsewhere: int) -> tuple[str, ...]:
        """What the reader must know before reading the picture."""
        count = len(self.snapshot.actors)
        notes = []
        if count > READABLE_ACTORS:
            notes.append(self.messages.text("map.note_crowded", count=count))
        if not count:
            notes.append(self.messages.text("map.note_empty"))
        if elsewhere:
            notes.append(self.messages.text("map.note_findings_elsewhere", count=elsewhere))
        unknown = sum(value is None for value in self.figures.betweenness)
        if unknown:
            notes.append(self.messages.text("map.note_size_unknown", count=unknown))
        return tuple(notes)


def _hulls(
    placed: Placement, boxes: Mapping[str, Box], headings: Mapping[str, str], counts: Mapping[str, int]
) -> tuple[Hull, ...]:
    """The discs with their headings."""
    hulls = []
    for group, disc in placed.discs.items():
        box, colour = boxes[group], colour_of(group)
        heading = Label(headings[group], box.x, box.y, box.width, box.height)
        missing, hatched = not counts[group], group == UNKNOWN
        hulls.append(Hull(group, disc.x, disc.y, disc.radius, colour, heading, text_colour(colour), missing, hatched))
    return tuple(hulls)


def _obstacles(ground: Ground, marks: Sequence[GapMark]) -> Obstacles:
    """What labels must keep clear of, once headings and badges stand."""
    badges = [box for mark in marks for box in badge_boxes(mark)]
    lines = [line_points(mark) for mark in marks]
    return Obstacles(
        places=ground.places,
        reach=ground.reach,
        boxes=[*ground.headings.values(), *badges],
        points=np.concatenate([np.zeros((0, 2)), *lines]),
        discs=ground.discs,
        width=ground.width,
        height=ground.height,
    )
