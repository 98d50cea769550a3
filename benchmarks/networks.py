"""Networks of any size as snapshots, without a store: planted sectors, heavy-tailed degrees, strengths 1 to 5."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Sector
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import Actors, Snapshot, Ties

SIZES = ((2_000, 12_000), (20_000, 120_000))
"""A large province, and ten of them: actors and ties."""

INSIDE = 0.7
"""Share of the ties drawn inside a sector."""


def planted_snapshot(size: int, ties: int, seed: int = 1) -> Snapshot:
    """A network of exactly so many actors and undirected ties, each declared from one side."""
    chance = np.random.default_rng(seed)
    sector = chance.integers(0, len(Sector), size)
    # Pareto of shape 2: the best connected of 2,000 actors has about 150 ties where the mean is 12.
    pull = chance.pareto(2.0, size) + 1
    found = np.empty(0, np.int64)
    while len(found) < ties:
        ends = chance.choice(size, (2, 2 * ties), p=pull / pull.sum())
        inside = sector[ends[0]] == sector[ends[1]]
        kept = (ends[0] != ends[1]) & (inside | (chance.random(2 * ties) < _outside_kept(inside)))
        low, high = np.sort(ends[:, kept], axis=0)
        found = np.unique(np.concatenate((found, low * size + high)))
    keys = np.sort(chance.permutation(found)[:ties])
    source, target = np.divmod(keys, size)
    strength = chance.integers(1, 6, ties).astype(np.float64)
    return _snapshot(sector, Ties(source.astype(np.int32), target.astype(np.int32), np.zeros(ties, np.int8), strength))


def _outside_kept(inside: np.ndarray) -> float:
    """Share of the draws between sectors to keep, so that `INSIDE` of all are inside."""
    drawn = float(inside.mean())
    return drawn * (1 - INSIDE) / INSIDE / (1 - drawn)


def _snapshot(sector: np.ndarray, ties: Ties) -> Snapshot:
    names = tuple(f"{place:06}" for place in range(len(sector)))
    codes = tuple(str(code) for code in Sector)
    snapshot = Snapshot(
        lens=Lens(as_of=date(2026, 10, 1), provinces=("TH-98",)),
        revision=1,
        network_names=("Benchmark",),
        synthetic=True,
        actors=Actors(
            ids=names,
            names=names,
            levels=("organization",) * len(names),
            sectors=tuple(codes[number] for number in sector.tolist()),
            area_levels=(None,) * len(names),
        ),
        ties=ties,
        content_hash="",
    )
    return replace(snapshot, content_hash=content_hash(snapshot))
