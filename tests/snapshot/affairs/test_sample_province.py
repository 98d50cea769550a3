"""The affairs of the sample province hold what was planted in it."""

from collections import Counter
from pathlib import Path

import pytest

from examples.sample_province.build import sample_ledger
from examples.sample_province.planted_facts import PLANTED_FACTS
from network_service.domain.lens import Lens
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from tests.snapshot.records import store_with

LEDGER = sample_ledger()


def planted(figure: str) -> list[str]:
    """Ids of what was planted for a figure."""
    keys = [subject for fact in PLANTED_FACTS if fact.figure == figure for subject in fact.subjects]
    return [LEDGER.id_of((family, key)) for family, _, key in (subject.partition(":") for subject in keys)]


@pytest.fixture(scope="module")
def affairs(tmp_path_factory: pytest.TempPathFactory) -> Affairs:
    folder: Path = tmp_path_factory.mktemp("sample")
    with store_with(folder, *LEDGER.records()) as store:
        return build_affairs(store, Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,)))


def test_what_has_lapsed_is_still_cited_as_planted(affairs: Affairs) -> None:
    lapsed = Counter(
        (paper, cited.kind)
        for cited in affairs.cited
        for paper in cited.instruments
        if not affairs.instrument[paper].in_force
    )
    (expired,), (superseded,) = planted("expired_and_cited"), planted("superseded_and_cited")
    # Thirteen seats of the working group and the group itself name the order that another has replaced.
    assert lapsed == {(expired, "member_of"): 8, (superseded, "appointed_to"): 13, (superseded, "body"): 1}


def test_certified_members_without_a_paper_are_those_planted(affairs: Affairs) -> None:
    without = {
        one.member
        for one in affairs.memberships
        if one.of in affairs.province_networks and one.status == "certified" and one.certified_by is None
    }
    assert without & affairs.actor.keys() == set(planted("certified_without_paper"))


def test_who_was_checked_long_ago_and_never_is_counted_as_planted(affairs: Affairs) -> None:
    checked = [one.last_verified_on for one in affairs.actors]
    numbers = {fact.figure: fact.number for fact in PLANTED_FACTS}
    assert len(checked) == 150
    assert checked.count(None) == numbers["never_verified"]
    assert sum(day is not None and (SAMPLE_DAY - day).days > 365 for day in checked) == numbers["stale"]
