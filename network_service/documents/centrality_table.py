"""`centrality.csv`: every actor with its measures; an empty cell means not known, never 0."""

from pathlib import Path

from network_service.analysis.measures import Measures
from network_service.documents.table import write_csv
from network_service.snapshot.model import Snapshot

ABOUT_ACTOR = ("id", "name", "sector", "actor_level", "area_level")
"""Columns that say who an actor is; codes, as they stand in the vocabularies."""


def centrality_headers(measures: Measures) -> list[str]:
    """Column names: who the actor is, each measure of `measures.of_actors`, whether the data is invented."""
    return [*ABOUT_ACTOR, *measures.of_actors, "synthetic"]


def write_centrality_csv(path: Path, snapshot: Snapshot, measures: Measures) -> None:
    """One row an actor in the order of id; UTF-8 with a byte order mark, so that Excel shows Thai."""
    actors = snapshot.actors
    about = zip(actors.ids, actors.names, actors.sectors, actors.levels, actors.area_levels, strict=True)
    values = zip(*(measure.values for measure in measures.of_actors.values()), strict=True)
    rows = [[*who, *told, snapshot.synthetic] for who, told in zip(about, values, strict=True)]
    write_csv(path, centrality_headers(measures), rows)
