"""Tables of figures of the whole network: as it is, beside chance, without some actors, beside another network."""

from collections.abc import Sequence

from network_service.analysis.key_players import KeyPlayers, key_players_fragmentation, key_players_reach
from network_service.analysis.long_measures import FIGURES
from network_service.analysis.measures import Figure, Measures
from network_service.analysis.null_model import null_model
from network_service.analysis.removal import removal
from network_service.analysis.result import ActorMeasure
from network_service.errors import UsageError
from network_service.messages import Messages
from network_service.notebook.table import Table, Value, table_of
from network_service.snapshot.model import Snapshot


def figures(measures: Measures, words: Messages) -> Table:
    """One row a figure."""
    rows = [
        (name, words.text(f"measure.{name}"), figure.value, _reason(figure.reason, words))
        for name, figure in measures.of_network.items()
    ]
    return table_of(("measure", "title", "value", "reason"), rows)


def chance(snapshot: Snapshot, seed: int, words: Messages) -> Table:
    """One row a figure that the degrees leave open."""
    found = null_model(snapshot, FIGURES, seed=seed)
    return table_of(
        ("measure", "title", "value", "percentile", "mean", "low", "high", "z", "samples", "reason"),
        [
            (
                one.measure,
                words.text(f"measure.{one.measure}"),
                one.value,
                one.percentile,
                one.mean,
                one.low,
                one.high,
                one.z,
                one.samples,
                _reason(one.reason, words),
            )
            for one in found
        ],
    )


def methods(measures: Measures) -> Table:
    """One row a figure and a measure of actors."""
    every: dict[str, Figure | ActorMeasure] = {**measures.of_network, **measures.of_actors}
    rows: list[tuple[Value, ...]] = []
    for name, one in every.items():
        about = one.method
        engine = f"{about.engine} {about.engine_version}".strip()
        parameters = ", ".join(f"{key}={value}" for key, value in about.parameters.items())
        rows.append((name, about.network, about.definition, about.normalisation, parameters, engine, about.source))
    return table_of(("measure", "network", "definition", "normalisation", "parameters", "engine", "source"), rows)


def key_players(snapshot: Snapshot, count: int) -> Table:
    """The set that holds the network together, and the set from which most of it is reached."""
    found = (key_players_fragmentation(snapshot, count=count), key_players_reach(snapshot, count=count))
    return table_of(
        ("measure", "names", "value", "before", "bound", "exact"), [_players(snapshot, one) for one in found]
    )


def without(snapshot: Snapshot, actors: Sequence[str]) -> Table:
    """The condition of the network with and without some actors."""
    found = removal(snapshot, [_place(snapshot, actor) for actor in actors])
    before, after = found.before, found.after
    rows: list[tuple[str, Value, Value]] = [
        ("actors", before.actors, after.actors),
        ("ties", before.ties, after.ties),
        ("components", before.components, after.components),
        ("largest_component", before.largest_component, after.largest_component),
        ("reachability", before.reachability, after.reachability),
        ("efficiency", before.efficiency, after.efficiency),
        ("cut_off", 0, len(found.cut_off)),
    ]
    return table_of(("figure", "with", "without"), rows)


def side_by_side(here: Measures, there: Measures, words: Messages) -> Table:
    """One row a figure, with its value in both networks."""
    others = there.of_network
    rows: list[tuple[Value, ...]] = []
    for name, figure in here.of_network.items():
        value, other = figure.value, others[name].value
        difference = None if value is None or other is None else other - value
        rows.append((name, words.text(f"measure.{name}"), value, other, difference))
    return table_of(("measure", "title", "value", "other", "difference"), rows)


def _players(snapshot: Snapshot, found: KeyPlayers) -> tuple[Value, ...]:
    names = ", ".join(snapshot.actors.names[actor] for actor in found.actors)
    return found.method.measure, names, found.value, found.before, found.bound, found.exact


def _place(snapshot: Snapshot, actor: str) -> int:
    """Where an actor stands, by id or by a name that one actor has; `UsageError` where there is none or are several."""
    known = snapshot.actors
    if actor in known.index:
        return known.index[actor]
    places = [place for place, name in enumerate(known.names) if name == actor]
    if len(places) != 1:
        raise UsageError("notebook.no_actor", name=actor, count=len(places))
    return places[0]


def _reason(code: str | None, words: Messages) -> str | None:
    return None if code is None else words.text(code)
