"""Networks and affairs written as text: `g1-b1:3` is a tie of strength 3, `g1-b1@resource` one of a layer."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Layer
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import LAYERS, Snapshot, Ties, index_array
from tests.process.hand import situation


def shown(actors: str, ties: str = "", **told: Any) -> Snapshot:
    """A snapshot without affairs; `told` is as for `say`."""
    return say(actors, ties, **told)[0]


def say(
    actors: str,
    ties: str = "",
    /,
    *,
    day: date = date(2026, 1, 15),
    revision: int = 1,
    sectors: dict[str, str | None] | None = None,
    names: dict[str, str] | None = None,
    **told: Any,
) -> tuple[Snapshot, Affairs]:
    """A snapshot and its affairs; `sectors` and `names` are those that differ from what the ids say."""
    made = situation(actors, **told)
    ids = made.snapshot.actors.ids
    columns = replace(
        made.snapshot.actors,
        sectors=tuple(
            (sectors or {}).get(one, old) for one, old in zip(ids, made.snapshot.actors.sectors, strict=True)
        ),
        names=tuple((names or {}).get(one, one.upper()) for one in ids),
    )
    lens = Lens(as_of=day, provinces=("TH-98",))
    snapshot = replace(made.snapshot, lens=lens, revision=revision, actors=columns, ties=_ties(ids, ties.split()))
    return snapshot, replace(made.affairs, lens=lens, revision=revision)


def _ties(ids: tuple[str, ...], ties: Iterable[str]) -> Ties:
    rows = []
    for tie in ties:
        ends, _, layer = tie.partition("@")
        ends, _, strength = ends.partition(":")
        one, other = ends.split("-")
        place = LAYERS.index(Layer(layer or "collaboration"))
        rows.append((ids.index(one), ids.index(other), place, float(strength or "nan")))
    return Ties(
        index_array(row[0] for row in rows),
        index_array(row[1] for row in rows),
        np.array([row[2] for row in rows], dtype=np.int8),
        np.array([row[3] for row in rows], dtype=np.float64),
    )
