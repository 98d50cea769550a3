"""The bounds are those of every way in which the members of unknown sector could be told apart, tried one by one."""

from collections import Counter
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.vocabulary import Sector
from network_service.process.sector_bounds import diversity_within

REQUIRED = ("state", "business", "community")


def by_hand(members: Counter[str], unknown: int) -> tuple[float, float]:
    found = []
    for added in combinations_with_replacement([sector.value for sector in Sector], unknown):
        whole = members + Counter(added)
        kinds, total = len({*whole, *REQUIRED}), whole.total()
        found.append((1 - sum((size / total) ** 2 for size in whole.values())) * kinds / (kinds - 1))
    return min(found), max(found)


@given(
    st.dictionaries(st.sampled_from([sector.value for sector in Sector]), st.integers(1, 6), max_size=5),
    st.integers(1, 4),
)
def test_no_way_of_telling_them_apart_gives_less_or_more(members: dict[str, int], unknown: int) -> None:
    assert diversity_within(members, REQUIRED, unknown) == pytest.approx(by_hand(Counter(members), unknown))


def test_of_one_sector_in_all_diversity_is_not_known() -> None:
    assert diversity_within({}, ("state",), 0) is None
