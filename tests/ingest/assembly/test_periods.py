"""A tie of two periods is two ties, and the same file finds the same ones again."""

from datetime import date

from tests.ingest.workbooks import by_id, faults, imported, of_kind

ACTORS = [["level", "name"], ["group", "ก"], ["group", "ข"]]
HEADER = ["from", "to", "frequency", "valid from", "valid to"]
FIRST = ["ก", "ข", 3, "1/1/2563", "31/12/2564"]
SECOND = ["ก", "ข", 5, "1/1/2566", None]


def ties(*rows, known=None):
    found = imported(known, Actors=ACTORS, Collaborations=[HEADER, *rows])
    return found, {(tie.valid_from and tie.valid_from.year): tie for tie in of_kind(found, "collaborates_with")}


def test_the_ids_of_periods_do_not_depend_on_the_order_of_rows():
    assert ties(FIRST, SECOND)[1] == ties(SECOND, FIRST)[1]
    assert len(ties(FIRST, SECOND)[1]) == 2


def test_the_same_file_again_finds_the_same_periods():
    found, first = ties(FIRST, SECOND)
    assert ties(SECOND, FIRST, known=by_id(found))[1] == first


def test_a_later_period_alone_is_a_new_tie_and_leaves_the_stored_one():
    stored, first = ties(FIRST)
    again, second = ties(SECOND, known=by_id(stored))
    assert again.faults == ()
    assert first[2020].id != second[2023].id


def test_a_period_that_overlaps_a_stored_one_corrects_it():
    stored, before = ties(["ก", "ข", 3, None, None])
    _, after = ties(["ก", "ข", 4, "1/1/2566", None], known=by_id(stored))
    assert after[2023].id == before[None].id


def test_two_rows_that_say_the_same_of_one_time_ask_for_a_code():
    found, _ = ties(FIRST, ["ก", "ข", 4, "1/6/2563", "31/1/2564"])
    assert [(fault.code, fault.row) for fault in found.faults] == [("tie.twice", 3)]


def test_codes_tell_parallel_ties_apart():
    rows = [["id", *HEADER], ["T1", *FIRST], ["T2", *FIRST]]
    found = imported(Actors=ACTORS, Collaborations=rows)
    assert faults(found) == []
    assert len(of_kind(found, "collaborates_with")) == 2


def test_different_resources_between_two_actors_are_different_ties():
    rows = [["from", "to", "resource"], ["ก", "ข", "budget"], ["ก", "ข", "สถานที่"], ["ก", None, "place"]]
    found = imported(Actors=ACTORS, Resources=rows)
    assert found.faults == ()
    assert len({tie.id for tie in of_kind(found, "shares_resource")}) == 3


def test_an_end_is_the_day_after_the_last_day():
    assert ties(FIRST)[1][2020].valid_to == date(2022, 1, 1)
