"""All tables of an analysis, from whatever of it was computed."""

from collections.abc import Sequence
from dataclasses import dataclass

from network_service.analysis.brokerage_significance import BrokerageSignificance
from network_service.analysis.community_comparison import communities_and_sectors, communities_and_sub_networks
from network_service.analysis.key_players import KeyPlayers
from network_service.analysis.measures import Figure, Measures
from network_service.analysis.null_model import NullFigure
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
from network_service.documents.tables.sectors import sectors_table
from network_service.documents.tables.table import Table
from network_service.documents.tables.ties import ties_table
from network_service.findings.finding import Finding
from network_service.process.consideration import Consideration
from network_service.process.doubt import Doubt
from network_service.process.readiness import Readings
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class Process:
    """What was judged of the building of the network."""

    readings: Readings
    considerations: Sequence[Consideration]
    doubts: Sequence[Doubt]


@dataclass(frozen=True, slots=True)
class Costly:
    """Results that take seconds and more, as far as they were computed; `figures` are more of the whole network."""

    key_players: Sequence[KeyPlayers] = ()
    significances: Sequence[BrokerageSignificance] = ()
    chance: Sequence[NullFigure] = ()
    figures: Sequence[Figure] = ()


def structure_tables(snapshot: Snapshot, measures: Measures, costly: Costly) -> tuple[Table, ...]:
    """The tables of the network's structure; what was not computed leaves its rows or cells empty."""
    found = measures.communities
    compared = (communities_and_sectors(snapshot, found), communities_and_sub_networks(snapshot, found))
    more = (*community_figures(found, compared), *costly.figures)
    roles = (measures.brokerage, measures.brokerage_undirected)
    return (
        centrality_table(snapshot, measures),
        ties_table(snapshot, measures),
        brokerage_table(snapshot, roles, costly.significances),
        cutpoints_table(snapshot, measures),
        key_players_table(snapshot, costly.key_players),
        mixing_table(snapshot, measures),
        sectors_table(snapshot, measures),
        network_table(snapshot, measures, more=more, chance=costly.chance),
        communities_table(snapshot, found),
        community_summary_table(snapshot, found),
        bodies_table(snapshot, measures),
        interlock_table(snapshot, measures),
    )


def process_tables(process: Process, *, synthetic: bool) -> tuple[Table, ...]:
    """The tables of steps, factors, considerations and doubt."""
    return (
        readiness_table(process.readings, synthetic=synthetic),
        factors_table(process.readings, synthetic=synthetic),
        factor_parts_table(process.readings, synthetic=synthetic),
        considerations_table(process.considerations, synthetic=synthetic),
        doubt_table(process.doubts, synthetic=synthetic),
    )


def every_table(
    snapshot: Snapshot, measures: Measures, findings: Sequence[Finding], process: Process, costly: Costly | None = None
) -> tuple[Table, ...]:
    """All of them and the findings; the codebook is made from what this gives."""
    return (
        *structure_tables(snapshot, measures, costly or Costly()),
        *process_tables(process, synthetic=snapshot.synthetic),
        findings_table(findings, synthetic=snapshot.synthetic),
    )
