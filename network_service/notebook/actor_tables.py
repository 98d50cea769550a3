"""Tables of actors and ties."""

from collections.abc import Sequence
from math import isnan

from network_service.analysis.brokerage import brokerage as brokerage_counts
from network_service.analysis.brokerage import brokerage_undirected
from network_service.analysis.brokerage_significance import brokerage_significance
from network_service.analysis.measures import Measures
from network_service.analysis.result import ActorMeasure
from network_service.errors import UsageError
from network_service.notebook.table import Table, Value, table_of
from network_service.snapshot.model import LAYERS, Snapshot


def actors(snapshot: Snapshot) -> Table:
    """Who is in the network."""
    known = snapshot.actors
    return Table(
        {
            "id": known.ids,
            "name": known.names,
            "sector": known.sectors,
            "actor_level": known.levels,
            "area_level": known.area_levels,
        }
    )


def ties(snapshot: Snapshot) -> Table:
    """The undirected network."""
    edges = snapshot.undirected
    return Table(
        {
            **_ends(snapshot, edges.source.tolist(), edges.target.tolist()),
            "strength": _known(edges.strength.tolist()),
        }
    )


def declared(snapshot: Snapshot) -> Table:
    """The ties as declared, by layer."""
    rows = snapshot.ties
    return Table(
        {
            **_ends(snapshot, rows.source.tolist(), rows.target.tolist()),
            "layer": [str(LAYERS[number]) for number in rows.layer.tolist()],
            "strength": _known(rows.strength.tolist()),
        }
    )


def centrality(snapshot: Snapshot, measures: Measures, names: Sequence[str]) -> Table:
    """Measures of actors beside who they are."""
    found = {name: _measure(measures, name) for name in names} or measures.of_actors
    return Table(
        {
            **actors(snapshot).only("id", "name", "sector").columns,
            **{name: one.values for name, one in found.items()},
        }
    )


def brokerage(
    snapshot: Snapshot, seed: int, *, directed: bool, groups: Sequence[str | None] | None, attribute: str
) -> Table:
    """Counts of the five roles beside what chance gives, one row an actor and role."""
    known = snapshot.actors
    counts = (brokerage_counts if directed else brokerage_undirected)(snapshot, groups=groups, attribute=attribute)
    found = brokerage_significance(snapshot, seed=seed, directed=directed, groups=groups, attribute=attribute)
    rows: list[tuple[Value, ...]] = []
    for role, of_role in counts.of_roles.items():
        for place, count in enumerate(of_role):
            chance = found.of_actors[role][place] if found.of_actors else None
            beside = (chance.expected, chance.z, chance.share_as_high) if chance else (None, None, None)
            rows.append((known.ids[place], known.names[place], role, count, *beside))
    return table_of(("id", "name", "role", "count", "expected", "z", "share_as_high"), rows)


def brokerage_in_all(snapshot: Snapshot, seed: int, *, directed: bool) -> Table:
    """Counts of the five roles over all actors beside what chance gives; no rows under ten actors of known sector."""
    found = brokerage_significance(snapshot, seed=seed, directed=directed)
    return table_of(
        ("role", "count", "expected", "z", "share_as_high"),
        [(role, one.observed, one.expected, one.z, one.share_as_high) for role, one in found.of_all.items()],
    )


def cut_points(snapshot: Snapshot, measures: Measures) -> Table:
    """Actors that others hang on."""
    known = snapshot.actors
    rows = [
        (
            known.ids[point.actor],
            known.names[point.actor],
            known.sectors[point.actor],
            len(point.cut_off),
            ", ".join(known.names[actor] for actor in point.cut_off),
        )
        for point in measures.articulation_points.points
    ]
    return table_of(("id", "name", "sector", "cut_off", "names"), rows)


def _measure(measures: Measures, name: str) -> ActorMeasure:
    """A measure by its name; those that are asked for alone are computed alone."""
    alone = getattr(measures, name, None)
    if isinstance(alone, ActorMeasure):
        return alone
    every = measures.of_actors
    if name not in every:
        raise UsageError("notebook.no_column", name=name, known=", ".join(every))
    return every[name]


def _ends(snapshot: Snapshot, source: Sequence[int], target: Sequence[int]) -> dict[str, list[Value]]:
    known = snapshot.actors
    return {
        "source": [known.ids[actor] for actor in source],
        "target": [known.ids[actor] for actor in target],
        "source_name": [known.names[actor] for actor in source],
        "target_name": [known.names[actor] for actor in target],
    }


def _known(strengths: Sequence[float]) -> list[float | None]:
    return [None if isnan(strength) else strength for strength in strengths]
