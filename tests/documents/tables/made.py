"""Tables of the eight actors on three bodies, with all that can be computed of them, and small ways to read them."""

import csv
from functools import cache
from pathlib import Path

from network_service.analysis.example import eight_actors_on_bodies
from network_service.analysis.kept import MeasureOptions
from network_service.analysis.long_measures import LongMeasures, measure_at_length
from network_service.analysis.measures import Measures
from network_service.documents.table import Cell
from network_service.documents.tables.every_table import Judged, every_table, measure_tables
from network_service.documents.tables.table import Table
from network_service.findings.finding import Finding, Severity, Subject
from network_service.process.considering import read_considerations
from network_service.process.doubt import doubts
from network_service.process.readiness import read_readiness
from network_service.process.situation import Situation
from network_service.snapshot.model import Snapshot
from tests.process.figures import recounted
from tests.process.hand import situation

NETWORK = eight_actors_on_bodies()
FINDING = Finding(
    "isolate",
    Severity.MINOR,
    (Subject("actor", "g9", "=ชมรม"),),
    {"ties": 0},
    {"name": "=ชมรม", "count": 1},
    members_affected=1,
)


@cache
def measures() -> Measures:
    """The measures of the eight actors."""
    return Measures(NETWORK, MeasureOptions(seed=1))


@cache
def at_length() -> LongMeasures:
    """Those that take long; too few actors for chance to say anything."""
    return measure_at_length(measures(), seed=1)


@cache
def judged() -> Judged:
    """What a small network made by hand is judged to be, in which conditions hold, fail and are not known."""
    small = situation("g1 g2 b1 v1 x1", "g1-g2 g1-b1 b1-v1")
    told = Situation(small.snapshot, small.affairs, recounted(small.snapshot, ()), small.standards)
    figures = doubts(told.snapshot, told.affairs, told.standards)
    return Judged(read_readiness(told), read_considerations(told), figures, (FINDING,))


@cache
def tables() -> dict[str, Table]:
    """Every table by name."""
    return {table.name: table for table in every_table(NETWORK, measures(), judged(), at_length())}


def tables_of(snapshot: Snapshot) -> dict[str, Table]:
    """The tables of measures of another network, by name."""
    return {table.name: table for table in measure_tables(snapshot, Measures(snapshot))}


def records(table: Table) -> list[dict[str, Cell]]:
    """Rows by header."""
    return [dict(zip(table.headers, row, strict=True)) for row in table.rows]


def read_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a file by header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
