"""The summary says of every file that was written what it was made from."""

import json
from pathlib import Path

from network_service.documents.summary import summary, write_summary
from network_service.findings.thresholds import Thresholds
from tests.documents.tables.made import FINDING, NETWORK, measures, tables


def test_every_table_written_stands_with_its_methods_and_no_other(tmp_path: Path):
    told = summary(
        NETWORK,
        measures(),
        [FINDING],
        NETWORK,
        thresholds=Thresholds(),
        layout_seed=1,
        files={"ties.csv", "ties.parquet", "centrality.csv", "findings.csv"},
        tables=tuple(tables().values()),
    )
    write_summary(tmp_path / "summary.json", told)
    files = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["files"]
    assert files.keys() == {"ties.csv", "ties.parquet", "centrality.csv", "findings.csv"}
    assert all(made["snapshot"] == NETWORK.content_hash for made in files.values())
    assert files["ties.csv"] == files["ties.parquet"]
    assert files["ties.csv"]["rows"] == 9
    assert [method["measure"] for method in files["ties.csv"]["methods"]] == [*measures().of_ties, "bridges"]
    assert files["centrality.csv"]["methods"]["katz"]["parameters"]
