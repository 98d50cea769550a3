"""A table of pairs that people have judged: no two that differ are called likely, and nearly all that are one are.

All names are invented or those of kinds of offices; the three of the domain dictionary are marked.
"""

import csv
from pathlib import Path

import pytest

from network_service.ingest.duplicates.organisations import probable_duplicates
from network_service.ingest.duplicates.pair import Verdict
from tests.ingest.duplicates.records import organisation

PAIRS = list(csv.DictReader((Path(__file__).parent / "pairs.csv").read_text(encoding="utf-8").splitlines()))
PLACES = ("เชียงใหม่", "เชียงราย", "ลำพูน", "ลำปาง", "แม่ทา", "แม่ริม", "หนองบัว", "ริมยม")


def verdict(one: str, other: str, places: tuple[str, ...]) -> Verdict | None:
    found = probable_duplicates([organisation(1, one), organisation(2, other)], places)
    return found[0].verdict if found else None


@pytest.mark.parametrize("places", [PLACES, ()], ids=["with places", "without places"])
def test_no_two_different_organisations_are_called_likely(places: tuple[str, ...]):
    wrong = [(pair["one"], pair["other"]) for pair in PAIRS if pair["same"] == "no"]
    assert len(wrong) >= 20
    assert [pair for pair in wrong if verdict(*pair, places) is Verdict.LIKELY] == []


@pytest.mark.parametrize("places", [PLACES, ()], ids=["with places", "without places"])
def test_what_is_one_is_found_and_nearly_always_called_likely(places: tuple[str, ...]):
    right = [(pair["one"], pair["other"]) for pair in PAIRS if pair["same"] == "yes"]
    assert len(right) >= 20
    found = [verdict(*pair, places) for pair in right]
    assert None not in found
    assert found.count(Verdict.LIKELY) / len(found) >= 0.95
