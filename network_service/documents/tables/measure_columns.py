"""The measures as columns: what one is called, in which unit it is told, why a cell of it may be empty."""

from collections.abc import Mapping

from network_service.analysis.result import ActorMeasure, TieMeasure
from network_service.documents.tables.table import NEVER, Bounds, Column, Kind, Unit

_UNITS: Mapping[Unit, tuple[str, ...]] = {
    Unit.COUNT: ("degree_count", "core_number", "effective_size", "effective_size_weighted"),
    Unit.SHARE: (
        *("degree", "in_degree", "out_degree", "betweenness", "betweenness_weighted", "edge_betweenness"),
        *("edge_betweenness_weighted", "closeness", "harmonic", "reach_2", "reach_3", "reach_4"),
        *("pagerank", "pagerank_weighted", "pagerank_directed", "clustering", "clustering_weighted"),
        *("efficiency", "efficiency_weighted", "two_mode_degree", "two_mode_betweenness", "two_mode_closeness"),
        *("density", "density_directed", "internal_density", "external_density", "reciprocity", "transitivity"),
        *("average_clustering", "global_efficiency", "connectedness", "fragmentation", "sector_pair_coverage"),
        *("key_players_fragmentation", "key_players_reach", "degree_centralisation", "closeness_centralisation"),
        *("betweenness_centralisation",),
    ),
    Unit.INDEX: (
        *("e_i_by_actor", "e_i_by_sector", "e_i_index", "assortativity", "assortativity_undirected"),
        *("degree_assortativity", "modularity", "community_stability", "community_stability_adjusted_rand"),
        *("communities_and_sectors", "communities_and_sectors_adjusted_rand", "communities_and_sub_networks"),
        *("communities_and_sub_networks_adjusted_rand", "iqv", "weakest_point", "hierarchy", "hierarchy_weighted"),
        *("constraint", "constraint_weighted", "eigenvector", "eigenvector_weighted", "katz"),
    ),
    Unit.STRENGTH: ("strength",),
    Unit.STEPS: ("eccentricity", "average_path_length", "diameter"),
    Unit.LENGTH: (
        *("eccentricity_weighted", "average_path_length_weighted", "diameter_weighted"),
        *("closeness_weighted", "harmonic_weighted", "global_efficiency_weighted"),
    ),
}
UNIT_OF = {measure: unit for unit, measures in _UNITS.items() for measure in measures}
"""Unit of each measure that has one value an actor, a tie or a network."""

_BETWEEN: Mapping[str, Bounds] = {
    **dict.fromkeys(("e_i_by_actor", "e_i_by_sector"), (-1, 1)),
    **dict.fromkeys(("hierarchy", "hierarchy_weighted", "eigenvector", "eigenvector_weighted"), (0, 1)),
}
"""Between what measures of an actor lie that have no unit; the others are at least 0."""


def meaning(measure: str) -> str:
    """Message code of what a measure says."""
    return f"measure.{measure}.explained"


def measure_columns(measures: Mapping[str, ActorMeasure] | Mapping[str, TieMeasure]) -> tuple[Column, ...]:
    """A column a measure; where some value is not known an empty cell means what the measure gives as its reason."""
    return tuple(
        Column(
            name,
            Kind.NUMBER,
            meaning(name),
            UNIT_OF.get(name, Unit.NONE),
            missing=measure.reason or NEVER,
            source=measure.method.source,
            between=_BETWEEN.get(name),
        )
        for name, measure in measures.items()
    )
