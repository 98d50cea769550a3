"""A reference means one record: by id, by code, by name; in the file first, then in the store."""

from network_service.domain.identity import id_from_code, id_from_name
from tests.ingest.workbooks import PROVINCE, by_id, faults, imported, of_kind

PEOPLE = [["titles", "given name", "family name"], ["ผศ. ดร.", "สมชาย", "ใจดี"], ["นาง", "สมหญิง", None]]
ORGANIZATIONS = [
    ["id", "level", "name", "aliases"],
    ["A-๑", "organisation", "สำนักงานสาธารณสุขจังหวัด", "สสจ."],
    [None, "organisation", "สำนักงานเกษตรจังหวัด", None],
    [None, "group", "ชมรม ก", None],
]


def belongings(*pairs, known=None):
    rows = [["person", "relation", "target"], *([person, "belongs_to", target] for person, target in pairs)]
    return imported(known, Actors=ORGANIZATIONS, People=PEOPLE, Affiliations=rows)


def test_people_are_found_with_and_without_titles_and_whatever_the_spaces():
    names = ("สมชาย ใจดี", "ผศ. ดร. สมชาย ใจดี", "ผศ.ดร.สมชาย  ใจดี")
    targets = ("ชมรม ก", "สสจ.", "สำนักงานเกษตรจังหวัด")
    found = belongings(*zip(names, targets, strict=True))
    assert found.faults == ()
    assert {tie.source for tie in of_kind(found, "belongs_to")} == {id_from_name(PROVINCE, "person", "สมชาย ใจดี")}


def test_organisations_are_found_by_alias_code_in_other_digits_and_id():
    office = id_from_code(PROVINCE, "A-1")
    found = imported(
        Actors=ORGANIZATIONS,
        Posts=[["name", "organisation"], ["ก", "สสจ."], ["ข", "a-1"], ["ค", office], ["ง", "สำนักงานสาธารณสุขจังหวัด"]],
    )
    assert found.faults == ()
    assert {post.organization for post in of_kind(found, "post")} == {office}


def test_the_order_of_marks_in_a_name_does_not_matter():
    found = imported(
        Actors=[["level", "name"], ["group", "กลุ่มน้ำใส"], ["group", "ชมรม ก"]],
        Collaborations=[["from", "to"], ["กลุ่มนํ้าใส", "ชมรม ก"]],
    )
    assert found.faults == ()


def test_a_name_of_another_kind_is_said_to_be_that():
    assert faults(belongings(("สมชาย ใจดี", "สมหญิง"))) == [("reference.wrong_kind", "C2")]


def test_records_of_the_store_are_found_where_the_file_does_not_have_them():
    stored = by_id(imported(Actors=ORGANIZATIONS))
    found = imported(
        stored, People=PEOPLE, Affiliations=[["person", "relation", "target"], ["สมหญิง", "represents", "ชมรม ก"]]
    )
    assert found.faults == ()
    assert of_kind(found, "represents")[0].target == id_from_name(PROVINCE, "group", "ชมรม ก")


def test_a_row_that_needs_a_refused_row_is_refused_and_says_which_until_nothing_dangles():
    found = imported(
        Actors=[
            ["level", "name", "sector", "parent"],
            ["organisation", "ก", "ไม่มี", None],
            ["organisation", "ข", None, "ก"],
            ["organisation", "ค", None, "ข"],
            ["organisation", "ง", None, None],
        ],
        Collaborations=[["from", "to"], ["ค", "ง"], ["ง", "ค"]],
    )
    assert faults(found) == [
        ("value.unknown_word", "C2"),
        ("reference.refused", "D3"),
        ("reference.refused", "D4"),
        ("reference.refused", "A2"),
        ("reference.refused", "B3"),
    ]
    assert {record.kind for record in found.records} == {"province_network", "organization", "member_of"}
    assert found.accepted == 2


def test_a_refused_change_of_a_stored_record_refuses_nothing_that_refers_to_it():
    stored = by_id(imported(Actors=[["level", "name"], ["group", "ก"], ["group", "ข"]]))
    found = imported(
        stored,
        Actors=[["level", "name", "sector"], ["group", "ก", "ไม่มี"], ["group", "ข", "ชุมชน"]],
        Collaborations=[["from", "to"], ["ก", "ข"]],
    )
    assert [code for code, _ in faults(found)] == ["value.unknown_word"]
    assert len(of_kind(found, "collaborates_with")) == 1


def test_a_group_has_no_parent_and_a_seat_agrees_with_its_holder():
    found = imported(
        Actors=[["level", "name", "parent"], ["organisation", "ก", None], ["group", "ข", "ก"]],
        Bodies=[["name", "kind"], ["คณะ", "executive_committee"]],
        Seats=[["body", "holder", "appointed as"], ["คณะ", "ก", "ex officio"], ["คณะ", "ก", "ผู้แทนองค์กร"]],
    )
    assert ("reference.not_for_group", "C3") in faults(found)
    assert ("seat.kind_differs", "C2") in faults(found)


def test_codes_are_one_for_the_whole_file():
    found = imported(
        Actors=[["id", "level", "name"], ["1", "group", "ก"], ["2", "group", "ข"]],
        People=[["id", "given name"], ["1", "สมชาย"]],
        Collaborations=[["id", "from", "to"], ["2", "ก", "ข"]],
    )
    assert faults(found) == [("id.twice", "A2"), ("id.twice", "A2")]


def test_an_id_of_another_kind_is_a_slip():
    stored = by_id(imported(Actors=[["id", "level", "name"], ["X", "group", "ก"]]))
    found = imported(stored, People=[["id", "given name"], ["X", "ก"]])
    assert faults(found) == [("id.other_kind", "A2")]


def test_without_a_network_one_fault_says_so_for_all():
    found = imported(network=[["province", "name"]], Actors=[["level", "name"], ["group", "ก"], ["group", "ข"]])
    assert [fault.code for fault in found.faults] == ["network.missing"]
    assert (found.read, found.refused) == (2, 2)


def test_a_network_of_another_province_or_a_second_one_is_refused():
    rows = [["province", "name"], ["TH-50", "ก"], ["TH-98", "ข"]]
    assert faults(imported(network=rows)) == [("network.other_province", "A2"), ("network.second_row", "B3")]


def test_a_renamed_network_stays_the_same_network():
    stored = by_id(imported())
    renamed = imported(stored, network=[["province", "name"], [PROVINCE, "ชื่อใหม่"]])
    assert by_id(renamed).keys() == stored.keys()


def test_who_names_the_later_of_two_rows_with_one_code_never_means_the_other():
    found = imported(
        Actors=[["id", "level", "name"], ["1", "group", "ก"]],
        People=[["id", "given name"], ["1", "สมชาย"]],
        Affiliations=[["person", "relation", "target"], ["สมชาย", "belongs_to", "ก"]],
    )
    assert [code for code, _ in faults(found)] == ["id.twice", "reference.refused"]
    assert of_kind(found, "belongs_to") == []
