"""Who is a member by saying so, by silence, or not at all; and that silence never changes what is stored."""

from datetime import date

from network_service.domain.vocabulary import MembershipStatus
from network_service.messages import messages_in
from tests.ingest.workbooks import by_id, faults, imported, of_kind

HEADER = ["level", "name", "membership status", "member from", "member until"]


def statuses(found):
    names = {record.id: record.display_name for record in found.records if hasattr(record, "name")}
    return {names.get(tie.source, "?"): tie.status.value for tie in of_kind(found, "member_of")}


def test_actors_are_self_declared_members_unless_they_say_otherwise_and_people_are_not():
    found = imported(
        Actors=[HEADER, ["group", "ก"], ["group", "ข", "ไม่เป็นภาคี"], ["group", "ค", "suspended"]],
        People=[["given name", "membership status"], ["สมชาย", None], ["สมหญิง", "certified"]],
    )
    assert found.faults == ()
    assert sorted(tie.status.value for tie in of_kind(found, "member_of")) == [
        "certified",
        "self_declared",
        "suspended",
    ]


def test_the_last_day_of_a_membership_is_included():
    found = imported(Actors=[HEADER, ["group", "ก", "ended", "1/10/2568", "30/9/2569"]])
    (tie,) = of_kind(found, "member_of")
    assert (tie.valid_from, tie.valid_to) == (date(2025, 10, 1), date(2026, 10, 1))
    assert tie.holds_on(date(2026, 9, 30))
    assert not tie.holds_on(date(2026, 10, 1))


def test_a_row_of_the_sheet_of_memberships_replaces_the_default():
    rows = [["member", "status", "valid from"], ["ก", "certified", "2026-01-01"]]
    found = imported(Actors=[HEADER, ["group", "ก"]], Memberships=rows)
    assert found.faults == ()
    assert statuses(found) == {"ก": "certified"}


def test_saying_it_on_both_sheets_is_a_fault():
    rows = [["member", "status"], ["ก", "certified"]]
    found = imported(Actors=[HEADER, ["group", "ก", "invited"]], Memberships=rows)
    assert faults(found) == [("membership.twice", "C2"), ("reference.refused", "A2")]


def test_dates_of_no_membership_are_a_fault():
    found = imported(Actors=[HEADER, ["group", "ก", "not a member", "1/10/2568"]])
    assert faults(found) == [("membership.dates_of_none", "C2")]


def test_who_is_a_member_in_the_store_cannot_be_denied_without_the_day_it_ended():
    stored = by_id(imported(Actors=[HEADER, ["group", "ก", "certified", "1/10/2568"]]))
    (tie,) = (record for record in stored.values() if record.kind == "member_of")
    denied = [HEADER, ["group", "ก", "ไม่เป็นภาคี"]]
    found = imported(stored, Actors=denied)
    assert faults(found) == [("membership.stored", "C2")]
    thai, english = (found.faults[0].cure(messages_in(language)) for language in ("th", "en"))
    assert ("สิ้นสุด" in thai, "เป็นภาคีถึงวันที่" in thai) == (True, True)
    assert ("“ended”" in english, "“member until”" in english) == (True, True)
    for cured in ([None, None, "30/9/2569"], ["ended", None, "30/9/2569"], ["ended"], [None]):
        assert imported(stored, Actors=[HEADER, ["group", "ก", *cured]]).faults == ()
    for over in ({"valid_to": date(2026, 10, 1)}, {"status": MembershipStatus.ENDED}):
        ended = stored | {tie.id: tie.model_copy(update=over)}
        assert imported(ended, Actors=denied).faults == ()


def test_a_person_who_is_a_member_in_the_store_cannot_be_denied_either():
    header = ["given name", "membership status"]
    stored = by_id(imported(People=[header, ["สมชาย", "certified"]]))
    assert faults(imported(stored, People=[header, ["สมชาย", "not a member"]])) == [("membership.stored", "B2")]
    assert imported({}, People=[header, ["สมชาย", "not a member"]]).faults == ()


def test_silence_leaves_a_stored_membership_as_it_is():
    stored = by_id(imported(Actors=[HEADER, ["group", "ก", "certified", "1/10/2568"]]))
    for rows in ([HEADER, ["group", "ก"]], [["level", "name"], ["group", "ก"]]):
        again = imported(stored, Actors=rows)
        assert again.faults == ()
        assert of_kind(again, "member_of") == []


def test_dates_alone_change_no_stored_status():
    stored = by_id(imported(Actors=[HEADER, ["group", "ก", "certified", "1/10/2568"]]))
    (tie,) = of_kind(imported(stored, Actors=[HEADER, ["group", "ก", None, "1/11/2568"]]), "member_of")
    assert (tie.status, tie.valid_from) == (MembershipStatus.CERTIFIED, date(2025, 11, 1))
    assert tie.id in stored


def test_a_fault_in_a_membership_refuses_its_whole_row():
    found = imported(Actors=[HEADER, ["group", "ก", "certified", "2/1/2569", "1/1/2569"]])
    assert faults(found) == [("record.ends_before_start", "E2")]
    assert (found.accepted, of_kind(found, "group"), of_kind(found, "member_of")) == (1, [], [])
