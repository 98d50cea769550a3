"""The template opens in ordinary programs, says how to fill it, offers what it accepts, and holds no data."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from network_service.documents.template import write_template
from network_service.ingest.reading import read_file
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import sheet_wording, word


@pytest.fixture(scope="module", params=["th", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def path(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / f"{language}.xlsx"
    write_template(path, language)
    return path


def test_the_explanation_comes_first_and_the_choices_are_hidden(path: Path, language: str):
    workbook = load_workbook(path)
    titles = [sheet_wording(sheet.code).title.in_language(language) for sheet in SHEETS]
    first, last = (word(name).in_language(language) for name in ("explanation", "choices"))
    assert workbook.sheetnames == [first, *titles, last]
    assert workbook[last].sheet_state == "hidden"
    said = {row[0].value for row in workbook[first].iter_rows()}
    assert all(any(str(cell).endswith(title) for cell in said) for title in titles)


def test_every_sheet_has_frozen_headers_with_help_and_one_example(path: Path):
    workbook = load_workbook(path)
    for sheet in workbook.worksheets[1:-1]:
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == 2
        assert all(cell.comment and cell.comment.text for cell in sheet[1])


def test_words_are_offered_from_lists_that_hold_them(path: Path, language: str):
    workbook = load_workbook(path)
    choices = workbook[word("choices").in_language(language)]
    offered = 0
    for sheet in workbook.worksheets[1:-1]:
        for validation in sheet.data_validations.dataValidation:
            title, _, block = validation.formula1.replace("$", "").rpartition("!")
            if title.strip("'") == choices.title:
                (words,) = zip(*choices[block], strict=True)
                assert all(cell.value for cell in words)
                offered += 1
            else:
                assert title.strip("'") in workbook.sheetnames
    assert offered > 30


def test_read_back_it_has_examples_and_nothing_else(path: Path):
    found = read_file(path, province="TH-98").assemble({})
    assert (found.records, found.faults) == ((), ())
    assert [(count.read, count.examples) for count in found.counts] == [(0, 1)] * len(SHEETS)


def test_an_order_number_typed_into_it_stays_a_text(path: Path, language: str):
    workbook = load_workbook(path)
    sheet = workbook[sheet_wording("seats").title.in_language(language)]
    headers = [cell.value for cell in sheet[1]]
    place = headers.index({"th": "เลขที่คำสั่ง", "en": "order number"}[language])
    assert sheet.column_dimensions[sheet.cell(1, place + 1).column_letter].number_format == "@"
