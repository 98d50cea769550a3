"""`network`: every figure of the whole network, how it was made, and where it stands among networks of chance."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from network_service.analysis.measures import Figure, Measures
from network_service.analysis.mixing import EIIndex
from network_service.analysis.null_model import NullFigure
from network_service.analysis.result import NetworkMeasure
from network_service.analysis.unknown import NOTHING_POSSIBLE
from network_service.documents.table import Cell
from network_service.documents.tables.both_languages import in_both, sentence_in_both
from network_service.documents.tables.listing import as_json
from network_service.documents.tables.measure_columns import UNIT_OF, meaning
from network_service.documents.tables.table import ANY, Bounds, Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_CHANCE_SOURCE = "Maslov and Sneppen 2002, Science 296, 910-913; Fosdick et al. 2018, SIAM Review 60, 315-355"
_KNOWN = "missing.figure_known"


def _chance(code: str, meaning: str, unit: Unit, kind: Kind = Kind.NUMBER, between: Bounds | None = None) -> Column:
    return Column(code, kind, meaning, unit, "missing.not_compared", source=_CHANCE_SOURCE, between=between)


_COLUMNS = (
    Column("name", Kind.TEXT, "column.network.name"),
    *in_both("title", "column.title"),
    *in_both("meaning", "column.network.meaning"),
    Column("value", Kind.NUMBER, "column.network.value", Unit.OF_ROW, "missing.see_reason", between=ANY),
    Column("unit", Kind.TEXT, "column.unit"),
    Column("reason", Kind.TEXT, "column.network.reason_code", missing=_KNOWN),
    *in_both("reason", "column.network.reason", missing=_KNOWN),
    _chance("percentile", "measure.null_model.explained", Unit.PERCENT),
    _chance("chance_mean", "column.network.chance_mean", Unit.OF_ROW, between=ANY),
    _chance("chance_low", "column.network.chance_range", Unit.OF_ROW, between=ANY),
    _chance("chance_high", "column.network.chance_range", Unit.OF_ROW, between=ANY),
    _chance("chance_z", "column.network.chance_z", Unit.INDEX, between=ANY),
    _chance("chance_samples", "column.network.chance_samples", Unit.COUNT, Kind.INTEGER),
    _chance("chance_seed", "column.seed", Unit.NONE, Kind.INTEGER),
    Column("network", Kind.TEXT, "column.network"),
    Column("definition", Kind.TEXT, "column.definition"),
    Column("normalisation", Kind.TEXT, "column.normalisation"),
    Column("parameters", Kind.JSON, "column.parameters"),
    Column("engine", Kind.TEXT, "column.engine"),
    Column("engine_version", Kind.TEXT, "column.engine_version"),
    Column("seed", Kind.INTEGER, "column.seed", missing="missing.no_chance"),
    Column("source", Kind.TEXT, "column.source"),
    Column("snapshot", Kind.TEXT, "column.snapshot"),
)
_NOT_COMPARED: tuple[Cell, ...] = (None,) * 7


def network_table(
    snapshot: Snapshot, measures: Measures, *, more: Iterable[Figure] = (), chance: Sequence[NullFigure] = ()
) -> Table:
    """One row a figure of `of_network`, and of `more`; beside it how `chance` compares where that was computed."""
    compared = {one.measure: one for one in chance}
    figures = (*measures.of_network.values(), *_densities(measures.e_i_index), *more)
    rows = ((*_about(one), *_beside(compared.get(one.method.measure)), *_made(one)) for one in figures)
    return Table.of("network", _COLUMNS, rows, synthetic=snapshot.synthetic)


def _densities(found: EIIndex) -> Iterator[NetworkMeasure]:
    """An E-I index alone misleads: where most pairs are strangers it looks outward though few of them are tied."""
    for name, share in (("internal_density", found.internal_density), ("external_density", found.external_density)):
        about = replace(found.method, measure=name, definition="present / possible", normalisation="possible")
        yield NetworkMeasure(share.value, about, None if share.possible else NOTHING_POSSIBLE)


def _about(one: Figure) -> tuple[Cell, ...]:
    name = one.method.measure
    told = (*sentence_in_both(f"measure.{name}"), *sentence_in_both(meaning(name)))
    reason = None if one.reason is None else one.reason.removeprefix("measure.reason.")
    return name, *told, one.value, UNIT_OF.get(name, Unit.NONE).value, reason, *sentence_in_both(one.reason)


def _beside(chance: NullFigure | None) -> tuple[Cell, ...]:
    if chance is None or chance.percentile is None:
        return _NOT_COMPARED
    figures = (chance.percentile, chance.mean, chance.low, chance.high, chance.z, chance.samples)
    return *figures, chance.method.seed


def _made(one: Figure) -> tuple[Cell, ...]:
    made = one.method
    engine = (made.engine, made.engine_version, made.seed, made.source, made.snapshot_hash)
    return made.network, made.definition, made.normalisation, as_json(made.parameters), *engine
