"""Templates open in ordinary programs, say how to fill them, offer what they accept, and hold no data."""

from itertools import chain
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from network_service.documents.template import EVERY_STEP, sheets_of, write_template
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.vocabulary import label
from network_service.ingest.reading import read_file
from network_service.ingest.sheets.column import ONLY_IN_EXPORTS
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import sheet_wording, word

TEMPLATES = {**{f"step {step}": (step,) for step in EVERY_STEP}, "two steps": (2, 6), "all": EVERY_STEP}
TYPED = tuple(sheet for sheet in SHEETS if sheet.step != ONLY_IN_EXPORTS)
CORE = ["network", "actors", "people", "posts", "affiliations", "collaborations"]


@pytest.fixture(scope="module", params=["th", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def path(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / f"{language}.xlsx"
    write_template(path, language, EVERY_STEP)
    return path


@pytest.fixture(scope="module")
def workbook(path: Path) -> Workbook:
    return load_workbook(path)


def title(code: str, language: str) -> str:
    return sheet_wording(code).title.in_language(language)


def lists(workbook: Workbook, language: str, code: str) -> dict[str, str]:
    """The formula of the drop-down below each header of a sheet."""
    sheet = workbook[title(code, language)]
    offers = {str(one.cells).split("2:")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    return {cell.value: offers[cell.column_letter] for cell in sheet[1] if cell.column_letter in offers}


def test_the_core_and_each_step_have_their_own_sheets_and_the_network_that_names_the_province():
    assert [sheet.code for sheet in sheets_of((0,))] == CORE
    assert [sheet.code for sheet in sheets_of((2,))] == ["network", "linkers"]
    assert [sheet.code for sheet in sheets_of((2, 3))] == ["network", "linkers", "managers"]
    assert sheets_of(EVERY_STEP) == TYPED
    assert [sheet.code for sheet in SHEETS if sheet not in TYPED] == ["merged"]


@pytest.mark.parametrize("steps", TEMPLATES.values(), ids=TEMPLATES)
def test_read_back_a_template_has_examples_and_nothing_else(tmp_path: Path, language: str, steps: tuple[int, ...]):
    write_template(tmp_path / "t.xlsx", language, steps)
    found = read_file(tmp_path / "t.xlsx", province="TH-98").assemble({})
    assert (found.records, found.faults) == ((), ())
    assert [count.sheet for count in found.counts] == [title(sheet.code, language) for sheet in sheets_of(steps)]
    assert all(count.read == 0 and count.examples > 0 for count in found.counts)


def test_the_examples_of_all_templates_make_one_network_without_fault(tmp_path: Path, path: Path, language: str):
    workbook = load_workbook(path)
    for sheet in workbook.worksheets[1:-1]:
        for (cell,) in sheet.iter_rows(min_row=2, max_col=1):
            cell.value = None
    network = workbook[title("network", language)]
    network["B2"] = "TH-98"
    workbook.save(tmp_path / "real.xlsx")
    found = read_file(tmp_path / "real.xlsx").assemble({})
    assert [(fault.code, fault.sheet, fault.cell) for fault in found.faults] == []
    assert found.is_clean
    made = {record.kind for record in found.records}
    # The sheet of affiliations shows a third kind in its one example; merged records are only in exports.
    unused = {"holds_post", "belongs_to", "merged"}
    assert made == set(RECORD_TYPES) - unused


def test_the_explanation_comes_first_and_the_choices_are_hidden(workbook: Workbook, language: str):
    first, last = (word(name).in_language(language) for name in ("explanation", "choices"))
    assert workbook.sheetnames == [first, *(title(sheet.code, language) for sheet in TYPED), last]
    assert workbook[last].sheet_state == "hidden"


def test_the_explanation_lists_the_sheets_that_are_there_each_with_a_way_to_it_and_back(tmp_path: Path, language: str):
    write_template(tmp_path / "t.xlsx", language, (2,))
    workbook = load_workbook(tmp_path / "t.xlsx")
    explanation = workbook.worksheets[0]
    links = {cell.value.split(". ")[-1]: cell.hyperlink.location for (cell, *_) in explanation if cell.hyperlink}
    there = [title(code, language) for code in ("network", "linkers")]
    assert links == {name: f"'{name}'!A1" for name in there}
    assert [workbook[name]["A1"].hyperlink.location for name in there] == [f"'{explanation.title}'!A1"] * 2
    said = " ".join(str(cell.value) for cell in chain(*explanation.iter_rows()) if cell.value)
    assert label("building_step", "identify_linkers", language) in said
    assert label("building_step", "allocate_roles", language) not in said


def test_every_sheet_has_frozen_headers_with_help_and_a_coloured_tab(workbook: Workbook):
    colors = {}
    for sheet, declared in zip(workbook.worksheets[1:-1], TYPED, strict=True):
        assert sheet.freeze_panes == "A2"
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        colors.setdefault(sheet.sheet_properties.tabColor.rgb, set()).add(declared.step)
    assert sorted(map(list, colors.values())) == [[step] for step in EVERY_STEP]


def test_words_are_offered_from_lists_that_hold_them(workbook: Workbook, language: str):
    choices = workbook[word("choices").in_language(language)]
    offered = 0
    for sheet in workbook.worksheets[1:-1]:
        for validation in sheet.data_validations.dataValidation:
            assert len(validation.formula1) <= 255, "what Excel takes as the source of a list"
            name, _, block = validation.formula1.replace("$", "").rpartition("!")
            if name.strip("'") == choices.title:
                (words,) = zip(*choices[block], strict=True)
                assert all(cell.value for cell in words)
                offered += 1
    assert offered > 60


def test_every_reference_has_a_list_of_the_sheets_where_it_may_stand(workbook: Workbook, language: str):
    """Which sheets each list draws on, told by hand for references of one kind and of several."""
    choices = workbook[word("choices").in_language(language)]
    expected = {
        ("posts", 2): {"actors"},
        ("affiliations", 1): {"people"},
        ("affiliations", 3): {"actors", "posts"},
        ("collaborations", 1): {"actors", "people"},
        ("work", 2): {"issues", "plans", "services"},
        ("seats", 2): {"actors", "people", "posts"},
        ("meetings", 1): {"bodies", "communities", "network", "sub_networks"},
        ("coverage", 1): {"agreements"},
        ("stakeholders", 1): {"actors", "population_groups"},
    }
    for (code, place), sheets in expected.items():
        header = workbook[title(code, language)].cell(1, place + 1).value
        formula = lists(workbook, language, code)[header]
        if formula.startswith("OFFSET("):
            formula = choices[formula.split("!")[1].split("$")[1] + "1"].value
        named = {sheet.code for sheet in SHEETS if f"'{title(sheet.code, language)}'!" in formula}
        assert named == sheets, (code, place)


def test_where_several_words_may_stand_the_header_says_them(workbook: Workbook, language: str):
    sheet = workbook[title("linkers", language)]
    comment = sheet["D1"].comment.text
    assert all(label("sector", code, language) in comment for code in ("state", "community", "academic"))


def test_cells_have_the_formats_of_what_is_typed_into_them(workbook: Workbook, language: str):
    def format_of(code: str, thai: str, english: str) -> str:
        sheet = workbook[title(code, language)]
        place = [cell.value for cell in sheet[1]].index(thai if language == "th" else english) + 1
        return sheet.column_dimensions[sheet.cell(1, place).column_letter].number_format

    assert format_of("seats", "เลขที่คำสั่ง", "order number") == "@", "else Excel makes a day of order 1/2569"
    assert format_of("agreements", "งบประมาณ (บาท)", "budget in baht") == "#,##0"
    assert format_of("instruments", "ปีของเลขที่", "year of the number") == "0"
    assert format_of("areas", "ละติจูด", "latitude") == "General"


def test_columns_that_few_people_fill_are_folded_at_the_right(workbook: Workbook, language: str):
    sheet = workbook[title("linkers", language)]
    folded = {"th": ["เอกสารอ้างอิง", "ผู้บันทึก", "ความน่าเชื่อถือ", "การเปิดเผย"]}
    folded["en"] = ["source document", "recorded by", "confidence", "visibility"]
    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]
    assert hidden == folded[language] == [cell.value for cell in sheet[1]][-4:]
    assert all(sheet.column_dimensions[cell.column_letter].outlineLevel == 1 for cell in sheet[1][-4:])
