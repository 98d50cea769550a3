"""Faults come back in a copy of the very workbook: at their cells, in words, without a trace once they are mended."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from network_service.documents.marked_copy import write_marked_copy
from network_service.documents.template import write_template
from network_service.errors import RefusedForSafety, UnreadableFile, UsageError
from network_service.ingest.fault import Fault
from network_service.ingest.limits import Limits
from network_service.ingest.reading import read_file
from tests.ingest.workbooks import package, packed

LIST = "Faults to mend"
FAULTY, FALLEN = "00FFB3A7", "00FFECC7"


def book() -> Workbook:
    """A workbook as an office has it: faults of every sort, and things of their own around them."""
    workbook = Workbook()
    network = workbook.active
    network.title = "Network"
    network.append(["province code", "name"])
    network.append(["TH-98", "Network"])
    actors = workbook.create_sheet("Actors")
    actors.append(["level", "name", "sector", "parent"])
    actors.append(["organisation", "Office A", "nowhere", None])
    actors.append(["organisation", "Office B", "state", "Office A"])
    actors.append(["organisation", None, "state", None])
    actors.append(["group", "Club", '="com"&"munity"', None])
    actors["B2"].fill = actors["C2"].fill = PatternFill("solid", fgColor="FF00FF00")
    actors["C2"].comment = Comment("ask them", "Somchai")
    actors["A3"].comment = Comment("a remark", "Somchai")
    actors.column_dimensions["B"].width = 41
    actors.conditional_formatting.add(
        "C2:C9", CellIsRule("equal", ['"state"'], fill=PatternFill("solid", bgColor="FF0000FF"))
    )
    choices = DataValidation(type="list", formula1='"state,community"')
    choices.add("C2:C9")
    actors.add_data_validation(choices)
    workbook.create_sheet("People").append(["given name", "family name", "note", "phone"])
    workbook["People"].append(["Malee", "Jaidee", "call 081-234-5678", "0812345678"])
    workbook.create_sheet("Posts").append(["no", "header", "here"])
    workbook.create_sheet("Our own").append(["=1+1", "stays"])
    workbook["Our own"].print_title_rows = "1:1"
    workbook.active = 1
    return workbook


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "ours.xlsx"
    book().save(path)
    return path


def faults_of(path: Path) -> tuple[Fault, ...]:
    return read_file(path).assemble({}).faults


def marked(source: Path, language: str = "en", name: str = "marked.xlsx") -> Path:
    out = source.parent / name
    write_marked_copy(source, out, faults_of(source), language)
    return out


def coloured(path: Path) -> dict[str, dict[str, str]]:
    """Colour of each coloured area, by sheet; the list of faults apart."""
    return {
        sheet.title: {
            area: rule.dxf.fill.bgColor.rgb
            for found in sheet.conditional_formatting
            for area in str(found.sqref).split()
            for rule in found.rules
            if rule.formula[0].startswith("N(")
        }
        for sheet in load_workbook(path).worksheets
        if sheet.title != LIST
    }


def comments(path: Path, sheet: str) -> dict[str, tuple[str, str]]:
    cells = (cell for row in load_workbook(path)[sheet].iter_rows() for cell in row)
    return {cell.coordinate: (cell.comment.author, cell.comment.text) for cell in cells if cell.comment}


def test_each_fault_is_at_its_cell_and_those_that_fall_with_it_are_lighter(source: Path):
    codes = [(fault.code, fault.sheet, fault.cell) for fault in faults_of(source)]
    assert ("value.unknown_word", "Actors", "C2") in codes
    assert ("sheet.no_header", "Posts", "") in codes
    assert coloured(marked(source)) == {
        "Network": {},
        "Actors": {"C2": "FFFFB3A7", "B4": "FFFFB3A7", "C5": "FFFFB3A7", "D3": "FFFFECC7"},
        "People": {"D1": "FFFFB3A7", "C2": "FFFFB3A7"},
        "Posts": {"A1": "FFFFB3A7"},
        "Our own": {},
    }


def test_the_comment_says_what_is_wrong_and_the_cure_below_what_they_wrote_themselves(source: Path):
    said = comments(marked(source), "Actors")
    author, text = said["B4"]
    assert author == "network-service faults"
    assert "✗ This cell must not be empty." in text
    assert "→ Fill in “name”" in text
    theirs, _, ours = said["C2"][1].partition("\n")
    assert (said["C2"][0], theirs) == ("Somchai", "ask them")
    assert "nowhere" in ours
    assert said["A3"] == ("Somchai", "a remark")
    assert "ต้องไม่ว่าง" in comments(marked(source, "th", "thai.xlsx"), "Actors")["B4"][1]


def test_several_faults_of_a_cell_share_one_comment(source: Path):
    faults = [
        Fault("value.required", "Network", 2, "name", cell="B2"),
        Fault("date.not_a_date", "Network", 2, cell="B2"),
    ]
    write_marked_copy(source, out := source.parent / "m.xlsx", faults, "en")
    [(_, text)] = comments(out, "Network").values()
    assert text.count("✗ ") == text.count("→ ") == 2


def test_every_comment_has_its_box(source: Path):
    with zipfile.ZipFile(marked(source)) as archive:
        drawings = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".vml"))
    assert drawings.count(b"ClientData ObjectType") == sum(
        len(comments(marked(source), sheet)) for sheet in ("Actors", "People", "Posts")
    )


def test_the_first_sheet_lists_all_faults_with_links_and_no_formula(source: Path):
    workbook = load_workbook(marked(source))
    sheet = workbook.worksheets[0]
    assert (sheet.title, workbook.active.title) == (LIST, LIST)
    assert [one.title for one in workbook.worksheets if one.sheet_view.tabSelected] == [LIST]
    rows = list(sheet.iter_rows(min_row=5))
    assert len(rows) == len(faults_of(source))
    assert {row[0].hyperlink.location for row in rows} >= {"'Actors'!C2", "'Posts'!A1", "'People'!D1"}
    assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
    assert {row[1].value for row in rows} >= {"nowhere", "call 081-234-5678"}
    assert sheet["A1"].value == "6 faults to mend"


def test_what_looks_like_a_formula_is_listed_as_text(source: Path):
    fault = Fault("value.unknown_word", 'It\'s "ours"', 2, "=1+1", '=HYPERLINK("x")<&>_x0041_', {"choices": "@x"}, "B2")
    write_marked_copy(source, out := source.parent / "m.xlsx", [fault], "en", unlisted=3)
    sheet = load_workbook(out).worksheets[0]
    assert (sheet["B5"].value, sheet["B5"].data_type) == ('=HYPERLINK("x")<&>_x005F_x0041_', "s")
    assert sheet["B5"].quotePrefix
    assert sheet["A5"].hyperlink.location == "'It''s \"ours\"'!B2"
    assert sheet["A1"].value == "4 faults to mend"
    assert sheet["A3"].value == "3 further faults are not listed."


def test_their_own_things_stay(source: Path):
    before, after = load_workbook(source), load_workbook(marked(source))
    assert after.sheetnames == [LIST, *before.sheetnames]
    for sheet in before.worksheets:
        other = after[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                twin = other[cell.coordinate]
                assert (twin.value, twin.data_type) == (cell.value, cell.data_type)
                assert repr(twin.fill) == repr(cell.fill)
        assert other.print_title_rows == sheet.print_title_rows
    actors = after["Actors"]
    assert actors.column_dimensions["B"].width == 41
    assert [str(one.sqref) for one in actors.data_validations.dataValidation] == ["C2:C9"]
    theirs = [rule for found in actors.conditional_formatting for rule in found.rules if rule.type == "cellIs"]
    assert [rule.dxf.fill.bgColor.rgb for rule in theirs] == ["FF0000FF"]
    assert theirs[0].priority > 2


@pytest.mark.parametrize("language", ["th", "en"])
def test_reading_the_copy_gives_the_same_as_reading_the_file(source: Path, language: str):
    original, copy = read_file(source).assemble({}), read_file(marked(source, language)).assemble({})
    assert original.faults
    assert (copy.faults, copy.records, copy.notes) == (original.faults, original.records, original.notes)


def test_mended_in_the_copy_the_file_has_no_faults_and_the_marks_do_no_harm(source: Path):
    workbook = load_workbook(marked(source))
    workbook["Actors"]["C2"] = "state"
    workbook["Actors"]["C5"] = "community"
    workbook["Actors"]["B4"] = "Office C"
    workbook["People"]["C2"] = None
    workbook["People"].delete_cols(4)
    workbook.remove(workbook["Posts"])
    workbook.save(source)
    assert faults_of(source) == ()


def test_a_marked_copy_marked_again_carries_only_the_new_marks(source: Path):
    first = marked(source)
    again = marked(first, name="again.xlsx")
    assert coloured(again) == coloured(first)
    assert comments(again, "Actors") == comments(first, "Actors")
    workbook = load_workbook(again)  # as an office program saves it: another order of parts, other numbers
    workbook["Actors"]["B4"] = "Office C"
    workbook["Actors"]["C2"] = "state"
    workbook["Actors"]["D3"] = "Office X"
    workbook.save(first)
    third = marked(first, "th", "third.xlsx")
    assert load_workbook(third).sheetnames == load_workbook(again).sheetnames
    assert coloured(third)["Actors"] == {"C5": "FFFFB3A7", "D3": "FFFFB3A7"}
    said = comments(third, "Actors")
    assert said.keys() == {"A3", "C2", "C5", "D3"}
    assert (said["A3"][1], said["C2"][1]) == ("a remark", "ask them")
    assert said["C5"][1].count("✗ ") == said["D3"][1].count("✗ ") == 1


def test_the_mark_of_a_merged_cell_is_on_the_cell_one_sees(tmp_path: Path):
    workbook = book()
    workbook["Actors"].merge_cells("C2:C4")
    workbook.save(tmp_path / "ours.xlsx")
    out = marked(tmp_path / "ours.xlsx")
    assert coloured(out)["Actors"].keys() == {"C2", "B4", "C5", "D3"}
    assert comments(out, "Actors").keys() == {"A3", "B4", "C2", "C5", "D3"}


def test_the_template_is_marked_at_headers_that_keep_their_help(tmp_path: Path):
    write_template(tmp_path / "ours.xlsx", "en")
    workbook = load_workbook(tmp_path / "ours.xlsx")
    workbook["Actors"]["C1"] = workbook["Actors"]["B1"].value
    workbook["Network"].append([None, "TH-98", "N"])
    workbook.save(tmp_path / "ours.xlsx")
    out = marked(tmp_path / "ours.xlsx")
    said = comments(out, "Actors")
    assert len(said) == len(comments(tmp_path / "ours.xlsx", "Actors"))
    assert sum("network-service ―" in text for _, text in said.values()) == len(coloured(out)["Actors"]) > 0
    assert len(load_workbook(out)["Actors"].data_validations.dataValidation) > 3


def test_marks_stand_where_the_order_of_a_sheet_wants_them(tmp_path: Path):
    workbook = book()
    workbook["Actors"].add_table(Table(displayName="T", ref="A1:D5"))
    workbook["People"].oddHeader.center.text = "x"
    workbook.save(tmp_path / "ours.xlsx")
    with zipfile.ZipFile(marked(tmp_path / "ours.xlsx")) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/s")}
    order = ["<sheetData", "<conditionalFormatting", "<dataValidations", "<hyperlinks", "<pageMargins", "<pageSetup"]
    order += ["<headerFooter", "<legacyDrawing", "<tableParts"]
    for part in parts.values():
        places = [part.rfind(tag) for tag in order if tag in part]
        assert places == sorted(places)


def changed(path: Path, part: str, before: str, after: str) -> None:
    """Write something into a file that openpyxl would not."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert before in parts[part].decode()
    path.write_bytes(packed({**parts, part: parts[part].decode().replace(before, after)}))


def test_saved_results_of_formulas_and_what_only_newer_programs_write_stay(source: Path):
    sheet = "xl/worksheets/sheet2.xml"
    extension = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557}">'
        '<x14:dataValidations count="1"/></ext></extLst></worksheet>'
    )
    changed(source, sheet, "</f><v />", "</f><v>community</v>")
    changed(source, sheet, '<c r="C5"', '<c r="C5" t="str"')
    changed(source, sheet, "</worksheet>", extension)
    before, after = read_file(source).assemble({}), read_file(marked(source)).assemble({})
    assert "C5" not in {fault.cell for fault in before.faults}
    assert (after.faults, after.records) == (before.faults, before.records)
    with zipfile.ZipFile(source.parent / "marked.xlsx") as archive:
        assert archive.read(sheet).decode().endswith(extension)


def test_a_comment_that_stands_for_a_conversation_is_left_alone(source: Path):
    [name] = [name for name in zipfile.ZipFile(source).namelist() if name.startswith("xl/comments/")]
    changed(source, name, "<author>Somchai</author>", "<author>tc={1}</author>")
    said = comments(marked(source), "Actors")
    assert said["C2"] == ("tc={1}", "ask them")
    assert said["B4"][0] == "network-service faults"


def test_an_existing_sheet_of_that_title_is_not_overwritten(source: Path):
    workbook = load_workbook(source)
    workbook.create_sheet("ข้อที่ต้องแก้ไข").append(["เรื่องของเราเอง"])
    workbook.save(source)
    with pytest.raises(UsageError, match=r"marked\.title_taken"):
        marked(source)
    assert not (source.parent / "marked.xlsx").exists()


def test_the_copy_is_named_as_the_kind_of_workbook_it_is(source: Path):
    with pytest.raises(UsageError, match=r"marked\.other_suffix"):
        marked(source, name="marked.xlsm")
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].decode()
    plain = "openxmlformats-officedocument.spreadsheetml.sheet.main"
    parts["[Content_Types].xml"] = types.replace(plain, "ms-excel.sheet.macroEnabled.main")
    parts["xl/vbaProject.bin"] = b"macro"
    (macros := source.parent / "macros.xlsm").write_bytes(packed(parts))
    with zipfile.ZipFile(marked(macros, name="marked.xlsm")) as archive:
        assert archive.read("xl/vbaProject.bin") == b"macro"


def test_json_and_the_file_itself_are_refused(source: Path):
    before = source.read_bytes()
    with pytest.raises(UsageError, match=r"marked\.over_source"):
        write_marked_copy(source, source.parent / "." / source.name, [], "en")
    assert source.read_bytes() == before
    (source.parent / "a.json").write_text(" {}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"marked\.not_a_workbook"):
        write_marked_copy(source.parent / "a.json", source.parent / "m.xlsx", [], "en")


def test_a_file_that_changed_meanwhile_is_not_marked(source: Path):
    with pytest.raises(UsageError, match=r"marked\.file_changed"):
        write_marked_copy(source, source.parent / "m.xlsx", [], "en", sha256="0" * 64)


def test_a_file_that_reading_refuses_is_not_marked(source: Path):
    out = source.parent / "m.xlsx"
    with pytest.raises(RefusedForSafety):
        write_marked_copy(source, out, [], "en", limits=Limits(elements=10))
    source.write_bytes(b"no workbook")
    with pytest.raises(UnreadableFile):
        write_marked_copy(source, out, [], "en")
    source.write_bytes(package(""))  # no styles, which every office program writes
    with pytest.raises(UnreadableFile):
        write_marked_copy(source, out, [], "en")
    assert not out.exists()


def test_the_same_faults_give_the_same_bytes(source: Path):
    assert marked(source, name="a.xlsx").read_bytes() == marked(source, name="b.xlsx").read_bytes()
    assert zipfile.ZipFile(BytesIO((source.parent / "a.xlsx").read_bytes())).testzip() is None


def folded(path: Path) -> Path:
    workbook = book()
    actors = workbook["Actors"]
    actors.column_dimensions.group("B", "C", hidden=True)
    actors.column_dimensions["E"].hidden = True
    actors.row_dimensions[4].hidden = True
    actors.row_dimensions[9].hidden = True
    actors.row_dimensions.group(5, 6, hidden=True)
    workbook["People"].sheet_state = "veryHidden"
    workbook["Our own"].sheet_state = "hidden"
    workbook["Our own"].column_dimensions["A"].hidden = True
    workbook.save(path)
    return path


def test_what_hides_a_marked_cell_is_taken_away_and_nothing_else_is_shown(tmp_path: Path):
    path = folded(tmp_path / "ours.xlsx")
    workbook = load_workbook(marked(path))
    actors = workbook["Actors"]
    hidden_columns = [letter for letter, one in actors.column_dimensions.items() if one.hidden]
    hidden_rows = [number for number, one in actors.row_dimensions.items() if one.hidden]
    assert (hidden_columns, hidden_rows) == (["E"], [9])
    states = {sheet.title: sheet.sheet_state for sheet in workbook.worksheets}
    assert (states["Actors"], states["People"], states["Our own"]) == ("visible", "visible", "hidden")
    assert workbook["Our own"].column_dimensions["A"].hidden
    assert faults_of(tmp_path / "marked.xlsx") == faults_of(path)


def test_a_column_of_no_width_gets_one_and_a_folded_one_without_a_fault_stays_folded(tmp_path: Path):
    workbook = book()
    workbook["Actors"].column_dimensions["C"].width = 0.0
    workbook["Actors"].column_dimensions["C"].hidden = True
    workbook["Actors"].column_dimensions.group("E", "F", hidden=True)
    workbook.save(tmp_path / "ours.xlsx")
    columns = load_workbook(marked(tmp_path / "ours.xlsx"))["Actors"].column_dimensions
    assert (columns["C"].hidden, columns["E"].hidden) == (False, True)
    assert columns["C"].width > 5


def test_the_folded_columns_of_our_own_template_open_where_they_have_a_fault(tmp_path: Path):
    write_template(tmp_path / "ours.xlsx", "en")
    workbook = load_workbook(tmp_path / "ours.xlsx")
    sheet = workbook["Actors"]
    (place,) = (cell.column for cell in sheet[1] if cell.value == "confidence")
    for column, text in ((2, "organisation"), (3, "Office"), (place, "perhaps")):
        sheet.cell(4, column, text)
    workbook["Network"].append([None, "TH-98", "N"])
    workbook.save(tmp_path / "ours.xlsx")
    folded = {one.title for one in workbook if any(column.hidden for column in one.column_dimensions.values())}
    opened = load_workbook(marked(tmp_path / "ours.xlsx"))
    still = {one.title for one in opened if any(column.hidden for column in one.column_dimensions.values())}
    assert folded - still == {"Actors"}
