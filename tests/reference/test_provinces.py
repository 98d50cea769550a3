"""The provinces: how many there were when, what they are called, and which codes are no real province's."""

from collections import Counter
from datetime import date

import geothai
import pytest

from network_service.errors import UnknownRecord
from network_service.reference.provinces import BANGKOK, SYNTHETIC, find_province, is_synthetic, province, provinces
from network_service.reference.regions import Division, regions

BUENG_KAN_FOUNDED = date(2011, 3, 23)


def test_there_are_76_provinces_and_bangkok_in_the_order_of_their_codes():
    codes = [found.code for found in provinces()]
    assert len(codes) == 77
    assert BANGKOK in codes
    assert codes == sorted(codes)


def test_codes_and_names_are_those_of_the_ministry_as_another_package_has_them():
    assert [(found.dopa_code, found.thai, found.english) for found in provinces()] == [
        (one.code, one.name_th, one.name_en) for one in geothai.provinces()
    ]


def test_the_regions_count_as_the_source_reports_count_them():
    assert Counter(found.region4 for found in provinces()) == {
        "bangkok": 1, "central": 25, "north": 17, "northeast": 20, "south": 14
    }  # fmt: skip
    assert Counter(found.region6 for found in provinces()) == {
        "central": 22, "northeast": 20, "south": 14, "north": 9, "east": 7, "west": 5
    }  # fmt: skip


def test_every_region_of_a_province_has_its_words():
    assert {found.region4 for found in provinces()} == regions(Division.REGION4).keys()
    assert {found.region6 for found in provinces()} == regions(Division.REGION6).keys()
    assert regions(Division.REGION4)["northeast"].in_language("th") == "ภาคตะวันออกเฉียงเหนือ"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2007, 6, 1), 75),  # the reports of 2007 to 2010 say 75 provinces
        (date(2010, 12, 31), 75),
        (date(2011, 3, 22), 75),
        (BUENG_KAN_FOUNDED, 76),
        (date(2026, 10, 1), 76),
    ],
)
def test_each_day_has_the_provinces_of_its_time(day: date, count: int):
    assert len([found for found in provinces(on=day) if found.code != BANGKOK]) == count
    assert ("TH-38" in {found.code for found in provinces(on=day)}) == (day >= BUENG_KAN_FOUNDED)


def test_every_point_lies_in_the_country_and_no_two_share_one():
    points = {(found.latitude, found.longitude) for found in provinces()}
    assert len(points) == 77
    # The country reaches from Betong (5.6 N) to Mae Sai (20.5 N), from Mae Sam Laep (97.3 E) to Khong Chiam (105.7 E).
    assert all(5.6 < latitude < 20.5 and 97.3 < longitude < 105.7 for latitude, longitude in points)
    assert province("TH-57").latitude == max(latitude for latitude, _ in points), "Chiang Rai is the northernmost"
    assert province("TH-34").longitude == max(longitude for _, longitude in points), "Ubon is the easternmost"
    assert province("TH-58").longitude == min(longitude for _, longitude in points), "Mae Hong Son is the westernmost"


def test_abbreviations_and_map_keys_belong_to_one_province_each():
    assert len({found.abbreviation for found in provinces()}) == 77
    assert len({found.hasc for found in provinces()}) == 77
    assert all(len(found.hasc) == 2 and found.hasc.isupper() for found in provinces())


@pytest.mark.parametrize("code", ["TH-50", "50", "th-50", " TH-50 ", "๕๐", "TH50"])
def test_a_code_may_be_written_in_its_usual_ways(code: str):
    assert province(code).thai == "เชียงใหม่"


@pytest.mark.parametrize("code", ["", "5", "500", "TH-28", "59", "TH-S", "เชียงใหม่", "²5"])
def test_a_code_of_no_province_is_refused_with_what_was_given(code: str):
    with pytest.raises(UnknownRecord) as refused:
        province(code)
    assert (refused.value.code, refused.value.parameters) == ("place.unknown_province", {"given": code})


@pytest.mark.parametrize("code", ["TH-97", "98", "TH-99", "TH-00", "th-01", "09"])
def test_an_invented_province_is_known_as_one_and_is_no_place(code: str):
    assert is_synthetic(code)
    with pytest.raises(UnknownRecord, match=r"place\.synthetic_province"):
        province(code)


def test_no_real_province_has_an_invented_ones_code():
    assert len(SYNTHETIC) == 13
    assert not SYNTHETIC & {found.code for found in provinces()}
    assert not any(is_synthetic(found.code) for found in provinces())
    assert not is_synthetic("nowhere")


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("เชียงใหม่", "TH-50"),
        ("จังหวัดเชียงใหม่", "TH-50"),
        ("จังหวัด เชียงใหม่", "TH-50"),
        ("จ.เชียงใหม่", "TH-50"),
        ("จ. เชียงใหม่", "TH-50"),
        ("เเพร่", "TH-54"),  # SARA E typed twice
        ("ลําพูน", "TH-51"),  # SARA AM in two pieces
        ("Chiang Mai", "TH-50"),
        ("chiangmai", "TH-50"),
        ("CHIANG MAI PROVINCE", "TH-50"),
        ("Changwat Chiang Mai", "TH-50"),
        ("Lopburi", "TH-16"),
        ("Phang Nga", "TH-82"),
        ("Phangnga", "TH-82"),
        ("ชม", "TH-50"),
        ("ชม.", "TH-50"),
        ("กทม.", "TH-10"),
        ("กรุงเทพฯ", "TH-10"),
        ("กรุงเทพมหานคร", "TH-10"),
        ("Krung Thep Maha Nakhon", "TH-10"),
        ("อยุธยา", "TH-14"),
        ("TH-38", "TH-38"),
    ],
)
def test_a_province_is_found_in_any_usual_spelling(spelling: str, code: str):
    assert find_province(spelling).code == code


@pytest.mark.parametrize("spelling", ["", "จังหวัด", "จ.", "เชียง", "อำเภอเชียงใหม่", "province", "Mueang"])
def test_what_names_no_province_is_refused(spelling: str):
    with pytest.raises(UnknownRecord, match=r"place\.unknown_province"):
        find_province(spelling)


def test_every_province_is_found_by_each_of_its_names():
    for found in provinces():
        names = (found.thai, found.english, found.abbreviation, f"จังหวัด{found.thai}", f"{found.english} Province")
        assert {find_province(name).code for name in names} == {found.code}
