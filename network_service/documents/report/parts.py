"""What a report is made of, as plain values: whoever joins the rooms fills it, the page only puts it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from network_service.analysis.result import Method
from network_service.findings.closing.effect import Effect
from network_service.findings.finding import Finding
from network_service.process.consideration import Consideration
from network_service.process.doubt import Doubt
from network_service.process.readiness import Readings
from network_service.snapshot.model import Snapshot
from visualizations.map_model import MapModel

Cell: TypeAlias = "float | tuple[str, ...] | None"
"""A figure, or ids of actors; `None` is not known."""


class Form(StrEnum):
    """How a figure is written: as a percentage, a whole number, a number with decimals, years, or names of actors."""

    SHARE = "share"
    COUNT = "count"
    NUMBER = "number"
    YEARS = "years"
    ACTORS = "actors"


@dataclass(frozen=True, slots=True)
class NetworkFigure:
    """A figure of the whole network; `measure.<code>` names it, `measure.<code>.explained` says what it means.

    `value` is `None` where it is not known; then `reason`, a message code, says why.
    """

    code: str
    value: float | None
    form: Form
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of actors: the message code of its heading, and how its cells are written."""

    title: str
    form: Form = Form.NUMBER


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor by id, and its cells in the order of the columns."""

    actor: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ActorTable:
    """Actors worth naming, the first the most.

    `report.table.<code>` names the table, `report.table.<code>.explained` says why these; the catalogue has
    `single_points` and `brokers`.
    """

    code: str
    columns: tuple[Column, ...]
    rows: tuple[ActorRow, ...]
    methods: tuple[Method, ...] = ()


@dataclass(frozen=True)
class ReportParts:
    """All that a report tells of one network on one day.

    `findings` in their order, which is that of the numbers on the picture. `picture` is `None` where the network is too
    large to be drawn, and `no_picture`, a sentence, says so. `effects` tell what closing a finding would change; a
    finding may have none. `names` are those of records that are no actors of the snapshot, by id. `methods` are of
    figures that stand in no table.
    """

    snapshot: Snapshot
    readings: Readings
    considerations: tuple[Consideration, ...]
    doubts: tuple[Doubt, ...]
    findings: tuple[Finding, ...]
    picture: MapModel | None
    figures: tuple[NetworkFigure, ...]
    tables: tuple[ActorTable, ...]
    no_picture: str = ""
    effects: tuple[Effect, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    methods: tuple[Method, ...] = ()
