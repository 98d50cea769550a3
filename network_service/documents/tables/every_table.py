"""All tables of an analysis."""

from collections.abc import Sequence
from dataclasses import dataclass

from network_service.analysis.community_comparison import communities_and_sectors, communities_and_sub_networks
from network_service.analysis.long_measures import LongMeasures
from network_service.analysis.measures import Measures
from network_service.documents.tables.bodies import bodies_table
from network_service.documents.tables.brokerage import brokerage_table
from network_service.documents.tables.centrality import centrality_table
from network_service.documents.tables.communities import communities_table
from network_service.documents.tables.community_summary import community_figures, community_summary_table
from network_service.documents.tables.considerations import considerations_table
from network_service.documents.tables.cutpoints import cutpoints_table
from network_service.documents.tables.doubt import doubt_table
from network_service.documents.tables.factor_parts import factor_parts_table
from network_service.documents.tables.factors import factors_table
from network_service.documents.tables.findings import findings_table
from network_service.documents.tables.interlock import interlock_table
from network_service.documents.tables.key_players import key_players_table
from network_service.documents.tables.mixing import mixing_table
from network_service.documents.tables.network import network_table
from network_service.documents.tables.readiness import readiness_table
from network_service.documents.tables.robustness import robustness_table
from network_service.documents.tables.sectors import sectors_table
from network_service.documents.tables.table import Table
from network_service.documents.tables.ties import ties_table
from network_service.findings.finding import Finding
from network_service.process.consideration import Consideration
from network_service.process.doubt import Doubt
from network_service.process.readiness import Readings
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of a network beside its measures."""

    readings: Readings
    considerations: Sequence[Consideration]
    doubts: Sequence[Doubt]
    findings: Sequence[Finding]


def every_table(
    snapshot: Snapshot, measures: Measures, judged: Judged, at_length: LongMeasures | None = None
) -> tuple[Table, ...]:
    """All tables but the codebook, which is made from them; without `at_length` its cells and rows are empty."""
    return *measure_tables(snapshot, measures, at_length), *judgement_tables(judged, synthetic=snapshot.synthetic)


def measure_tables(snapshot: Snapshot, measures: Measures, at_length: LongMeasures | None = None) -> tuple[Table, ...]:
    """The tables of measures."""
    found, long = measures.communities, at_length
    compared = (communities_and_sectors(snapshot, found), communities_and_sub_networks(snapshot, found))
    more = (*community_figures(found, compared), *((long.weakest_point,) if long else ()))
    roles = (measures.brokerage, measures.brokerage_undirected)
    players = (long.key_players_fragmentation, long.key_players_reach) if long else ()
    return (
        centrality_table(snapshot, measures),
        ties_table(snapshot, measures),
        brokerage_table(snapshot, roles, (long.brokerage_significance,) if long else ()),
        cutpoints_table(snapshot, measures),
        key_players_table(snapshot, players),
        robustness_table(snapshot, long.robustness if long else None),
        mixing_table(snapshot, measures),
        sectors_table(snapshot, measures),
        network_table(snapshot, measures, more=more, chance=long.null_model if long else ()),
        communities_table(snapshot, found),
        community_summary_table(snapshot, found),
        bodies_table(snapshot, measures),
        interlock_table(snapshot, measures),
    )


def judgement_tables(judged: Judged, *, synthetic: bool) -> tuple[Table, ...]:
    """The tables of steps, factors, considerations, doubt and findings."""
    return (
        readiness_table(judged.readings, synthetic=synthetic),
        factors_table(judged.readings, synthetic=synthetic),
        factor_parts_table(judged.readings, synthetic=synthetic),
        considerations_table(judged.considerations, synthetic=synthetic),
        doubt_table(judged.doubts, synthetic=synthetic),
        findings_table(judged.findings, synthetic=synthetic),
    )
