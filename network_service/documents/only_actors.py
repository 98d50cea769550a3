"""The part of a network that most programs draw: its actors and the ties between them."""

from collections.abc import Collection
from dataclasses import replace

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.domain.ties import ACTORS


def only_actors(network: FlatNetwork) -> FlatNetwork:
    """The groups, organisations and persons, the ties between them, and the columns in which these say something."""
    nodes = [node for node in network.nodes if node.kind in ACTORS]
    ids = {node.id for node in nodes}
    ties = [tie for tie in network.ties if tie.source in ids and tie.target in ids]
    return replace(
        network,
        nodes=nodes,
        ties=ties,
        node_columns=_filled(network.node_columns, nodes),
        tie_columns=_filled(network.tie_columns, ties),
    )


def _filled(columns: Collection[str], rows: Collection[FlatRow]) -> tuple[str, ...]:
    said = {code for row in rows for code in row.values}
    return tuple(code for code in columns if code in said)
