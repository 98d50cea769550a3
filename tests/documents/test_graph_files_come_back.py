"""A province exported for graph programs and imported again is the same province, and makes no duplicates."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from network_service.documents.flat_network import FlatNetwork, flat_network
from network_service.documents.gexf_export import write_gexf
from network_service.documents.graphml_export import write_graphml
from network_service.domain.record import Record
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.translate import translate
from network_service.ingest.limits import LIMITS, Limits
from tests.domain.filled import PROVINCE, filled_province

RECORDS = {record.id: record for record in filled_province()}
Writer = Callable[[Path, FlatNetwork], None]
Reader = Callable[[bytes, Limits], ForeignNetwork]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, read_graphml), (write_gexf, read_gexf)], ids=["graphml", "gexf"]
)
@pytest.mark.parametrize("known", [{}, RECORDS], ids=["empty store", "stored"])
def test_every_kind_of_record_comes_back_with_every_field(
    tmp_path: Path, write: Writer, read: Reader, known: Mapping[str, Record], language: str
):
    write(tmp_path / "file", flat_network(list(RECORDS.values()), PROVINCE, language))
    network = read((tmp_path / "file").read_bytes(), LIMITS)
    imported = assemble(translate(network, PROVINCE, known, ColumnMapping(), "unnamed"), PROVINCE, known)
    assert imported.faults == ()
    found = {record.id: record for record in imported.records}
    assert found.keys() == RECORDS.keys()
    # A code from which the id follows stands in our workbook in place of the id; a graph file has the id itself.
    bare = {"source_key": None}
    assert {id_: one.model_copy(update=bare) for id_, one in found.items()} == {
        id_: one.model_copy(update=bare) for id_, one in RECORDS.items()
    }
