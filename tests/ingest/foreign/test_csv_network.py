"""CSV files of other programs are told apart by their headers, and every row of them is a node, a tie or a fault."""

from collections.abc import Mapping
from pathlib import Path

import igraph
import networkx as nx
import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.columns import columns_of
from network_service.ingest.foreign.csv_network import read_csv_network
from network_service.ingest.foreign.mapping import ColumnMapping, mapping_of
from network_service.ingest.foreign.network import (
    DIRECTION,
    KEY,
    NAME,
    SOURCE,
    TARGET,
    TYPE,
    WEIGHT,
    ForeignNetwork,
    Table,
)
from network_service.ingest.foreign.words import NODES, TIES
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble
from tests.ingest.foreign.translated import ends, imported, nodes_of, notes, ties_of

DATA = Path("tests/data/foreign")


def read(*names: str, encoding: str | None = None) -> ForeignNetwork:
    return read_csv_network([(name, (DATA / name).read_bytes()) for name in names], LIMITS, encoding)


def read_text(*texts: str, limits: Limits = LIMITS) -> ForeignNetwork:
    return read_csv_network([(f"{place}.csv", text.encode()) for place, text in enumerate(texts)], limits)


def places(table: Table, part: str = TIES) -> Mapping[str, int]:
    """Where the columns are, by what the translator takes them for."""
    return columns_of(table, part, ColumnMapping(), "collaborations").places


def column(table: Table, meant: str) -> list[object]:
    """The cells of the column that means something; one with ends is of ties."""
    part = TIES if SOURCE in places(table) else NODES
    return [row.cells[places(table, part)[meant]] for row in table.rows]


def pairs(network: ForeignNetwork) -> list[tuple[object, object]]:
    return [pair for table in network.ties for pair in zip(column(table, SOURCE), column(table, TARGET), strict=True)]


@pytest.mark.parametrize("order", [1, -1])
def test_kumus_pair_is_read_in_any_order(order: int):
    network = read(*["kumu-elements.csv", "kumu-connections.csv"][::order])
    (nodes,), (ties,) = network.nodes, network.ties
    assert network.form == "kumu_csv"
    assert column(nodes, NAME) == ["เทศบาลบ้านสมมติ", "กลุ่มป่าชุมชน", "โรงเรียน, สมมติ", "มูลนิธิไม่มีใคร"]
    assert column(nodes, TYPE) == ["Organization", "Group", "Organization", "Organization"]
    assert [row.number for row in nodes.rows] == [2, 3, 5, 6]  # a cell of row 3 goes on in line 4
    assert column(ties, DIRECTION) == ["directed", "mutual", "undirected", "undirected"]
    assert column(ties, WEIGHT) == ["3", "1", None, None]
    assert column(ties, TYPE) == ["Personal", "Contractor", None, None]
    assert column(ties, "topics") == ["ป่า;น้ำ", None, None, None]


def test_kumus_row_with_several_targets_is_a_tie_to_each():
    (ties,) = read("kumu-connections.csv").ties
    assert [(row.number, row.cells[0], row.cells[1]) for row in ties.rows[2:]] == [
        (4, "เทศบาลบ้านสมมติ", "กลุ่มป่าชุมชน"),
        (4, "เทศบาลบ้านสมมติ", "โรงเรียน, สมมติ"),
    ]


def test_a_strength_in_words_is_no_weight():
    (ties,) = read_text("From,To,Strength\nก,ข,Strong\n").ties
    assert (WEIGHT in places(ties), column(ties, TYPE)) == (False, ["Strong"])
    network = read_text("From,To,Type,Label,Tags,Description,Strength\nก,ข,a,b,c,d,Strong\n")
    assert WEIGHT not in places(network.ties[0])
    assert [note.parameters["columns"] for note in network.notes] == [("Label", "Strength")]


def test_gephis_pair_keeps_isolates_parallel_ties_and_ties_to_itself():
    network = read("gephi-edges.csv", "gephi-nodes.csv")
    (nodes,), (ties,) = network.nodes, network.ties
    assert network.form == "gephi_csv"
    assert column(nodes, KEY) == ["n0", "n1", "n2", "n3"]
    assert column(ties, DIRECTION) == ["Directed", *["Undirected"] * 4]
    assert column(ties, WEIGHT) == ["1.0", "2.5", "1.0", "1.0E-5", "1.0"]
    assert pairs(network) == [("n0", "n1"), ("n1", "n2"), ("n0", "n2"), ("n0", "n2"), ("n2", "n2")]
    counted = nx.MultiDiGraph()
    counted.add_nodes_from(column(nodes, KEY))
    counted.add_edges_from(pairs(network))
    assert (counted.number_of_nodes(), counted.number_of_edges(), list(nx.isolates(counted))) == (4, 5, ["n3"])


def test_type_is_the_direction_only_where_it_says_one():
    (ties,) = read_text("Source,Target,Type\nก,ข,เงิน\n").ties
    assert column(ties, TYPE) == ["เงิน"]
    (ties,) = read_text("Source,Target,Type,Kind\nก,ข,Directed,เงิน\n").ties
    assert (column(ties, DIRECTION), column(ties, TYPE)) == (["Directed"], ["เงิน"])


def test_the_matrix_of_gephis_documentation_has_its_six_ties():
    network = read("gephi-matrix.csv")
    (nodes,), (ties,) = network.nodes, network.ties
    assert network.form == "matrix_csv"
    assert column(nodes, NAME) == ["A", "B", "C", "D", "E"]
    assert pairs(network) == [("A", "B"), ("A", "D"), ("B", "A"), ("C", "C"), ("D", "B"), ("D", "D")]
    assert set(column(ties, DIRECTION)) == {"directed"}


def test_the_list_of_neighbours_of_gephis_documentation_has_a_tie_for_each():
    network = read("gephi-mixed.csv")
    expected = ["AB", "BA", "CC", "DE", "AD", "DB", "DE", "FG", "FA", "FB"]
    assert ["".join(map(str, pair)) for pair in pairs(network)] == expected
    assert [note.code for note in network.notes] == ["csv_no_header"]


def test_the_florentine_families_are_the_same_as_matrix_and_as_list():
    known = nx.florentine_families_graph()
    listed, matrix = read("florentine-edges.csv"), read("florentine-matrix.csv")
    assert {frozenset(pair) for pair in pairs(listed)} == {frozenset(pair) for pair in known.edges()}
    assert {frozenset(pair) for pair in pairs(matrix)} == {frozenset(pair) for pair in known.edges()}
    lines = (DATA / "florentine-edges.csv").read_text(encoding="utf-8").splitlines()
    assert len(pairs(listed)) == len(pairs(matrix)) == len(lines) - 1
    names = column(matrix.nodes[0], NAME)
    graph = igraph.Graph()
    graph.add_vertices([str(name) for name in names])
    graph.add_edges([(str(source), str(target)) for source, target in pairs(matrix)])
    assert (graph.vcount(), graph.ecount()) == (16, 20)
    assert [graph.vs[place]["name"] for place, degree in enumerate(graph.degree()) if degree == 0] == ["Pucci"]
    assert set(column(matrix.ties[0], DIRECTION)) == {"undirected"}
    assert [note.code for note in matrix.notes] == ["matrix_symmetric"]


def test_a_matrix_of_women_and_occasions_has_nodes_of_two_sorts():
    known = nx.davis_southern_women_graph()
    network = read("southern-women.csv")
    assert len(network.nodes[0].rows) == known.number_of_nodes() == 32
    assert set(pairs(network)) == {tuple(pair) for pair in known.edges()}
    assert (network.notes[0].code, network.notes[0].parameters["rows"]) == ("matrix_two_mode", 18)


def test_a_matrix_keeps_weights_and_refuses_a_cell_that_is_no_number():
    (ties,) = read_text(";ก;ข\nก;;1,5\nข;x;2,000\n").ties
    assert column(ties, WEIGHT) == [1.5, CellTrouble("value.not_a_number", "x"), 2.0]
    network = read_text(",ข,ก\nก,1.5,0\nข,0,1.5\n")
    assert (pairs(network), column(network.ties[0], WEIGHT)) == ([("ก", "ข")], [1.5])


def test_a_row_of_a_matrix_that_is_too_long_is_one_fault_and_no_tie():
    (ties,) = read_text(",ก,ข\nก,0,1,1\nข,1,0\n").ties
    assert [row.number for row in ties.rows] == [2, 3]
    assert ties.rows[0].cells[0] == CellTrouble("cell.too_many", "ก | 0 | 1 | 1")


@pytest.mark.parametrize("name", ["thai-excel.csv", "thai-excel-unicode.txt"])
def test_a_sheet_of_ours_saved_as_text_by_excel_is_read(name: str):
    network = read(name)
    assert pairs(network) == [("สำนักงานเกษตร", "กลุ่มแม่บ้าน"), ("กลุ่มแม่บ้าน", "วัดสมมติ")]
    assert [note.code for note in network.notes] == (["encoding"] if name == "thai-excel.csv" else [])
    assert network.nodes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ก,ข\nข,ค\n", [("ก", "ข"), ("ข", "ค")]),
        ("from;to\nก;ข\n", [("ก", "ข")]),
        ("ก\tข\t2\nข\tค\t3\n", [("ก", "ข"), ("ข", "ค")]),
        ("sep=;\nSource;Target\nก, ข;ค\n", [("ก, ข", "ค")]),
        ("1,2\n2,3\n3,1\n", [("1", "2"), ("2", "3"), ("3", "1")]),
        ("1,2,5\n2,3,1\n", [("1", "2"), ("2", "3")]),
        ("\n\nจาก, ถึง\n\nก, ข\n", [("ก", "ข")]),
        ("Source,Target\n'=ก,'+ข\n", [("=ก", "+ข")]),
    ],
)
def test_a_plain_list_of_ties_is_read_with_headers_and_without(text: str, expected: list[tuple[str, str]]):
    assert pairs(read_text(text)) == expected


def test_a_third_place_without_a_header_is_a_weight_or_a_kind():
    assert column(read_text("ก;ข;1,5\nข;ค;2\n").ties[0], WEIGHT) == [1.5, 2.0]
    assert column(read_text("ก,ข,เงิน\nข,ค,งาน\n").ties[0], TYPE) == ["เงิน", "งาน"]


def test_a_node_alone_on_a_line_of_neighbours_stays():
    network = read_text("ก,ข,ค\nค,ก\nง\n")
    assert column(network.nodes[0], NAME) == ["ง"]


def test_decimal_commas_of_a_file_with_semicolons_are_read_in_its_weights():
    (ties,) = read_text("Source;Target;Weight;Label\nก;ข;1,250;3,5\n").ties
    assert (column(ties, WEIGHT), column(ties, "topics")) == ([1.25], ["3,5"])


def test_a_row_with_cells_too_many_is_refused_at_its_place_and_never_shifted():
    network = read_text("Id,Label,Type\n1,นาย ก, ข,Person\n2,ค\n")
    assert network.nodes[0].rows[0] == (2, ["1", CellTrouble("cell.too_many", "1 | นาย ก | ข | Person"), None])
    assert network.nodes[0].rows[1] == (3, ["2", "ค", None])
    found = imported(network)
    assert (list(nodes_of(found)), [fault.code for fault in found.faults]) == (["ค"], ["cell.too_many"])
    found = imported(read_text("Source,Target\nก,ข,ค\nก,ข\n"))
    assert (ends(found), [(fault.code, fault.row) for fault in found.faults]) == (
        [("ก", "ข")],
        [("cell.too_many", 2)],
    )


def test_headers_that_stand_twice_or_nowhere_are_told_apart():
    (nodes,) = read_text(",Label,Label\n1,ก,ข\n").nodes
    assert (nodes.headers, column(nodes, NAME)) == (("(1)", "Label", "Label (3)"), ["ก"])


def test_a_table_of_unknown_headers_is_left_to_who_maps_it():
    network = read_text("หน่วยงาน,ที่ตั้ง,ก่อตั้ง,งาน\nก,x,2560,a\nข,y,2561,b\n")
    assert (network.form, network.nodes[0].headers[0], len(network.nodes[0].rows)) == ("table_csv", "หน่วยงาน", 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n \n", "unreadable.empty_file"),
        ("a line of words\nand another\n", "unreadable.no_table"),
        ('Source,Target\nก,"ข\nค,ง\n', "unreadable.csv_quotes"),
        ('Source,Target\nก,"ข"x\n', "unreadable.csv_quotes"),
        ('Source,Target\nก,"' + "x" * 200_000 + '"\n', "unreadable.csv_quotes"),
    ],
)
def test_what_is_no_table_is_refused_whole(text: str, code: str):
    with pytest.raises(UnreadableFile) as refused:
        read_text(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("Source,Target\n" + "ก,ข\n" * 5, Limits(rows=5), "safety.too_many_rows"),
        ("Source,Target\n" + "\n" * 9, Limits(row_marks=8), "safety.too_many_rows"),
        ("From,To\nก,ข|ค|ง\n", Limits(rows=4), "safety.too_many_rows"),
        (",a,b,c\na,1,1,1\nb,1,1,1\nc,1,1,1\n", Limits(rows=4), "safety.too_many_rows"),
        ("ก,ข,ค,ง\nค,ก\nง,ก\n", Limits(rows=7), "safety.too_many_rows"),
        ("Source,Target,x\nก,ข\n", Limits(columns=2), "safety.too_many_columns"),
        (",,,,,,x\n", Limits(widest=6), "safety.too_many_columns"),
        ("," * 100_000, LIMITS, "safety.too_many_columns"),
        ("Source,Target\n" + "ก,ข\n" * 5, Limits(cells=11), "safety.too_many_columns"),
        ("Source,Target\n" + "กกกก,ขขขข\n" * 5, Limits(characters=50), "safety.too_much_text"),
    ],
)
def test_a_file_beyond_the_limits_is_refused(text: str, limits: Limits, code: str):
    with pytest.raises(RefusedForSafety) as refused:
        read_text(text, limits=limits)
    assert refused.value.code == code


def test_gephis_intervals_of_days_are_periods():
    several = "<[2024-01-01, 2024-02-01]; [2025-01-01, 2025-02-01]>"
    times = ["<[2025-10-01, 2026-09-30]>", "", "<[2025-10-01T00:00:00.000+07:00, Infinity]>", several]
    text = "".join(f'{place},บ้าน {place},"{one}"\n' for place, one in enumerate(times))
    (nodes,) = read_text(f"Id,Label,Timeset\n{text}").nodes
    assert column(nodes, "valid_from")[:3] == ["2025-10-01", None, "2025-10-01"]
    assert column(nodes, "valid_to") == ["2026-09-30", None, None, None]
    assert column(nodes, "valid_from")[3] == CellTrouble("value.not_an_interval", several)
    for number in ("2015.0", "46000.0"):
        (nodes,) = read_text(f'Id,Label,Timeset\n1,ก,"<[{number}, {number}]>"\n').nodes
        assert nodes.headers == ("Id", "Label", "Timeset")


@pytest.mark.parametrize("header", ["Frhm,To", "Source,Tagret,Weight", "ผู้แจ้ง,กับใคร"])
def test_headers_of_which_only_one_names_an_end_make_no_actors_of_themselves(header: str):
    with pytest.raises(UnreadableFile) as refused:
        read_text(f"{header}\nก,ข\n")
    assert refused.value.code == "unreadable.one_end"
    assert refused.value.parameters["header"] in header


def test_years_beside_a_name_are_no_ends_of_ties():
    network = read_text("Name,From,To\nก,2560,2565\nข,2561,\nค,1/10/2562,2566-09-30\n")
    assert ({*nodes_of(imported(network))}, ties_of(imported(network))) == ({"ก", "ข", "ค"}, [])
    assert notes(imported(network))["foreign_unread"]["columns"] == ("From", "To")
    assert ends(imported(read_text("Name,From,To\nงานวัด,ก,2561\n"))) == [("ก", "2561")]


def test_who_knows_the_headers_may_say_what_they_mean():
    files = [("x.csv", "หน่วยหลัก,หน่วยรอง,เรื่อง,ปี\nก,ข,ป่า,2569\n".encode())]
    mapping = mapping_of(["หน่วยหลัก=source", "หน่วยรอง=target"])
    network = read_csv_network(files, LIMITS, mapping=mapping)
    assert (network.form, network.nodes) == ("edge_list_csv", ())
    assert ends(imported(network, said=["หน่วยหลัก=source", "หน่วยรอง=target"])) == [("ก", "ข")]


def test_a_row_whose_targets_are_nothing_but_their_marks_stays():
    (ties,) = read_text("From,To\nก,||\nก,ข|\n").ties
    assert ties.rows == ((2, ["ก", None]), (3, ["ก", "ข"]))


def test_as_many_rows_as_the_limit_are_read():
    text = "From,To\n" + "ก,ข\n" * 9
    assert len(read_text(text, limits=Limits(rows=10)).ties[0].rows) == 9
