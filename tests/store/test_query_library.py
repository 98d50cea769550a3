"""The library finds its queries by name and holds them to their headers."""

import re
from datetime import date, datetime

import pytest

from network_service.errors import UnknownRecord, UsageError
from network_service.store.query_library import Field, NamedQuery, QueryLibrary

GOOD = "-- purpose th: ก\n-- purpose en: a\n-- parameter day: date\n-- column id: text\nSELECT :day;\n"
LIBRARY = QueryLibrary()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "actors").mkdir()
    (tmp_path / "README.md").write_text("no query", encoding="utf-8")
    return tmp_path


def test_the_shipped_library_answers_thirty_questions_and_more():
    assert len(LIBRARY.names) >= 30
    assert set(LIBRARY.names) >= {
        "actors/find_isolates",
        "actors/list_unverified",
        "agreements/list_ending",
        "bodies/list_overlapping_people",
        "ties/list_between_sectors",
    }


@pytest.mark.parametrize("name", LIBRARY.names)
def test_a_shipped_query_says_in_both_languages_what_it_asks(name):
    query = LIBRARY.get(name)
    assert re.search(r"[ก-๙]", query.purpose["th"])
    assert not re.search(r"[ก-๙]", query.purpose["en"])
    assert re.fullmatch(r"[a-z]+/[a-z]+(_[a-z]+)+", name)


def write(folder, sql=GOOD, cypher="RETURN $day AS id"):
    for suffix, text in (("sql", sql), ("cypher", cypher)):
        if text is not None:
            (folder / "actors" / f"list_all.{suffix}").write_text(text, encoding="utf-8")


def test_two_files_become_a_query(folder):
    write(folder)
    library = QueryLibrary(folder)
    assert library.names == ("actors/list_all",)
    assert library.get("actors/list_all") == NamedQuery(
        "actors/list_all",
        {"th": "ก", "en": "a"},
        (Field("day", "date"),),
        (Field("id", "text"),),
        GOOD,
        "RETURN $day AS id",
    )


@pytest.mark.parametrize("missing", ["sql", "cypher"])
def test_one_language_without_the_other_is_refused(folder, missing):
    write(folder, **{missing: None})
    with pytest.raises(UsageError) as error:
        QueryLibrary(folder).get("actors/list_all")
    assert (error.value.code, error.value.parameters["query"]) == ("query.without_twin", "actors/list_all")


def test_rows_become_columns_with_the_truth_values_of_python():
    query = NamedQuery("a/b", {}, (), (Field("x", "boolean"), Field("y", "integer")), "", "")
    assert query.columns_of([(1, 1), (False, 0), (None, None)]) == {"x": [True, False, None], "y": [1, 0, None]}
    assert query.columns_of([(1, 1)])["x"][0] is True
    assert query.columns_of([]) == {"x": [], "y": []}


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("-- purpose th: ก\n", ""),
        GOOD.replace("purpose en", "purpose fr"),
        GOOD.replace("-- column id: text\n", ""),
        GOOD.replace(": date", ": day"),
        GOOD.replace("-- parameter day: date", "-- parameter day"),
        "-- just a comment\n" + GOOD,
    ],
)
def test_a_header_that_is_not_whole_is_refused_with_the_name_of_its_query(folder, text):
    write(folder, text)
    with pytest.raises(UsageError) as error:
        QueryLibrary(folder).get("actors/list_all")
    assert (error.value.code, error.value.parameters["query"]) == ("query.bad_header", "actors/list_all")


def test_a_name_that_is_not_there_is_unknown():
    with pytest.raises(UnknownRecord) as error:
        LIBRARY.get("actors/../actors/find_isolates")
    assert error.value.code == "query.unknown"


@pytest.mark.parametrize(
    ("kind", "given", "bound"),
    [
        ("text", "ก", "ก"),
        ("integer", 3, 3),
        ("integer", "-12", -12),
        ("date", date(2026, 10, 1), "2026-10-01"),
        ("date", "2026-10-01", "2026-10-01"),
        ("boolean", True, 1),
        ("boolean", "false", 0),
    ],
)
def test_values_are_bound_as_the_store_takes_them(kind, given, bound):
    assert query_of(kind).bind({"x": given}) == {"x": bound}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("text", 3),
        ("text", None),
        ("integer", True),
        ("integer", 1.5),
        ("integer", "๓"),
        ("integer", "9" * 30),
        ("date", "1 ต.ค. 2569"),
        ("date", "2026-02-30"),
        ("date", "20261001"),
        ("date", datetime(2026, 10, 1)),
        ("boolean", 1),
        ("boolean", "yes"),
    ],
)
def test_a_value_of_another_type_is_refused(kind, given):
    with pytest.raises(UsageError) as error:
        query_of(kind).bind({"x": given})
    assert error.value.parameters == {"query": "a/b", "name": "x", "type": kind}


def query_of(kind):
    return NamedQuery("a/b", {}, (Field("x", kind),), (), "", "")
