"""An area of a real province need not be entered: a reference that means one place of the register makes it."""

from datetime import date

import pytest

from network_service.domain.identity import id_from_key
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import find_layouts
from network_service.messages import messages_in
from tests.ingest.workbooks import by_id, cells, faults, of_kind

DAY = date(2026, 10, 1)
AREAS = ["name", "area level", "area code"]


def served(*areas, province="TH-55", known=None, **sheets):
    """What comes of a file in which one club serves those areas."""
    network = [["province code", "name"], [province, "เครือข่าย"]]
    actors = sheets.pop("Actors", [["level", "name"], ["group", "ชมรม ก"]])
    rows = [["group or organisation", "area"], *(["ชมรม ก", area] for area in areas)]
    book = cells(Network=network, Actors=actors, **sheets, **{"Areas served": rows})
    return assemble(find_layouts(book), province, known or {}, day=DAY)


def notes(found, language="en"):
    return [note.sentence(messages_in(language)) for note in found.notes]


@pytest.mark.parametrize("text", ["อำเภอปัว", "อ. ปัว", "5505", "๕๕๐๕", "Pua District", "อำเภอปัว จังหวัดน่าน"])
def test_a_district_is_added_however_it_is_written_and_the_report_says_so(text: str):
    found = served(text)
    assert faults(found) == []
    (area,) = of_kind(found, "area")
    assert (area.id, area.name) == (id_from_key("TH-55", "area", "5505"), "อำเภอปัว")
    assert (area.area_level, area.area_code, area.province) == ("district", "5505", "TH-55")
    assert of_kind(found, "operates_in")[0].target == area.id
    assert notes(found) == ["Added from the register of places: Pua District."]


def test_the_same_file_again_adds_nothing_and_entering_it_later_changes_nothing():
    stored = by_id(served("อำเภอปัว"))
    again = served("ปัว อำเภอ", "5505", known=stored)
    assert [code for code, _ in faults(again)] == ["reference.unknown_near"]
    assert of_kind(served("Pua District", known=stored), "area") == []
    for row in (["อำเภอปัว", "อำเภอ", 5505], ["อำเภอปัว", None, None]):
        entered = served("อ.ปัว", known=stored, Areas=[AREAS, row])
        assert of_kind(entered, "area") == [stored[id_from_key("TH-55", "area", "5505")]]
        assert entered.notes == ()


@pytest.mark.parametrize("row", [["ปัว", "อำเภอ", 5505], ["อำเภอปัว", None, None], ["Pua District", "อำเภอ", None]])
def test_an_entered_area_is_the_one_meant_with_or_without_its_code(row):
    found = served("อ.ปัว", Areas=[AREAS, row])
    assert len(of_kind(found, "area")) == 1
    assert of_kind(found, "operates_in")[0].target == of_kind(found, "area")[0].id


def test_a_village_of_the_same_name_is_not_the_subdistrict():
    found = served("ตำบลวรนคร", Areas=[AREAS, ["วรนคร", "หมู่บ้าน", None]])
    assert {area.area_level for area in of_kind(found, "area")} == {"village", "subdistrict"}


def test_of_several_places_the_cell_names_all_with_codes():
    found = served("ปัว")
    assert faults(found) == [("reference.several_places", "B2")]
    said = found.faults[0].sentence(messages_in("th"))
    assert "อำเภอปัว (5505), ตำบลปัว อำเภอปัว (550501)" in said
    assert of_kind(found, "area") == []


def test_near_names_of_the_register_are_proposed_and_an_abolished_code_says_what_took_its_place():
    assert faults(served("ตำบลวรนคน")) == [("reference.unknown_near", "B2")]
    assert "ตำบลวรนคร อำเภอปัว" in served("ตำบลวรนคน").faults[0].sentence(messages_in("th"))
    (fault,) = served("4311", province="TH-43").faults  # Bueng Kan's districts were Nong Khai's until 2011
    assert fault.code == "reference.place_abolished"
    assert "38" in fault.sentence(messages_in("th"))


def test_an_area_begins_with_its_province():
    (area,) = of_kind(served("อำเภอเซกา", province="TH-38"), "area")
    assert area.valid_from == date(2011, 3, 23)


def test_a_province_has_its_point_and_one_of_elsewhere_is_named_with_its_province():
    home, district = of_kind(served("จังหวัดน่าน", "อ.เมือง จ.เชียงใหม่"), "area")
    assert (home.area_code, home.area_level, home.latitude is not None) == ("55", "province", True)
    assert (district.area_code, district.name) == ("5001", "อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่")


@pytest.mark.parametrize("province", ["TH-97", "TH-98", "TH-99", "TH-00", "TH-01"])
def test_an_invented_province_has_no_register(province: str):
    actors = [["level", "name", "district"], ["group", "ชมรม ก", "ไม่มีที่ไหน"]]
    found = served("อำเภอปัว", "5505", province=province, Actors=actors)
    assert [code for code, _ in faults(found)] == ["reference.unknown"] * 2
    assert found.notes == ()


def test_an_area_that_only_a_refused_row_names_is_not_added():
    actors = [["level", "name", "sector"], ["group", "ชมรม ก", "ไม่มี"]]
    found = served("อำเภอปัว", Actors=actors)
    assert of_kind(found, "area") == []
    assert notes(found) == []


def test_a_stored_area_that_the_file_names_is_kept_where_the_sheet_of_areas_is_replaced():
    stored = by_id(served("อำเภอปัว"))
    found = served("อำเภอปัว", known=stored, Areas=[AREAS, ["อำเภอเชียงกลาง", "อำเภอ", 5509]])
    assert id_from_key("TH-55", "area", "5505") in found.kept
