"""Every format of export, held by one contract: whole files, read back without duplicates, with what it can carry."""

import csv
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from examples.sample_province import PROVINCE, sample_records
from network_service.cli.export import Format as Offered
from network_service.documents.json_export import write_json
from network_service.domain.principal import Principal, Role, local_operator
from network_service.domain.record import Node, Record, Tie
from network_service.errors import NotPermitted, UsageError
from network_service.messages import LANGUAGES, messages_in
from network_service.operations.export_formats import FORMATS
from network_service.operations.export_network import Exported, export_network
from network_service.operations.import_network import ImportOptions, ImportReport, import_network
from network_service.store.sqlite.store import SqliteStore

OPERATOR = local_operator("t")
DAY = date(2026, 10, 1)
SAMPLE: Mapping[str, Record] = {record.id: record for record in sample_records()}
Said = frozenset[tuple[object, ...]]


@dataclass(frozen=True)
class Kept:
    """What a format keeps for an empty store, as `docs/formats.md` has it: how to say it of records, and in words."""

    said: Callable[[Mapping[str, Record]], Said]
    lost: str


def everything(records: Mapping[str, Record]) -> Said:
    return frozenset((record.model_dump_json(),) for record in records.values())


# What a record of these kinds needs beside its name or ends, Pajek has no place for; who would import it again into an
# empty store accepts the good rows.
NEEDS_MORE = frozenset(
    {"agreement", "agreement_stage", "body", "candidate_for", "instrument", "meeting", "needs_resource"}
    | {"offers_resource", "rating", "shares_resource", "sub_network"}
)


def graph_with_kinds(records: Mapping[str, Record]) -> Said:
    """Ids, kinds, names, sectors of actors; ties between these, with weight and direction."""
    nodes = {one.id: one for one in records.values() if isinstance(one, Node) and one.kind not in NEEDS_MORE}
    said: set[tuple[object, ...]] = set()
    for node in nodes.values():
        sector = getattr(node, "sector", None) if node.kind in ("group", "organization") else None
        said.add((node.id, node.kind, node.display_name, sector))
    for tie in records.values():
        # Memberships of the network stand in the rows of members, of which Pajek keeps the name alone.
        if (
            isinstance(tie, Tie)
            and {tie.source, tie.target} <= nodes.keys()
            and tie.kind not in NEEDS_MORE | {"member_of"}
        ):
            weight, mutual = getattr(tie, "weight", None), bool(getattr(tie, "mutual", None))
            said.add((tie.id, tie.kind, tie.source, tie.target, weight, mutual))
    return frozenset(said)


def names_and_pairs(records: Mapping[str, Record]) -> Said:
    """Names of groups and organisations, and who declares to work with whom."""
    names = {one.id: one.display_name for one in records.values() if isinstance(one, Node) and hasattr(one, "sector")}
    said: set[tuple[object, ...]] = {(name,) for name in names.values()}
    for tie in records.values():
        if isinstance(tie, Tie) and tie.kind == "collaborates_with" and {tie.source, tie.target} <= names.keys():
            ends = (names[tie.source], names[tie.target])
            said |= {ends, ends[::-1]} if getattr(tie, "mutual", None) else {ends}
    return frozenset(said)


KEPT = {
    **dict.fromkeys(("xlsx", "json", "csv", "graphml", "gexf", "kumu"), Kept(everything, "nothing")),
    "pajek": Kept(graph_with_kinds, "all columns but names, weights and sectors; kinds of records that need more"),
    "dl": Kept(names_and_pairs, "ids, levels, all columns but weights, other kinds of nodes and ties, parallel ties"),
}
ONLY_WRITTEN = {"popolo", "ftm"}
"""Formats for publishing, which this service does not read."""
GRAPHS = sorted(word for word, form in FORMATS.items() if form.is_graph)


def store_of(folder: Path, records: Collection[Record]) -> SqliteStore:
    write_json(folder / "records.json", records, PROVINCE)
    opened = SqliteStore.open(folder / "store.sqlite")
    import_network(OPERATOR, opened, folder / "records.json", ImportOptions(day=DAY))
    return opened


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A store with the sample province."""
    with store_of(tmp_path_factory.mktemp("sample"), SAMPLE.values()) as opened:
        yield opened


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A store with a network and nothing in it."""
    records = [record for record in SAMPLE.values() if record.kind == "province_network"]
    with store_of(tmp_path_factory.mktemp("small"), records) as opened:
        yield opened


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    with SqliteStore.open(tmp_path_factory.mktemp("empty") / "store.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def exports(store: SqliteStore, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Exported]:
    """The sample in a format, written once, in a folder of its own."""
    return cache(lambda form: export(store, tmp_path_factory.mktemp(form), form))


def export(store: SqliteStore, folder: Path, form: str, *, only_actors: bool = False) -> Exported:
    out = folder / f"out{FORMATS[form].suffix or '.file'}"
    return export_network(OPERATOR, store, out, form=form, only_actors=only_actors)


def preview(store: SqliteStore, exported: Exported) -> ImportReport:
    options = ImportOptions(day=DAY, province=PROVINCE, dry_run=True)
    return import_network(OPERATOR, store, exported.files, options)


def test_every_format_is_offered_and_either_read_again_or_only_written():
    assert [one.value for one in Offered] == list(FORMATS)
    assert KEPT.keys() | ONLY_WRITTEN == FORMATS.keys()
    assert not KEPT.keys() & ONLY_WRITTEN


@pytest.mark.parametrize("form", KEPT)
def test_an_export_changes_nothing_here_and_makes_the_same_elsewhere(
    store: SqliteStore, empty: SqliteStore, exports: Callable[[str], Exported], form: str
):
    exported = exports(form)
    here = preview(store, exported)
    assert here.faults == () or form == "pajek"
    assert here.plan.changes == ()
    elsewhere = preview(empty, exported).imported
    kept = KEPT[form]
    assert elsewhere.faults == () or "need more" in kept.lost
    found = {record.id: record for record in elsewhere.records}
    assert kept.said(found) == kept.said(SAMPLE)
    assert bool(exported.left) == (kept.lost != "nothing")


@pytest.mark.parametrize("form", sorted({*GRAPHS} - {"pajek", "dl"}))
def test_actors_alone_change_nothing_here_and_bring_actors_and_their_ties_elsewhere(
    store: SqliteStore, empty: SqliteStore, tmp_path: Path, form: str
):
    exported = export(store, tmp_path, form, only_actors=True)
    here = preview(store, exported)
    assert (here.plan.changes, here.faults) == ((), ())
    found = {record.id: record for record in preview(empty, exported).imported.records}
    actors = {one.id for one in SAMPLE.values() if one.kind in ("person", "group", "organization")}
    between = {one.id for one in SAMPLE.values() if isinstance(one, Tie) and {one.source, one.target} <= actors}
    assert all(found[one] == SAMPLE[one] for one in actors | between)
    # The network itself is no actor: elsewhere an unnamed one is made, whose members they are.
    assert {found[one].kind for one in found.keys() - actors - between} == {"member_of", "province_network"}


@pytest.mark.parametrize("form", FORMATS)
def test_all_files_are_there_and_are_said(exports: Callable[[str], Exported], form: str):
    exported = exports(form)
    assert sorted(exported.files) == sorted(exported.files[0].parent.iterdir())
    assert (exported.form, exported.records, exported.province) == (form, len(SAMPLE), PROVINCE)


@pytest.mark.parametrize("form", FORMATS)
def test_where_it_cannot_be_written_nothing_is(small: SqliteStore, tmp_path: Path, form: str):
    for name in ("out", "out-nodes.csv"):
        (tmp_path / name).mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match="unwritable"):
        export_network(OPERATOR, small, tmp_path / "out", form=form)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.xlsx", "xlsx"),
        ("a.JSON", "json"),
        ("a.csv", "csv"),
        ("a.graphml", "graphml"),
        ("a.gexf", "gexf"),
        ("a.net", "pajek"),
        ("a.dl", "dl"),
    ],
)
def test_the_suffix_chooses_the_format(small: SqliteStore, tmp_path: Path, name: str, form: str):
    assert export_network(OPERATOR, small, tmp_path / name).form == form


@pytest.mark.parametrize("name", ["a", "a.docx", "a.pajek", "a.kumu"])
def test_a_suffix_of_no_format_is_wrong_use(small: SqliteStore, tmp_path: Path, name: str):
    with pytest.raises(UsageError, match="unknown_format"):
        export_network(OPERATOR, small, tmp_path / name)


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - set(GRAPHS)))
def test_formats_that_are_not_of_nodes_and_ties_have_no_part_of_actors(small: SqliteStore, tmp_path: Path, form: str):
    with pytest.raises(UsageError, match="only_actors_not_here"):
        export(small, tmp_path, form, only_actors=True)
    assert list(tmp_path.iterdir()) == []


def test_what_is_left_out_is_counted(exports: Callable[[str], Exported]):
    rows: list[dict[str, str]] = []
    for file in exports("csv").files:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows += csv.DictReader(opened)
    kinds = {row["Id"]: row["Kind"] for row in rows}
    groups = {id_ for id_, kind in kinds.items() if kind in ("group", "organization")}
    between = [one for one in rows if one["Kind"] == "collaborates_with" and {one["Source"], one["Target"]} <= groups]
    (left,) = exports("dl").left
    assert (left.code, left.count) == ("export.left.dl", len(rows) - len(groups) - len(between))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_is_left_out_is_a_sentence_in_both_languages(exports: Callable[[str], Exported], form: str, language: str):
    for left in exports(form).left:
        assert left.count > 0
        assert str(left.count) in messages_in(language).text(left.code, count=left.count)


def test_who_may_not_export_gets_no_file(small: SqliteStore, tmp_path: Path):
    stranger = Principal("stranger", frozenset({Role.MEMBER}), frozenset({PROVINCE}))
    with pytest.raises(NotPermitted):
        export_network(stranger, small, tmp_path / "a.graphml", province=PROVINCE)
    assert list(tmp_path.iterdir()) == []
