"""What a file stands for without writing it: memberships of silent rows, and the sheets that it has."""

import json

from network_service.ingest.json_file import read_json
from tests.ingest.workbooks import NETWORK, PROVINCE, by_id, imported, of_kind

HEADER = ["level", "name", "membership status", "member from", "member until"]
PEOPLE = [["given name", "membership status"], ["สมชาย", "certified"]]
BOTH = [HEADER, ["group", "ก", "certified"], ["group", "ข", "invited"]]


def memberships(found):
    """Ids of the memberships by the name of the member."""
    names = {record.id: record.display_name for record in found.records if hasattr(record, "display_name")}
    return {names[tie.source]: tie.id for tie in of_kind(found, "member_of")}


def test_a_silent_row_keeps_its_stored_membership_and_an_absent_row_does_not():
    first = imported(Actors=BOTH, People=PEOPLE)
    known, ids = by_id(first), memberships(first)
    assert imported(known, Actors=[["level", "name"], ["group", "ก"]]).kept == {ids["ก"]}
    assert imported(known, Actors=[HEADER, ["group", "ก"], ["group", "ข"]]).kept == {ids["ก"], ids["ข"]}
    assert imported(known, People=[["given name"], ["สมชาย"]]).kept == {ids["สมชาย"]}


def test_what_a_row_writes_is_among_the_records_and_not_kept():
    known = by_id(imported(Actors=BOTH))
    again = imported(known, Actors=BOTH)
    assert again.kept == frozenset()
    assert {tie.id for tie in of_kind(again, "member_of")} <= known.keys()


def test_the_sheet_of_memberships_speaks_for_the_actor_whole():
    rows = [["member", "status", "valid from", "valid to"], ["ก", "certified", "2025-01-01", "2025-06-30"]]
    stored = by_id(imported(Actors=[["level", "name"], ["group", "ก"]], Memberships=[*rows, ["ก", None, "2026-01-01"]]))
    assert imported(stored, Actors=[["level", "name"], ["group", "ก"]], Memberships=rows).kept == frozenset()


def test_a_file_names_the_sheets_of_which_it_brings_rows():
    found = imported(
        Actors=[["level", "name"], ["group", "ก"]],
        People=[["given name"]],
        Posts=[["name", "organization"], ["หัวหน้า", "ไม่มี"]],
    )
    assert found.sheets == {"network", "actors"}


def test_json_names_the_sheets_of_its_kinds():
    records = [record.model_dump(mode="json") for record in imported(network=NETWORK, Actors=BOTH).records]
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": records}
    found = read_json(json.dumps(head).encode(), PROVINCE, {})
    assert (found.faults, found.kept) == ((), frozenset())
    assert found.sheets == {"network", "actors", "memberships"}
