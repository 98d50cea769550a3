"""The clusters are dated: known from their announcement on, and not known before."""

from collections import Counter
from datetime import date

import pytest

from network_service.reference.clusters import cluster_of, clusters, membership_of
from network_service.reference.provinces import BANGKOK, province, provinces
from network_service.reference.regions import Division, regions

ANNOUNCED = date(2017, 11, 17)
BEFORE = date(2017, 11, 16)
TODAY = date(2026, 10, 1)


def members(code: str) -> set[str]:
    found = {one.english: cluster_of(one, TODAY) for one in provinces()}
    return {name for name, cluster in found.items() if cluster and cluster.code == code}


def test_eighteen_clusters_hold_every_province_but_bangkok_once():
    sizes = Counter(cluster.code for one in provinces() if (cluster := cluster_of(one, TODAY)))
    assert sizes.keys() == clusters(TODAY).keys()
    assert len(sizes) == 18
    assert sum(sizes.values()) == 76
    assert cluster_of(province(BANGKOK), TODAY) is None


def test_the_six_regions_of_the_clusters_count_as_announced():
    counted = Counter(cluster.region_admin for one in provinces() if (cluster := cluster_of(one, TODAY)))
    assert counted == {"central": 17, "east": 8, "south": 11, "south_border": 3, "northeast": 20, "north": 17}
    assert counted.keys() == regions(Division.REGION_ADMIN).keys()


@pytest.mark.parametrize(
    ("cluster", "names"),
    [
        ("south_gulf", {"Chumphon", "Surat Thani", "Nakhon Si Thammarat", "Phatthalung", "Songkhla"}),
        ("central_lower_2", {"Phetchaburi", "Prachuap Khiri Khan", "Samut Sakhon", "Samut Songkhram"}),
        ("south_border", {"Pattani", "Yala", "Narathiwat"}),
    ],
)
def test_members_are_those_of_the_announcement(cluster: str, names: set[str]):
    assert members(cluster) == names


def test_before_their_announcement_no_cluster_is_named_rather_than_a_later_one():
    assert clusters(BEFORE) == {}
    assert all(cluster_of(one, BEFORE) is None for one in provinces())
    assert cluster_of(province("TH-90"), ANNOUNCED) == clusters(ANNOUNCED)["south_gulf"]


def test_only_memberships_that_a_source_names_count_as_confirmed():
    found = [membership for one in provinces() if (membership := membership_of(one, TODAY))]
    confirmed = Counter(membership.cluster for membership in found if membership.confirmed)
    assert confirmed == {"south_gulf": 5, "central_lower_2": 4, "east_2": 3}


def test_a_cluster_names_its_announcement_and_has_both_languages():
    for cluster in clusters(TODAY).values():
        assert "17 พฤศจิกายน 2560" in cluster.source
        assert cluster.in_language("th").startswith("ภาค")
        assert cluster.in_language("en").isascii()
    assert len({cluster.thai for cluster in clusters(TODAY).values()}) == 18
