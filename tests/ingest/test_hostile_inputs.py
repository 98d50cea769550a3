"""What attacks through a file's content or name, in every format: it stays a text, or is refused; nothing hangs."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from network_service.documents.csv_export import write_csv
from network_service.documents.flat_network import FlatNetwork, flat_network
from network_service.documents.gexf_export import write_gexf
from network_service.documents.graphml_export import write_graphml
from network_service.documents.json_export import write_json
from network_service.documents.pajek_export import write_pajek
from network_service.documents.ucinet_dl_export import write_ucinet_dl
from network_service.documents.workbook_export import write_workbook
from network_service.domain.principal import local_operator
from network_service.domain.record import Node
from network_service.errors import InputError, RefusedForSafety, UnreadableFile
from network_service.ingest.imported import Imported
from network_service.ingest.limits import Limits
from network_service.ingest.reading import UNNAMED, read_file
from network_service.messages import messages_in
from network_service.operations.import_network import ImportOptions, import_network
from network_service.store.sqlite.store import SqliteStore
from tests.ingest.fuzz_seeds import seeds
from tests.ingest.workbooks import NETWORK, PROVINCE, by_id, imported, xlsx

DAY = date(2026, 1, 15)


def _in_kumu(name: str) -> bytes:
    return json.dumps({"elements": [{"label": name}, {"label": "other"}], "connections": []}).encode()


def _in_xml(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;")


NAMED: dict[str, Callable[[str], bytes]] = {
    "csv": lambda name: f'Label,Type\n"{name}",\nother,\n'.encode(),
    "kumu_json": _in_kumu,
    "graphml": lambda name: (
        '<graphml><key id="n" for="node" attr.name="name"/><graph><node id="1">'
        f'<data key="n">{_in_xml(name)}</data></node><node id="other"/></graph></graphml>'
    ).encode(),
    "gexf": lambda name: (
        f'<gexf><graph><nodes><node id="1"><attvalues/></node><node id="2" label="{_in_xml(name)}"/></nodes>'
        "<edges/></graph></gexf>"
    ).encode(),
    "pajek": lambda name: f'*Vertices 2\n1 "{name}"\n2 "other"\n*Arcs\n'.encode(),
    "ucinet_dl": lambda name: f'dl n=2 format=edgelist1\nlabels:\n"{name}" other\ndata:\n1 2\n'.encode(),
    "our_workbook": lambda name: xlsx(Network=NETWORK, Actors=[["level", "name"], ["group", name], ["group", "other"]]),
    "foreign_workbook": lambda name: xlsx(Nodes=[["Name"], [name]], Edges=[["Source", "Target"], [name, "other"]]),
}
"""A small file of each format with a node of any name."""


def read(path: Path, content: bytes) -> Imported:
    path.write_bytes(content)
    return read_file(path).assemble({}, day=DAY)


def names(found: Imported) -> set[str]:
    return {one.display_name for one in found.records if isinstance(one, Node)}


@pytest.mark.parametrize("form", NAMED)
@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("\u202eชมรม\u2066ก\u2069", "ชมรมก"),
        ("ชมรม\u200bก", "ชมรม\u200bก"),
        ("เครอื\u0e48ง", "เครอื\u0e48ง"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("C:\\windows\\x", "C:\\windows\\x"),
        ("=1+1", "=1+1"),
        ("＝1+1", "＝1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("${jndi:x} %s {0} ' OR 1=1 --", "${jndi:x} %s {0} ' OR 1=1 --"),
    ],
    ids=["controls", "word break", "marks", "path", "drive", "formula", "wide formula", "at", "markup", "injection"],
)
def test_a_name_is_stored_as_typed_without_what_is_no_text(form: str, written: str, stored: str, tmp_path: Path):
    content = NAMED[form](written)
    found = read(tmp_path / "file", content)
    if written == "=1+1" and "workbook" in form:  # typed as a formula, and so without a value
        assert "cell.formula_without_value" in {fault.code for fault in found.faults}
        assert stored not in names(found)
    else:
        assert stored in names(found)


@pytest.mark.parametrize("form", sorted(seeds()))
def test_a_file_too_large_is_refused_in_every_format_before_it_is_looked_at(form: str, tmp_path: Path):
    for seed in seeds()[form]:
        paths = [tmp_path / name for name, _ in seed.files]
        for path, (_, content) in zip(paths, seed.files, strict=True):
            path.write_bytes(content)
        total = sum(len(content) for _, content in seed.files)
        with pytest.raises(RefusedForSafety, match="file_too_large"):
            read_file(paths, province=PROVINCE, limits=Limits(file_bytes=total - 1))


HOSTILE_NAMES = {
    "up": "..x",
    "drive": "C:\\windows\\win.ini",
    "drive without folder": "C:x.csv",
    "thai": "เครือข่าย จังหวัด.csv",
    "right to left": "\u202evsc.exe",
    "escape": "\x1b[2Jx.csv",
    "line end": "a\nb.csv",
    "device": "NUL",
    "switch": "-rf.csv",
    "markup": "[red]<b>x.csv",
    "long": "ก" * 85,
    "no text": "x\udcff.csv",
}


@pytest.mark.parametrize("name", HOSTILE_NAMES.values(), ids=HOSTILE_NAMES)
def test_the_name_of_a_file_is_a_word_of_sentences_and_never_a_path(name: str, tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / name
    path.write_bytes(b"From,To\na,b\nc,c\n")
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        before = {one.name for one in tmp_path.rglob("*")}
        report = import_network(local_operator("t"), store, path, ImportOptions(day=DAY, accept_good=True))
        assert {one.name for one in tmp_path.rglob("*")} == before
        assert report.written > 0
    (fault,) = report.faults
    for language in ("th", "en"):
        words = messages_in(language)
        told = [fault.place(words), *(note.sentence(words) for note in report.imported.notes)]
        assert not any(set(text) & set("\x1b\n\u202e") for text in told)
        "".join(told).encode()


def test_a_name_longer_than_a_file_can_have_or_with_a_way_up_is_no_file_or_that_file(tmp_path: Path):
    with pytest.raises(UnreadableFile, match="no_file"):
        read_file(tmp_path / ("ก" * 300))
    (tmp_path / "in").mkdir()
    (tmp_path / "x.csv").write_bytes(b"From,To\na,b\n")
    assert read_file(tmp_path / "in" / ".." / "x.csv").assemble({}).read == 1


WRITERS: dict[str, Callable[[Path, FlatNetwork], object]] = {
    "csv": write_csv,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "pajek": write_pajek,
    "ucinet_dl": write_ucinet_dl,
}


@pytest.mark.parametrize("form", [*WRITERS, "workbook", "json"])
def test_names_that_look_like_paths_stay_text_in_every_export(form: str, tmp_path: Path):
    hostile = ["../../x", "C:\\windows\\x", "/etc/passwd", "a/../b", "*?[]:", "ก" * 200]
    records = imported(Actors=[["level", "name", "note"], *(["group", name, name] for name in hostile)]).records
    assert len(names_of := {one.display_name for one in records if isinstance(one, Node)}) == len(hostile) + 1
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "file"
    if form in WRITERS:
        network = flat_network(records, PROVINCE, "en")
        assert network.title in names_of
        WRITERS[form](path, network)
    elif form == "json":
        write_json(path, records, PROVINCE)
    else:
        write_workbook(path, records, "en")
    written = sorted(folder.iterdir())
    assert all(one.name.startswith("file") for one in written)
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
    back = read_file(written, province=PROVINCE).assemble(by_id(imported(Actors=[["level", "name"]])))
    assert set(hostile) <= names(back)


NUMBERS = [
    *("9223372036854775808", "18446744073709551616", "9" * 5_000, "1e999", "-1e999", "NaN", "Infinity", "-1", "-0"),
    *("0x10", "1_000", "٣", "²", "1e-999", "1" + "0" * 400 + ".5"),
]


_TIE = {
    "id": "c28d04d6-0a67-5d17-94df-e29aa6d84129",
    "kind": "collaborates_with",
    "province": PROVINCE,
    "frequency": "HERE",
}


def weighted(form: str, number: str) -> bytes:
    """A file of the format whose one tie has a number for its strength."""
    return (
        {
            "csv": f"Source,Target,Weight,Frequency\na,b,{number},{number}\n",
            "kumu_json": json.dumps({"elements": [], "connections": [{"from": "a", "to": "b", "frequency": "HERE"}]}),
            "graphml": '<graphml><key id="f" for="edge" attr.name="frequency" attr.type="long"/><graph><node id="a"/>'
            f'<node id="b"/><edge source="a" target="b"><data key="f">{number}</data></edge></graph></graphml>',
            "gexf": '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges>'
            f'<edge source="a" target="b" weight="{number}"/></edges></graph></gexf>',
            "pajek": f"*Vertices 2\n*Arcs\n1 2 {number}\n",
            "ucinet_dl": f"dl n=2 format=edgelist1\ndata:\n1 2 {number}\n",
            "our_json": json.dumps(
                {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": [_TIE]}
            ),
        }[form]
        .replace('"HERE"', number)
        .encode()
    )


@pytest.mark.parametrize("form", ["csv", "kumu_json", "graphml", "gexf", "pajek", "ucinet_dl", "our_json"])
def test_a_number_that_no_field_can_hold_is_a_fault_or_a_refusal_and_never_stored(form: str, tmp_path: Path):
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        for number in NUMBERS:
            (tmp_path / "file").write_bytes(weighted(form, number))
            options = ImportOptions(day=DAY, accept_good=True)
            try:
                report = import_network(local_operator("t"), store, tmp_path / "file", options)
            except (InputError, RefusedForSafety):
                continue
            assert report.imported.read == report.imported.accepted + report.imported.refused
            frequencies = {getattr(one, "frequency", None) for one in report.imported.records}
            assert frequencies <= {None, 0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud800", "\\udfff\\ud800", "a\\u0000b"])
@pytest.mark.parametrize("form", ["kumu_json", "our_json"])
def test_nul_and_half_a_letter_in_json_never_reach_the_store(form: str, escape: str, tmp_path: Path):
    (_, content), *_ = seeds()["our_json"][0].files
    ours = content.decode().replace("ชมรมรักน้ำ", f"ชมรม{escape}")
    kumu = '{"elements": [{"label": "x%s"}, {"label": "y"}], "connections": [{"from": "x%s", "to": "y"}]}'
    path = tmp_path / "file"
    path.write_bytes((ours if form == "our_json" else kumu.replace("%s", escape)).encode())
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        import_network(local_operator("t"), store, path, ImportOptions(day=DAY, accept_good=True))
        province = PROVINCE if form == "our_json" else UNNAMED
        stored = [found.record.model_dump_json() for found in store.records(province=province)]
    assert not any("\0" in one or "\\u0000" in one for one in stored)
    "".join(stored).encode()


PUMPS = {
    "comments": "<!---->",
    "an open comment": "<!--",
    "heads": "<?xml?>",
    "pajek comments": "%\n\n",
    "pajek comments in one line": "% ",
    "space": " ",
    "lines": "\n",
    "quotes": '"a" ',
    "open quotes": '"a',
    "brackets": "[(",
    "signs": "&#",
    "stars": "*",
    "digits": "1,",
    "points": "1.",
    "apostrophes": "'",
    "letters": "a",
    "backslashes": "\\;",
    "marks": "ก\u0e48",
}
LONG = 20_000
"""Characters of a text that a pattern must pass over in time linear to it; one that backtracks would take for ever."""


@pytest.mark.parametrize("pump", PUMPS.values(), ids=PUMPS)
def test_no_pattern_takes_more_than_linear_time(pump: str, tmp_path: Path):
    text = pump * (LONG // len(pump))
    heads = ("", "*Vertices 2\n1 ", "dl n=2 ", "Label,Type\n", "<graphml>", '{"elements": [')
    contents = [(head + text + tail).encode() for head in heads for tail in ("x", "\n<x", ",\n*vert")]
    contents += [f"a,b\n{text},y\nบ้าน,วัด\n".encode("cp874")]
    contents += [make(text[:2_000]) for form, make in NAMED.items() if form != "our_workbook"]
    for content in contents:
        (tmp_path / "file").write_bytes(content)
        with suppress(InputError, RefusedForSafety):
            read_file(tmp_path / "file", otherwise=PROVINCE).assemble({}, day=DAY)


@pytest.mark.parametrize("kinds", ["organization", "organization group", "person"])
def test_each_row_of_one_name_costs_no_more_however_many_there_are(kinds: str, tmp_path: Path):
    words = kinds.split()
    rows = "".join(f"one name,{words[place % len(words)]}\n" for place in range(10_000))
    found = read(tmp_path / "file", f"Label,Type\n{rows}".encode())
    assert (found.read, found.accepted) == (10_000, 1)
    assert len(found.faults) + found.faults_not_listed < 2 * found.read
