"""`network-service query`: tables in words, CSV and JSON for programs, the list, and what is said of mistakes."""

import csv
import json
from io import StringIO

import pytest

from network_service.cli.query_words import cell, column_word, explained, shown
from network_service.domain.vocabulary.terms import terms
from network_service.messages import messages_in
from network_service.store.query_library import Field, QueryLibrary
from network_service.store.sqlite import named_queries
from tests.cli.conftest import Run

LIBRARY = QueryLibrary()
DAY = ("--as-of", "2026-10-01")


def test_a_table_has_thai_headers_words_and_days(run_on_sample: Run):
    result = run_on_sample("query", "agreements/list_ending", "-p", "days=90", *DAY, "--lang", "th")
    assert result.exit_code == 0, result.output
    for said in ("ข้อตกลงที่จะสิ้นสุด", "ประเภทข้อตกลง", "บันทึกความเข้าใจ", "15 พ.ย. 2569", "TH-98", "1 ตุลาคม 2569"):
        assert said in result.stdout
    assert "mou" not in result.stdout.replace("(MoU)", "")


def test_the_same_in_english(run_on_sample: Run):
    result = run_on_sample("query", "agreements/list_ending", "-p", "days=90", *DAY, "--lang", "en")
    assert "Agreements in force" in result.stdout
    assert "15 Nov 2026" in result.stdout
    assert "3 rows" in result.stdout


def test_csv_has_codes_ids_and_iso_days_and_nothing_else(run_on_sample: Run):
    result = run_on_sample("query", "agreements/list_ending", "-p", "days=90", *DAY, "--csv")
    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert [field.name for field in LIBRARY.get("agreements/list_ending").columns] == list(rows[0])
    assert [(row["agreement_kind"], row["last_day"], row["days_left"]) for row in rows] == [
        ("mou", "2026-11-15", "45"), ("mou", "2026-11-30", "60"), ("grant", "2026-12-15", "75")
    ]  # fmt: skip


def test_csv_holds_no_text_that_a_spreadsheet_would_run(run_on_sample: Run, tmp_path):
    table = "id,kind,name\na1,organization,=1+1\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    assert run_on_sample("import", tmp_path / "a.csv").exit_code == 0
    result = run_on_sample("query", "actors/list_unverified", "-p", "since=2000-01-01", "--csv")
    assert ",'=1+1," in result.stdout


def test_json_says_what_was_asked_of_which_revision(run_on_sample: Run):
    told = json.loads(run_on_sample("query", "posts/list_vacant", *DAY, "--json").stdout)
    assert told["query"] == "posts/list_vacant"
    assert told["parameters"] == {"province": "TH-98", "day": "2026-10-01"}
    assert told["revision"] == 1
    assert [row["name"] for row in told["rows"]] == ["อุตสาหกรรมจังหวัดตัวอย่าง"]


@pytest.mark.parametrize("arguments", [("query", "--list"), ("query",)])
def test_the_list_explains_each_question_in_both_languages(run: Run, arguments: tuple[str, ...]):
    result = run(*arguments, "--lang", "th")
    assert result.exit_code == 0
    text = "".join(result.stdout.split())
    for name in LIBRARY.names:
        assert name in result.stdout
    assert "days(จำนวนเต็ม):ภายในกี่วัน" in text
    assert "ตำแหน่งที่ยังไม่มีผู้ดำรงตำแหน่ง" in text
    assert "Poststhatnobodyholds" in text


def test_the_list_is_data_too(run: Run):
    told = json.loads(run("query", "--list", "--json").stdout)
    assert [one["name"] for one in told] == list(LIBRARY.names)
    assert told[0]["parameters"] == {"province": "text", "day": "date"}


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("actors/none",), 1, "no question called actors/none"),
        (("agreements/list_ending",), 2, "days"),
        (("agreements/list_ending", "-p", "days=many"), 2, "integer"),
        (("agreements/list_ending", "-p", "days"), 2, "NAME=VALUE"),
        (("agreements/list_ending", "-p", "days=1", "-p", "days=2"), 2, "given twice"),
        (("bodies/list_without_sector", "-p", "sector=stat"), 2, "civil_society"),
        (("actors/list_neighbours", "-p", "actor=nobody"), 1, "nobody"),
        (("posts/list_vacant", "--province", "TH-10"), 1, "TH-98"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(run_on_sample: Run, arguments: tuple[str, ...], status: int, said: str):
    result = run_on_sample("query", *arguments, "--lang", "en")
    assert (result.exit_code, said in result.stderr) == (status, True), result.stderr


def test_a_question_that_takes_too_long_says_so(run_on_sample: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(named_queries, "_STEPS_BETWEEN_LOOKS", 1)
    monkeypatch.setattr(named_queries.run, "__kwdefaults__", {"seconds": 0})
    result = run_on_sample("query", "posts/list_vacant", "--lang", "en")
    assert result.exit_code == 3
    assert "too long" in result.stderr


def test_no_rows_is_an_answer(run_on_sample: Run):
    result = run_on_sample("query", "agreements/list_ending", "-p", "days=0", *DAY, "--lang", "en")
    assert (result.exit_code, "0 rows" in result.stdout) == (0, True)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", LIBRARY.names)
def test_every_column_and_parameter_has_its_word(name: str, language: str):
    words, query = messages_in(language), LIBRARY.get(name)
    headers = [column_word(field, words) for field in shown(query)]
    assert all(headers)
    assert len(set(headers)) == len(headers), "two columns under one header"
    assert explained(query, words).count("\n") == max(0, len(query.parameters) - 3)


def test_cells_are_words_of_vocabularies_and_dashes_for_what_is_not_known():
    words = messages_in("th")
    assert cell(Field("sector", "text"), None, words) == "–"
    assert cell(Field("sector", "text"), "state", words) == terms("sector")["state"].thai
    assert cell(Field("role", "text"), "lead", words) == terms("manager_role")["lead"].thai
    assert cell(Field("status", "text"), "open", words) == terms("work_status")["open"].thai
    assert cell(Field("side", "text"), "need", words) == "ต้องการ"
    assert cell(Field("about", "text"), "ข้อตกลงน้ำ", words) == "ข้อตกลงน้ำ"
    assert cell(Field("tied", "boolean"), True, words) == "ใช่"
    assert cell(Field("steps", "integer"), 3, words) == "3"
