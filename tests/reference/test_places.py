"""Districts and sub-districts: all of today's, the abolished ones apart, found by code and by name."""

import subprocess
import sys
from datetime import date

import geothai
import pytest
from geothai.abolished import abolished_areas
from hypothesis import given
from hypothesis import strategies as st

from network_service.errors import UnknownRecord
from network_service.reference.districts import districts, subdistricts
from network_service.reference.places import find_places, level_of, place_by_dopa_code, place_names
from network_service.reference.provinces import province, provinces
from network_service.reference.spellings import PlaceLevel, readings, spelling_key


def test_there_are_928_districts_and_7436_subdistricts_today():
    found = [district for one in provinces() for district in districts(one)]
    assert len(found) == 928
    assert sum(len(subdistricts(district)) for district in found) == 7_436


def test_abolished_units_come_only_to_those_who_ask_for_them():
    nong_khai = province("TH-43")
    today, ever = districts(nong_khai), districts(nong_khai, abolished=True)
    assert len(today) == 9
    moved = [district for district in ever if district.successors]
    assert {district.thai for district in moved} == {district.thai.removeprefix("เมือง") for district in
                                                     districts(province("TH-38"))}  # fmt: skip
    assert {district.abolished_on for district in moved} == {date(2011, 3, 23)}, "the day Bueng Kan was founded"
    assert set(today) < set(ever)
    assert all(district.abolished_on is None for district in today)


def test_bangkok_has_khet_and_khwaeng_and_the_provinces_amphoe_and_tambon():
    bangkok, chiang_mai = districts(province("TH-10")), districts(province("TH-50"))
    assert len(bangkok) == 50
    assert bangkok[0].thai == "พระนคร"
    assert bangkok[0].in_full("th") == "เขตพระนคร"
    assert bangkok[0].in_full("en") == "Phra Nakhon District"
    assert subdistricts(bangkok[0])[0].in_full("th") == "แขวงพระบรมมหาราชวัง"
    assert chiang_mai[0].in_full("th") == "อำเภอเมืองเชียงใหม่"
    assert subdistricts(chiang_mai[0])[0].in_full("th") == "ตำบลศรีภูมิ"
    assert subdistricts(chiang_mai[0])[0].in_full("en") == "Si Phum Sub-district"
    assert not any(district.thai.startswith(("เขต", "อำเภอ")) for one in provinces() for district in districts(one))


@pytest.mark.parametrize(
    ("code", "thai", "level"),
    [
        ("50", "เชียงใหม่", PlaceLevel.PROVINCE),
        ("5001", "เมืองเชียงใหม่", PlaceLevel.DISTRICT),
        ("840503", "เกาะเต่า", PlaceLevel.SUBDISTRICT),
        ("๕๐๐๑๐๑", "ศรีภูมิ", PlaceLevel.SUBDISTRICT),
    ],
)
def test_a_code_of_two_four_or_six_digits_names_its_place(code: str, thai: str, level: PlaceLevel):
    found = place_by_dopa_code(code)
    assert (found.thai, level_of(found)) == (thai, level)


def test_a_subdistrict_knows_what_it_lies_in():
    ko_tao = place_by_dopa_code("840503")
    assert (ko_tao.province, ko_tao.district, ko_tao.postal_codes) == ("TH-84", "8405", ("84360",))
    assert place_by_dopa_code("8405").province == "TH-84"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("", "place.no_code"),
        ("500", "place.no_code"),
        ("50-01", "place.no_code"),
        ("TH-50", "place.no_code"),
        ("28", "place.unknown_province"),
        ("2801", "place.unknown_province"),
        ("9801", "place.synthetic_province"),
        ("5090", "place.unknown_code"),
        ("509001", "place.unknown_code"),
        ("500199", "place.unknown_code"),
        ("4303", "place.replaced"),
        ("2099", "place.abolished"),
    ],
)
def test_a_code_that_names_no_place_of_today_says_why(code: str, error: str):
    with pytest.raises(UnknownRecord) as refused:
        place_by_dopa_code(code)
    assert refused.value.code == error


def test_a_replaced_unit_names_what_the_law_put_in_its_place():
    with pytest.raises(UnknownRecord) as refused:
        place_by_dopa_code("104701")
    assert refused.value.parameters["successors"] == "104702, 104703"
    assert place_by_dopa_code("104701", abolished=True).thai == "บางนา"


def test_every_code_of_the_ministry_is_found_the_abolished_ones_too_when_asked():
    for one in (*geothai.districts("50"), *geothai.subdistricts("5001")):
        assert place_by_dopa_code(one.code).english == one.name_en
    for one in abolished_areas():
        if one.code.startswith(("10", "43", "96")):
            assert place_by_dopa_code(one.code, abolished=True).abolished_on is not None


@pytest.mark.parametrize(
    ("spelling", "codes"),
    [
        ("หางดง", ["5015", "501501", "501601"]),  # a district, and sub-districts of two districts
        ("อำเภอหางดง", ["5015"]),
        ("อ.หางดง", ["5015"]),
        ("Hang Dong District", ["5015"]),
        ("amphoe hangdong", ["5015"]),
        ("ตำบลหางดง", ["501501", "501601"]),
        ("ต. หางดง", ["501501", "501601"]),
        ("Hang Dong subdistrict", ["501501", "501601"]),
        ("อ.เมือง", ["5001"]),
        ("อำเภอเมืองเชียงใหม่", ["5001"]),
        ("เมือง", ["5001"]),
        ("Mueang", ["5001"]),
        ("เชียงใหม่", ["TH-50"]),
        ("จ.หางดง", []),
        ("อำเภอ", []),
        ("พระนคร", []),
        ("", []),
    ],
)
def test_a_place_is_found_in_its_province_in_any_usual_spelling(spelling: str, codes: list[str]):
    assert [place.code for place in find_places(spelling, province("TH-50"))] == codes


@pytest.mark.parametrize(
    ("spelling", "home", "codes"),
    [
        ("เขตพระนคร", "TH-10", ["1001"]),
        ("แขวงศิริราช", "TH-10", ["102004"]),
        ("อ.เมือง", "TH-10", []),  # Bangkok has no capital district
        ("ต.จ.ป.ร.", "TH-85", ["850406"]),
        ("จ.ป.ร.", "TH-85", ["850406"]),  # begins like the short word for a province
        ("สุไหงโกลก", "TH-96", ["9610", "961001"]),
        ("อำเภอเมือง", "TH-33", ["3301"]),
        ("ต.เมือง", "TH-33", ["330403"]),  # a sub-district that has the name capitals are called by
    ],
)
def test_names_that_are_not_like_the_others_are_found_too(spelling: str, home: str, codes: list[str]):
    assert [place.code for place in find_places(spelling, province(home))] == codes


def test_every_place_of_every_province_is_among_those_its_full_name_finds():
    for one in provinces()[::7]:
        names = place_names(one)
        for district in districts(one):
            assert district in find_places(district.in_full("th"), one)
            assert district in names[spelling_key(district.thai)]
            for subdistrict in subdistricts(district):
                assert subdistrict in find_places(subdistrict.in_full("th"), one)
                assert subdistrict in find_places(subdistrict.in_full("en"), one)


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for_and_finds_what_its_key_finds(text: str):
    whole = readings(text)[0]
    assert whole == (None, spelling_key(text))
    assert spelling_key(spelling_key(text)) == spelling_key(text)
    chiang_mai = province("TH-50")
    names = place_names(chiang_mai)
    assert set(find_places(text, chiang_mai)) <= {place for _, key in readings(text) for place in names.get(key, ())}
    whole_name = names.get(spelling_key(text))
    assert whole_name is None or find_places(text, chiang_mai) == whole_name


def test_the_command_line_starts_without_reading_any_place():
    script = (
        "import sys; import network_service.cli.main; print(any(name.startswith('geothai') for name in sys.modules))"
    )
    started = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert started.stdout.strip() == "False"
