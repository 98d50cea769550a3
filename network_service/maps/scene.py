"""What is to be placed: actors with their groups, ties and sizes, on a sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from network_service.maps.discs import Wanted
from network_service.maps.geometry import Flags, Numbers
from network_service.snapshot.model import Index

WIDTH, HEIGHT = 1060.0, 800.0
"""The sheet in map units: what is left of a page of 1400 x 940 beside its title and legend."""


@dataclass(frozen=True)
class Scene:
    """Actors as columns and the undirected ties between them, with what each is to carry on the map.

    `groups` is each actor's sector code or `UNKNOWN`; `order` the groups that get a disc, missing ones too, as the
    vocabulary has them. `stretch` is the reach of each actor's shape for a radius of 1.
    """

    ids: tuple[str, ...]
    groups: tuple[str, ...]
    order: tuple[str, ...]
    heading_widths: tuple[float, ...]
    source: Index
    target: Index
    values: Sequence[float | None]
    stretch: Numbers
    isolated: Flags
    labels: Numbers
    badges: Flags
    seed: int

    @cached_property
    def members(self) -> dict[str, Index]:
        """The actors of each group."""
        places: dict[str, list[int]] = {group: [] for group in self.order}
        for actor, group in enumerate(self.groups):
            places[group].append(actor)
        return {group: np.array(actors, dtype=np.int32) for group, actors in places.items()}

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many members each group has."""
        return {group: len(actors) for group, actors in self.members.items()}

    @cached_property
    def ties_between(self) -> dict[tuple[str, str], int]:
        """Ties of each two groups."""
        pairs = zip(self.source.tolist(), self.target.tolist(), strict=True)
        return Counter((self.groups[first], self.groups[second]) for first, second in pairs)

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """The actors each actor is tied to."""
        found: list[list[int]] = [[] for _ in self.ids]
        for first, second in zip(self.source.tolist(), self.target.tolist(), strict=True):
            found[first].append(second)
            found[second].append(first)
        return found

    def wanted(self) -> list[Wanted]:
        """The discs to be placed."""
        rows = zip(self.order, self.heading_widths, strict=True)
        return [Wanted(group, self.counts[group], heading) for group, heading in rows]
