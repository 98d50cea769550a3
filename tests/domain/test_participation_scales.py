"""Levels have the techniques of the source's table; the crosswalk of scales stays a filter that loses no level."""

from itertools import permutations

import pytest

from network_service.domain.participation_scales import near_levels, techniques_of
from network_service.domain.vocabulary import Iap2Level, terms

SCALES = ("iap2_level", "interaction_form", "ladder_rung")


def test_every_technique_suits_one_level():
    named = [technique for level in Iap2Level for technique in techniques_of(level)]
    assert named == list(terms("iap2_technique"))


def test_techniques_stand_at_the_level_of_the_sources_table():
    assert techniques_of(Iap2Level.CONSULT) == ("hearing", "focus_group", "survey", "public_forum")
    assert techniques_of(Iap2Level.EMPOWER) == ("referendum", "ballot")


def test_goals_and_promises_are_given_for_every_level():
    levels = [level.value for level in Iap2Level]
    assert list(terms("iap2_goal")) == list(terms("iap2_promise")) == levels


@pytest.mark.parametrize(
    ("scale", "code", "other", "near"),
    [
        ("iap2_level", "inform", "ladder_rung", ("informing",)),
        ("iap2_level", "consult", "interaction_form", ("consultation",)),
        ("iap2_level", "involve", "ladder_rung", ("placation", "partnership")),
        ("iap2_level", "collaborate", "interaction_form", ("public_decision_making", "co_production")),
        ("interaction_form", "co_production", "ladder_rung", ("partnership", "delegated_power", "citizen_control")),
        ("ladder_rung", "citizen_control", "iap2_level", ("collaborate", "empower")),
        ("ladder_rung", "manipulation", "iap2_level", ()),
    ],
)
def test_levels_near_one_another(scale: str, code: str, other: str, near: tuple[str, ...]):
    assert near_levels(scale, code, other) == near


@pytest.mark.parametrize(("scale", "other"), list(permutations(SCALES, 2)))
def test_nearness_goes_both_ways_and_names_codes_only(scale: str, other: str):
    for code in terms(scale):
        for near in near_levels(scale, code, other):
            assert near in terms(other)
            assert code in near_levels(other, near, scale)


def test_only_the_two_lowest_rungs_are_near_no_level():
    assert [rung for rung in terms("ladder_rung") if not near_levels("ladder_rung", rung, "iap2_level")] == [
        "manipulation",
        "therapy",
    ]
