"""Sectors of the actors as numbers, and edges counted by sector and by pair of sectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import Self

import numpy as np
from numpy.typing import NDArray

from network_service.snapshot.model import Edges, Snapshot


@dataclass(frozen=True, slots=True)
class Share:
    """A count of what is there and of what could be."""

    present: int
    possible: int

    @property
    def value(self) -> float | None:
        """Present / possible; `None` where nothing is possible."""
        return self.present / self.possible if self.possible else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Actors of unknown sector (or other attribute), and the ties that end at one: they enter no figure about it."""

    actors: int
    ties: int


@dataclass(frozen=True, slots=True)
class SectorPair:
    """Ties between two sectors, or inside one (`first` = `second`), and how many are possible."""

    first: str
    second: str
    ties: Share


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors present by code, how many actors each has, and the sector of each actor as a number (-1 unknown)."""

    codes: tuple[str, ...]
    sizes: tuple[int, ...]
    number: NDArray[np.int64]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Self:
        """The sectors of a snapshot, in the order of their codes."""
        return cls.by(snapshot, None)

    @classmethod
    def by(cls, snapshot: Snapshot, groups: Sequence[str | None] | None) -> Self:
        """Any attribute in the place of the sector, a code an actor, `None` not known; without one, the sector."""
        found = snapshot.actors.sectors if groups is None else groups
        if len(found) != len(snapshot.actors):
            raise ValueError(f"{len(found)} codes for {len(snapshot.actors)} actors")
        codes = tuple(sorted({code for code in found if code is not None}))
        number = {code: place for place, code in enumerate(codes)}
        known = (-1 if code is None else number[code] for code in found)
        numbers = np.fromiter(known, dtype=np.int64, count=len(found))
        sizes = np.bincount(numbers[numbers >= 0], minlength=len(codes))
        return cls(codes, tuple(sizes.tolist()), numbers)

    def count(self, edges: Edges) -> tuple[NDArray[np.int64], LeftOut]:
        """Edges from sector to sector, and what is left out."""
        source, target = self.number[edges.source], self.number[edges.target]
        known, kinds = (source >= 0) & (target >= 0), len(self.codes)
        cells = np.bincount(source[known] * kinds + target[known], minlength=kinds * kinds)
        left_out = LeftOut(int((self.number < 0).sum()), int((~known).sum()))
        return cells.reshape(kinds, kinds), left_out

    def pairs(self, edges: Edges) -> tuple[tuple[SectorPair, ...], LeftOut]:
        """Undirected edges by pair of sectors, and what is left out."""
        counts, left_out = self.count(edges)
        found = []
        for first, code in enumerate(self.codes):
            within = Share(int(counts[first, first]), comb(self.sizes[first], 2))
            found.append(SectorPair(code, code, within))
            for second in range(first + 1, len(self.codes)):
                present = int(counts[first, second] + counts[second, first])
                possible = self.sizes[first] * self.sizes[second]
                found.append(SectorPair(code, self.codes[second], Share(present, possible)))
        return tuple(found), left_out
