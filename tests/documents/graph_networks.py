"""Networks of hypothesis as flat tables, and how a test compares what a reader makes of an exported file."""

from collections.abc import Iterable
from datetime import date

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from network_service.documents.flat_network import FlatNetwork, FlatRow, flat_network
from network_service.ingest.foreign.network import ForeignNetwork, Table
from tests.domain.strategies import PROVINCE, networks

flat_networks = st.builds(flat_network, networks(), st.just(PROVINCE), st.sampled_from(["th", "en"]))

LAW = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)

AWKWARD = "a <b> & \"c\" 'd' ]]> \t\r\n \u200b ชั้น ๑ 😀 <!-- --> &amp; <![CDATA[x]]>"
"""Text that markup must not be broken by; line ends and tabs come back too."""


def expected(rows: Iterable[FlatRow]) -> list[dict[str, object]]:
    """What a reader should find: by meaning, with days as ISO texts."""
    return [
        {
            "key": row.id,
            "type": row.kind,
            **({"source": row.source, "target": row.target} if row.source else {}),
            **{
                code: value.isoformat() if isinstance(value, date) else value
                for code, value in row.values.items()
                if value is not None
            },
        }
        for row in rows
    ]


def by_meaning(table: Table) -> list[dict[str, object]]:
    """The rows of a table that was read, under what their columns mean."""
    codes = [table.meaning[header] for header in table.headers]
    return [
        {code: cell for code, cell in zip(codes, row.cells, strict=False) if cell is not None} for row in table.rows
    ]


def assert_same(read: ForeignNetwork, written: FlatNetwork) -> None:
    """What was read is what was written, row by row and value by value."""
    assert by_meaning(read.nodes[0]) == expected(written.nodes)
    assert by_meaning(read.ties[0]) == expected(written.ties)
    assert read.directed
    assert read.title == written.title
    assert read.notes == ()


def awkward_network() -> FlatNetwork:
    """Two actors and two ties between them, with text that markup must survive."""
    ids = [f"{number:08d}-0000-4000-8000-000000000000" for number in range(1, 6)]
    nodes = [
        FlatRow(one, "organization", AWKWARD, {"name": AWKWARD, "note": "x;y" if place else AWKWARD})
        for place, one in enumerate(ids[:3])
    ]
    said = {"weight": 2.5, "valid_from": date(2024, 1, 31), "valid_to": date(2024, 12, 31), "topics": "a; b"}
    ties = [
        FlatRow(ids[3], "collaborates_with", "", said, ids[0], ids[1], True),
        FlatRow(ids[4], "coordinates_with", "", {"note": "parallel"}, ids[0], ids[1]),
    ]
    columns = ("name", "note"), ("weight", "topics", "valid_from", "valid_to", "note")
    return FlatNetwork(PROVINCE, 'Province & "Sample"', True, nodes, ties, *columns, frozenset({"weight"}))
