"""Questions asked by somebody of one province, with values as people type them."""

from datetime import timedelta
from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.operations.query_parameters import RECORDS, VOCABULARY_OF
from network_service.operations.run_query import list_queries, run_query
from network_service.store.query_library import QueryLibrary
from tests.snapshot.records import DAY, a_network, node, store_with, tie

USER = local_operator("tester")
LIBRARY = QueryLibrary()
STATE = node("organization", "สำนักงานทดลอง", sector="state", aliases=("สทด.",))
FIRM = node("organization", "บริษัททดลอง", sector="business")
ENDING = node("agreement", "ข้อตกลงน้ำ", agreement_kind="mou", valid_to=DAY + timedelta(days=31))
RECORDS_OF_IT = (a_network(), STATE, FIRM, ENDING, tie("collaborates_with", STATE, FIRM, frequency=4))


def ask(folder: Path, name: str, principal: Principal = USER, province: str | None = None, **given: str):
    with store_with(folder, *RECORDS_OF_IT) as store:
        return run_query(principal, store, LIBRARY, name, given, day=DAY, province=province)


def test_the_only_province_and_the_day_are_meant_where_nobody_says(tmp_path: Path):
    answer = ask(tmp_path, "agreements/list_ending", days="90")
    assert answer.parameters == {"province": "TH-98", "day": "2026-10-01", "days": 90}
    assert answer.rows == [(ENDING.id, "ข้อตกลงน้ำ", "mou", "2026-10-31", 30, 0)]
    assert answer.revision == 1


def test_days_are_read_in_either_era_and_numbers_in_thai_digits(tmp_path: Path):
    answer = ask(tmp_path, "agreements/list_ending", days="๓๐", day="2 ต.ค. 2569", province="th-98")
    assert answer.parameters == {"province": "TH-98", "day": "2026-10-02", "days": 30}
    assert answer.columns["days_left"] == [29]


def test_words_of_vocabularies_and_names_of_records_are_understood(tmp_path: Path):
    between = ask(tmp_path, "ties/list_between_sectors", sector="ภาครัฐ", other_sector="BUSINESS")
    assert between.parameters["sector"] == "state"
    assert [row[2:6:2] for row in between.rows] == [("สำนักงานทดลอง", "บริษัททดลอง")]


@pytest.mark.parametrize("typed", ["สำนักงานทดลอง", "สทด.", STATE.id])
def test_an_actor_is_meant_by_name_other_name_or_id(tmp_path: Path, typed: str):
    answer = ask(tmp_path, "actors/list_neighbours", actor=typed)
    assert answer.parameters["actor"] == STATE.id
    assert answer.columns["name"] == ["บริษัททดลอง"]


def test_a_word_that_is_none_is_refused_rather_than_answered_with_nothing(tmp_path: Path):
    with pytest.raises(UsageError) as error:
        ask(tmp_path, "ties/list_between_sectors", sector="รัด", other_sector="business")
    assert (error.value.code, error.value.parameters["given"]) == ("query.unknown_word", "รัด")


def test_a_name_that_nobody_has_is_said(tmp_path: Path):
    with pytest.raises(UnknownRecord, match=r"record\.unknown"):
        ask(tmp_path, "actors/list_neighbours", actor="ไม่มีใคร")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"days": "เก้าสิบ"}, "query.wrong_type"),
        ({"days": "90", "day": "31 ก.พ. 2569"}, "query.wrong_type"),
        ({}, "query.missing_parameters"),
        ({"days": "90", "limit": "3"}, "query.extra_parameters"),
    ],
)
def test_values_that_do_not_fit_are_named(tmp_path: Path, given: dict[str, str], code: str):
    with pytest.raises(UsageError) as error:
        ask(tmp_path, "agreements/list_ending", **given)
    assert error.value.code == code


def test_a_question_that_is_none_is_unknown(tmp_path: Path):
    with pytest.raises(UnknownRecord):
        ask(tmp_path, "../README")


def test_nobody_asks_of_a_province_out_of_reach_whichever_way_it_is_named(tmp_path: Path):
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with store_with(tmp_path, *RECORDS_OF_IT) as store:
        for given, province in (({"province": "TH-98"}, None), ({}, "TH-98"), ({"province": "th-98"}, "TH-97")):
            with pytest.raises(NotPermitted, match=r"access\.province"):
                run_query(manager, store, LIBRARY, "posts/list_vacant", given, day=DAY, province=province)
        with pytest.raises(UnknownRecord, match=r"province\.empty_store"):
            run_query(manager, store, LIBRARY, "posts/list_vacant", {}, day=DAY)


def test_everybody_may_see_which_questions_there_are_and_only_officers_may_ask():
    viewer = Principal("viewer", frozenset({Role.VIEWER}))
    assert [query.name for query in list_queries(viewer, LIBRARY)] == list(LIBRARY.names)


def test_every_text_parameter_is_understood_as_a_record_or_a_word():
    """Else a mistyped value would be answered with no rows."""
    texts = {field.name for name in LIBRARY.names for field in LIBRARY.get(name).parameters if field.type == "text"}
    assert texts - {"province"} == RECORDS | VOCABULARY_OF.keys()
