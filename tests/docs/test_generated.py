"""The documents that follow from the code say what the code says."""

import ast
import re
from collections import defaultdict
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from docs.generator import FOLDER, GENERATED
from docs.generator.codes_page import Row, code_rows
from docs.generator.model_picture import model_picture
from docs.generator.places import places_of_field, sheets_of
from network_service.domain.data_rows import data_rows
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES
from network_service.domain.record import Record
from network_service.domain.ties import TIE_ENDS
from network_service.domain.vocabulary import label, terms, vocabularies
from network_service.ingest.sheets.column import ONLY_IN_EXPORTS
from tests.house.tree import ROOT

SVG = "{http://www.w3.org/2000/svg}"
ENTERED = {kind for kind in RECORD_TYPES if any(one.step != ONLY_IN_EXPORTS for one in sheets_of(kind))}
# Of these sets the source names no code: they are words of the service itself.
OWN_SETS = {"layer", "severity", "kind", "readiness", "factor_status", "finding_state", "brokerage"}
BY_WAY = {way: [row for row in code_rows() if row.way == way] for way in {row.way for row in code_rows()}}


def text_of(path: str) -> str:
    return (FOLDER / path).read_text(encoding="utf-8")


def ids(row: Row) -> str:
    return f"{row.section}-{row.codes[0]}-{row.what}"


@pytest.mark.parametrize("path", GENERATED)
def test_a_generated_document_is_what_make_docs_writes(path: str):
    assert text_of(path) == GENERATED[path]()


def test_every_way_of_keeping_a_code_is_one_that_is_checked_here():
    assert BY_WAY.keys() == {"words", "kind", "field", "every", "data", "computed", "document", "later", "none"}


@pytest.mark.parametrize("row", BY_WAY["words"], ids=ids)
def test_every_word_of_the_source_is_a_word_of_its_vocabulary(row: Row):
    assert set(row.words) <= terms(row.vocabulary).keys()


def test_no_word_of_the_source_was_left_out_of_its_vocabulary_or_of_the_table():
    named: dict[str, set[str]] = defaultdict(set)
    for row in BY_WAY["words"]:
        named[row.vocabulary] |= {*row.words}
    # The twelfth field and the third kind of plan take what the source does not name.
    missing = {name: set(terms(name)) - named[name] for name in vocabularies() if name not in OWN_SETS}
    ours = {"activity_field": {"not_elsewhere_classified"}, "plan_kind": {"other"}}
    assert {name: words for name, words in missing.items() if words} == ours


@pytest.mark.parametrize("row", BY_WAY["kind"], ids=ids)
def test_every_kind_of_the_source_has_a_record_and_a_sheet(row: Row):
    assert row.what in RECORD_TYPES
    assert sheets_of(row.what)


def test_every_kind_that_is_entered_is_in_the_table():
    assert {row.what for row in BY_WAY["kind"]} == ENTERED


@pytest.mark.parametrize("row", BY_WAY["field"], ids=ids)
def test_every_field_of_the_source_is_kept_and_has_a_column(row: Row):
    kind, field = row.what.split(".")
    assert field in RECORD_TYPES[kind].model_fields
    assert places_of_field(kind, field)


@pytest.mark.parametrize("row", BY_WAY["every"], ids=ids)
def test_what_every_record_carries_has_a_column_on_every_sheet(row: Row):
    assert row.what in Record.model_fields
    assert all(places_of_field(kind, row.what) for kind in ENTERED)


@pytest.mark.parametrize("row", BY_WAY["data"], ids=ids)
def test_every_code_of_a_data_file_stands_in_it(row: Row):
    name, column = row.what.split(".")
    assert set(row.codes) <= {line[column] for line in data_rows(name)}


def test_what_is_not_kept_says_why():
    assert [row for way in ("computed", "document", "later", "none") for row in BY_WAY[way] if not row.note] == []


@pytest.mark.parametrize("name", sorted({row.tests for row in code_rows() if row.tests}))
def test_every_test_that_the_table_names_exists(name: str):
    path, function = name.split("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_table_of_the_model_names_every_kind_and_every_field_once():
    text = text_of("model.md")
    assert sorted(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == sorted(RECORD_TYPES)
    for kind, record_type in RECORD_TYPES.items():
        (line,) = re.findall(rf"^\| `{kind}` \|.*$", text, re.MULTILINE)
        own = set(record_type.model_fields) - set(Record.model_fields) - {"source", "target"}
        common = {"last_verified_on", "verifier"}
        assert {field for field in own - common if f"`{field}`" not in line} == set()
        assert f"`{record_type.default_visibility}`" in line


def picture() -> ET.Element:
    return ET.fromstring(model_picture())


def test_the_picture_has_every_node_once_with_its_words():
    drawn = {
        group.get("data-kind"): "".join(group.itertext())
        for group in picture().iter(f"{SVG}g")
        if group.get("data-kind")
    }
    assert drawn.keys() == NODE_TYPES.keys() & ENTERED
    for kind, shown in drawn.items():
        assert shown == label("kind", str(kind), "th") + label("kind", str(kind), "en")


def test_the_arrows_of_the_picture_join_what_ties_may_join_and_nothing_else():
    drawn = defaultdict(set)
    for group in picture().iter(f"{SVG}g"):
        tie = group.get("data-tie")
        if tie:
            assert label("kind", tie, "th") in "".join(group.itertext())
            drawn[tie] |= {*product(group.get("data-from", "").split(), group.get("data-to", "").split())}
    assert drawn.keys() == TIE_TYPES.keys()
    assert drawn == {tie: {*product(*ends)} for tie, ends in TIE_ENDS.items()}


def test_the_picture_loads_nothing_and_stays_within_its_frame():
    text = model_picture()
    assert re.findall(r"href|url\(|@import|<image|<script", text) == []
    _, _, width, height = map(int, picture().get("viewBox", "").split())
    for shape in picture().iter(f"{SVG}rect"):
        box = {name: int(shape.get(name, 0)) for name in ("x", "y", "width", "height")}
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height


def test_boxes_of_nodes_do_not_overlap():
    boxes = [group.find(f"{SVG}rect") for group in picture().iter(f"{SVG}g") if group.get("data-kind")]
    places = [
        tuple(int(box.get(name, 0)) for name in ("x", "y", "width", "height")) for box in boxes if box is not None
    ]
    for at, (x, y, width, height) in enumerate(places):
        for other_x, other_y, other_width, other_height in places[at + 1 :]:
            apart = x + width <= other_x or other_x + other_width <= x
            assert apart or y + height <= other_y or other_y + other_height <= y


def test_the_list_of_terms_has_exactly_the_words_that_the_data_file_calls_unconfirmed():
    waiting = [(row["set"], row["code"]) for row in data_rows("vocabulary") if row["confirmed"] == "no"]
    listed = []
    name = ""
    for line in text_of("terms-to-confirm.md").splitlines():
        heading, row = re.match(r"## (\S+)", line), re.match(r"\| `(\w+)` \|", line)
        name = heading[1].strip("`") if heading else name
        if row and name in vocabularies() and row[1] != "code":
            listed.append((name, row[1]))
    assert listed == waiting


@pytest.mark.parametrize(
    "path",
    [path for path in (ROOT / "network_service").glob("**/data/*.csv") if "confirmed" in path.read_text("utf-8")],
)
def test_every_data_file_with_unconfirmed_lines_is_listed_with_as_many(path: Path):
    lines = [line for line in path.read_text("utf-8").splitlines() if line.endswith(",no")]
    name = path.relative_to(ROOT).as_posix()
    sections = [part for part in text_of("terms-to-confirm.md").split("\n## ") if f"({'../' + name})" in part]
    rows = [line for part in sections for line in part.splitlines() if line.startswith("|")]
    assert len(rows) - 2 * len(sections) == len(lines) > 0
