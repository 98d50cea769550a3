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


def test_the_shipped_library_has_its_first_questions():
    assert set(LIBRARY.names) >= {
        "actors/find_isolates",
        "actors/list_unverified",
        "agreements/list_ending",
        "bodies/list_overlapping_people",
        "ties/list_between_sectors",
    }


@pytest.mark.parametrize("name", LIBRARY.names)
def test_a_shipped_query_uses_the_parameters_it_declares(name):
    query = LIBRARY.get(name)
    text = re.sub(r"--[^\n]*|'[^']*'", "", query.sql)
    assert set(re.findall(r":([a-z_]+)", text)) == {parameter.name for parameter in query.parameters}
    assert {"province", "day"} <= {parameter.name for parameter in query.parameters}
    assert re.search(r"[ก-๙]", query.purpose["th"])
    assert not re.search(r"[ก-๙]", query.purpose["en"])
    assert "ORDER BY" in text
    assert re.fullmatch(r"[a-z]+/[a-z]+(_[a-z]+)+", name)


def test_a_file_becomes_a_query_and_its_twin_is_found(folder):
    (folder / "actors" / "list_all.sql").write_text(GOOD, encoding="utf-8")
    library = QueryLibrary(folder)
    assert library.names == ("actors/list_all",)
    query = library.get("actors/list_all")
    assert query == NamedQuery(
        "actors/list_all", {"th": "ก", "en": "a"}, (Field("day", "date"),), (Field("id", "text"),), GOOD, None
    )
    (folder / "actors" / "list_all.cypher").write_text("RETURN $day AS id", encoding="utf-8")
    assert QueryLibrary(folder).get("actors/list_all").cypher == "RETURN $day AS id"


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
    (folder / "actors" / "list_all.sql").write_text(text, encoding="utf-8")
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
    return NamedQuery("a/b", {}, (Field("x", kind),), (), "")
