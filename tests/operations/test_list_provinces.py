"""What the list of provinces says of a day, of a region and of a cluster."""

from datetime import date

import pytest

from network_service.domain.principal import Principal, Role
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.operations.list_provinces import ListedProvince, list_provinces
from network_service.operations.show_province import show_province
from network_service.reference.regions import Division

VIEWER = Principal("viewer", frozenset({Role.VIEWER}))
TODAY = date(2026, 10, 1)


def codes(listed: tuple[ListedProvince, ...]) -> list[str]:
    return [one.province.code for one in listed]


@pytest.mark.parametrize(
    ("division", "region", "count"),
    [
        (Division.REGION4, "north", 17),
        (Division.REGION4, "ภาคเหนือ", 17),
        (Division.REGION6, "North", 9),
        (Division.REGION6, "west", 5),
        (Division.REGION_ADMIN, "south_border", 3),
        (Division.REGION4, None, 77),
    ],
)
def test_a_region_is_meant_as_its_division_draws_it(division: Division, region: str | None, count: int):
    assert len(list_provinces(VIEWER, TODAY, division=division, region=region)) == count


def test_region_and_cluster_narrow_the_list_together():
    listed = list_provinces(VIEWER, TODAY, division=Division.REGION6, region="west", cluster="central_lower_2")
    assert codes(listed) == ["TH-76", "TH-77"]
    assert all(one.cluster_confirmed for one in listed)


def test_a_cluster_of_a_day_before_the_known_ones_has_no_provinces_and_is_no_mistake():
    day = date(2010, 1, 1)
    assert list_provinces(VIEWER, day, division=Division.REGION4, cluster="south_gulf") == ()
    assert {one.cluster for one in list_provinces(VIEWER, day, division=Division.REGION4)} == {None}


@pytest.mark.parametrize(
    ("asked", "error", "choice"),
    [
        ({"region": "west"}, "provinces.unknown_region", "northeast"),
        ({"region": "nowhere"}, "provinces.unknown_region", "bangkok"),
        ({"cluster": "south_3"}, "provinces.unknown_cluster", "south_gulf"),
    ],
)
def test_what_is_not_there_is_refused_with_the_choices(asked: dict[str, str], error: str, choice: str):
    with pytest.raises(UsageError) as refused:
        list_provinces(VIEWER, TODAY, division=Division.REGION4, **asked)
    assert refused.value.code == error
    assert choice in str(refused.value.parameters["choices"])


def test_one_province_is_shown_with_its_districts_and_their_size():
    shown = show_province(VIEWER, "จ.ภูเก็ต", TODAY)
    assert shown.listed.province.code == "TH-83"
    assert [(each.district.thai, each.subdistricts) for each in shown.districts] == [
        ("เมืองภูเก็ต", 8), ("กะทู้", 3), ("ถลาง", 6)
    ]  # fmt: skip
    assert shown.subdistricts == 17


def test_a_province_of_later_is_refused_with_the_day_it_was_founded():
    with pytest.raises(UnknownRecord) as refused:
        show_province(VIEWER, "บึงกาฬ", date(2010, 10, 1))
    assert refused.value.code == "place.not_yet"
    assert refused.value.parameters["since"] == date(2011, 3, 23)
    assert len(show_province(VIEWER, "บึงกาฬ", date(2011, 3, 23)).districts) == 8


def test_one_without_a_role_is_told_nothing():
    nobody = Principal("nobody", frozenset())
    with pytest.raises(NotPermitted):
        list_provinces(nobody, TODAY, division=Division.REGION4)
    with pytest.raises(NotPermitted):
        show_province(nobody, "TH-50", TODAY)
