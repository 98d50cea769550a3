"""Each file of another program is told by its content, whatever it is called, and gives a whole network."""

from pathlib import Path

import pytest

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.recognise import Hints, NamedContent, read_foreign
from network_service.ingest.limits import LIMITS
from network_service.ingest.reading import read_file
from tests.house.tree import ROOT

FOLDER = ROOT / "tests" / "data" / "foreign"
FORMS = {
    "dl_*.dl": "ucinet_dl",
    "florentine-edges.csv": "edge_list_csv",
    "*matrix.csv": "matrix_csv",
    "southern-women.csv": "matrix_csv",
    "gephi-edges.csv": "gephi_csv",
    "gephi-nodes.csv": "gephi_csv",
    "kumu-*.csv": "kumu_csv",
    "*.graphml": "graphml",
    "*.gexf": "gexf",
    "kumu_*.json": "kumu_json",
    "pajek_*": "pajek",
}
FILES = [(path, form) for pattern, form in FORMS.items() for path in sorted(FOLDER.glob(pattern))]


def read(*contents: bytes):
    files = [NamedContent(f"file {number}", content) for number, content in enumerate(contents)]
    return read_foreign(files, LIMITS, Hints())


@pytest.mark.parametrize(("path", "form"), FILES, ids=lambda one: getattr(one, "name", one))
def test_a_file_is_told_by_its_content_alone(path: Path, form: str):
    found = read(path.read_bytes())
    assert found.form == form
    assert any(table.rows for table in (*found.nodes, *found.ties))


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_every_row_of_every_file_is_accepted_or_refused_and_an_accepted_one_stays_the_same(path: Path):
    first = read_file(path).assemble({})
    assert first.read == first.accepted + first.refused > 0
    assert (first.refused > 0) == bool(first.faults)
    stored = {record.id: record for record in first.records}
    again = read_file(path).assemble(stored)
    assert {record.id: record for record in again.records}.items() <= stored.items()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_at_the_beginning_do_not_hide_a_format(encoding: str):
    assert read('*Vertices 2\n1 "ก"\n2 "ข"\n*Edges\n1 2\n'.encode(encoding)).form == "pajek"
    assert read("Source,Target\nก,ข\n".encode(encoding)).form in ("gephi_csv", "edge_list_csv")


@pytest.mark.parametrize(
    "content", [b"<html><body>x</body></html>", b"%PDF-1.7\n...", b"<?xml version='1.0'?><svg/>", b"\x7fELF\x00\x01"]
)
def test_what_is_no_network_is_refused(content: bytes):
    with pytest.raises(UnreadableFile):
        read(content)


def test_files_that_are_no_parts_of_one_network_are_refused_by_name():
    with pytest.raises(UnreadableFile) as refused:
        read(b"a,b\n1,2\n", b"<graphml></graphml>")
    assert refused.value.parameters["names"] == "file 1"
