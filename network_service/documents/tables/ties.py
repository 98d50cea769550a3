"""`ties`: every undirected tie with its layers, strength and measures."""

from math import isnan

import numpy as np

from network_service.analysis.measures import Measures
from network_service.documents.tables.listing import listed
from network_service.documents.tables.measure_columns import measure_columns
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import LAYERS, Snapshot

_ENDS = (
    Column("source", Kind.TEXT, "column.tie.source"),
    Column("source_name", Kind.TEXT, "column.tie.source_name"),
    Column("target", Kind.TEXT, "column.tie.target"),
    Column("target_name", Kind.TEXT, "column.tie.target_name"),
    Column("layers", Kind.CODE, "column.tie.layers", vocabulary="layer"),
    Column("strength", Kind.NUMBER, "column.tie.strength", Unit.STRENGTH, "missing.no_frequency", between=(1, 5)),
)
_BRIDGE = Column("bridge", Kind.BOOLEAN, "measure.bridges.explained")


def ties_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row a tie of U, in its order: by the place of the first end among the actors, then of the second."""
    actors, edges, of_ties = snapshot.actors, snapshot.undirected, measures.of_ties
    bridges = {(bridge.source, bridge.target) for bridge in measures.bridges.bridges}
    ends = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    values = zip(*(measure.values for measure in of_ties.values()), strict=True)
    rows = (
        (
            *(actors.ids[one], actors.names[one], actors.ids[other], actors.names[other]),
            layers,
            None if isnan(strength) else strength,
            *figures,
            (one, other) in bridges,
        )
        for (one, other), layers, strength, figures in zip(
            ends, _layers(snapshot), edges.strength.tolist(), values, strict=True
        )
    )
    methods = (*(measure.method for measure in of_ties.values()), measures.bridges.method)
    columns = (*_ENDS, *measure_columns(of_ties), _BRIDGE)
    return Table.of("ties", columns, rows, synthetic=snapshot.synthetic, methods=methods)


def _layers(snapshot: Snapshot) -> list[str | None]:
    """Codes of the layers that each tie of U was merged from, in the order of the vocabulary."""
    ties, edges, size = snapshot.ties, snapshot.undirected, max(len(snapshot.actors), 1)
    low, high = np.minimum(ties.source, ties.target), np.maximum(ties.source, ties.target)
    apart = low != high
    keys = low[apart].astype(np.int64) * size + high[apart]
    place = np.searchsorted(edges.source.astype(np.int64) * size + edges.target, keys)
    merged = np.zeros(len(edges), dtype=np.int64)
    np.bitwise_or.at(merged, place, np.int64(1) << ties.layer[apart].astype(np.int64))
    words = {
        bits: [layer.value for number, layer in enumerate(LAYERS) if bits >> number & 1]
        for bits in set(merged.tolist())
    }
    return [listed(words[bits], len(words[bits])) for bits in merged.tolist()]
