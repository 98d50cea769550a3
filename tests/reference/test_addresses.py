"""Addresses: each part says in what the first lies, and the official full name of a place means that place alone."""

from collections import Counter

import geothai
import pytest

from network_service.reference.addresses import (
    address_parts,
    dopa_code,
    name_within,
    places_meant,
    province_of,
    with_district,
)
from network_service.reference.districts import districts, subdistricts
from network_service.reference.provinces import province

PROVINCES = ("TH-10", "TH-38", "TH-55")
"""Bangkok with its own words, the youngest province, and one of the north."""


def meant(text: str, own: str = "TH-55") -> list[str]:
    return [dopa_code(place) for place in places_meant(text, province(own))]


@pytest.mark.parametrize("code", PROVINCES)
def test_every_place_of_a_province_in_its_official_full_form_means_itself(code: str):
    own = province(code)
    for district in districts(own):
        for place in (district, *subdistricts(district)):
            for language in ("th", "en"):
                assert places_meant(with_district(place, language), own) == (place,)
            assert places_meant(name_within(place, own), own) == (place,)


@pytest.mark.parametrize("code", PROVINCES)
def test_with_its_province_a_place_is_meant_from_anywhere(code: str):
    own, elsewhere = province(code), province("TH-50")
    for district in districts(own):
        assert places_meant(f"{district.in_full('th')} {own.in_full('th')}", elsewhere) == (district,)
        assert places_meant(name_within(district, elsewhere), elsewhere) == (district,)
        assert province_of(district) == own
    assert places_meant(own.in_full("th"), elsewhere) == (own,)


@pytest.mark.parametrize("code", PROVINCES)
def test_a_name_is_short_where_the_province_has_it_once_and_else_has_its_district(code: str):
    own = province(code)
    listed = [one for district in geothai.districts(code[3:]) for one in geothai.subdistricts(district.code)]
    count = Counter(one.name_th for one in listed)
    assert any(times > 1 for times in count.values())
    word = "แขวง" if code == "TH-10" else "ตำบล"
    for name, times in count.items():
        assert len(places_meant(f"{word}{name}", own)) == times, name
    for district in districts(own):
        for place in subdistricts(district):
            assert (" " in name_within(place, own)) == (count[place.thai] > 1)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ตำบลปัว อำเภอปัว จังหวัดน่าน", ["550501"]),
        ("ต.ปัว อ.ปัว จ.น่าน", ["550501"]),
        ("ตำบลปัวอำเภอปัว", ["550501"]),
        ("ตำบลปัว กิ่งอำเภอปัว", ["550501"]),
        ("Pua Sub-district, Pua District, Nan Province", ["550501"]),
        ("Tambon Pua Amphoe Pua", ["550501"]),
        ("ปัว", ["5505", "550501"]),
        ("อ.เมือง จ.เชียงใหม่", ["5001"]),
        ("จังหวัดเชียงใหม่", ["50"]),
        ("เชียงใหม่", []),
        ("ตำบลปัว อำเภอเมืองน่าน", []),
        ("อำเภอปัว จังหวัดเชียงใหม่", []),
        ("", []),
    ],
)
def test_each_part_narrows_the_one_before(text: str, codes: list[str]):
    assert meant(text) == codes


def test_words_for_a_level_within_names_do_not_part_them():
    assert meant("ตำบลสามตำบล", "TH-80") == ["801906"]
    assert meant("อำเภอสนามชัยเขต", "TH-24") == ["2408"]
    assert address_parts("Khu Yai Mi Sub-district, Sanam Chai Khet District") == (
        "Khu Yai Mi Sub-district",
        "Sanam Chai Khet District",
    )
