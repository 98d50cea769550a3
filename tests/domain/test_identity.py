"""The same source gives the same id anywhere."""

from network_service.domain.identity import id_from_code, id_from_name, is_record_id


def test_ids_are_fixed_for_ever():
    """Written down once: a change of these values would orphan every record in every store."""
    assert id_from_name("TH-98", "organization", "สำนักงานจังหวัด") == "d14b8d15-dbbb-5ea8-a921-557c21dfb61f"
    assert id_from_code("TH-98", "ORG-001") == "ce82dea2-c9e5-520b-85b4-d9565ef35229"


def test_a_name_typed_in_another_order_of_marks_gives_the_same_id():
    typed, untidy = "กลุ่มผู้ใช้น้ำ", " กลุ่มผู้ใช้  นํ้า\u200b".replace("  ", "")
    assert id_from_name("TH-98", "group", typed) == id_from_name("TH-98", "group", untidy)


def test_thai_and_arabic_digits_in_a_code_are_the_same_code():
    assert id_from_code("TH-98", "ก-๐๑๒") == id_from_code("TH-98", "ก-012")


def test_kind_province_and_way_of_naming_keep_ids_apart():
    ids = {
        id_from_name("TH-98", "group", "ก"),
        id_from_name("TH-98", "organization", "ก"),
        id_from_name("TH-97", "group", "ก"),
        id_from_code("TH-98", "ก"),
    }
    assert len(ids) == 4


def test_a_value_that_is_an_id_already_stays():
    made = id_from_name("TH-98", "group", "ก")
    assert is_record_id(made)
    assert id_from_code("TH-98", made.upper()) == made
