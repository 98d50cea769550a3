import re
from pathlib import Path

import pytest
from hypothesis import given, settings

import network_service.messages
from network_service.findings.closing.effect import Effect
from network_service.findings.closing.figures import Figures
from network_service.findings.closing.proposal import Closing, Proposal
from network_service.findings.closing.wording import effect_sentence
from network_service.findings.finding import Subject
from network_service.messages import LANGUAGES, messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.closing.proposals import effects_in, everything
from tests.findings.networks import networks

THAI, ENGLISH = messages_in("th"), messages_in("en")
ONE, OTHER = Subject("actor", "g1", "G1"), Subject("actor", "k1", "K1")


def tie(before: Figures, after: Figures) -> Effect:
    return Effect("f", Proposal(Closing.TIE, (ONE, OTHER)), before, after)


def test_what_rises_and_what_falls_is_said_in_both_languages() -> None:
    effect = tie({"components": 5, "global_efficiency": 0.3133}, {"components": 4, "global_efficiency": 0.3176})
    assert effect_sentence(effect, ENGLISH) == (
        "If G1 and K1 began to work together, the parts of the network that do not reach each other would fall "
        "from 5 to 4 and the efficiency of the whole network would rise from 31.3% to 31.8%."
    )
    assert effect_sentence(effect, THAI) == (
        "หาก G1 และ K1 เริ่มทำงานร่วมกัน จะทำให้จำนวนกลุ่มที่ไม่เชื่อมถึงกันลดลงจาก 5 เป็น 4 กลุ่ม "
        "และประสิทธิภาพการเชื่อมถึงกันของเครือข่ายเพิ่มขึ้นจากร้อยละ 31.3 เป็นร้อยละ 31.8"
    )


def test_a_difference_too_small_to_be_told_is_left_out() -> None:
    small = tie({"outside_density": 0.0220, "e_i_index": 0.074}, {"outside_density": 0.0221, "e_i_index": 0.076})
    assert effect_sentence(small, ENGLISH).endswith("the figures shown here would hardly change.")
    seen = tie({"e_i_index": 0.07}, {"e_i_index": -0.07})
    assert "would fall from +0.07 to -0.07" in effect_sentence(seen, ENGLISH)


def test_what_becomes_known_is_no_rise() -> None:
    effect = tie({"e_i_index": None}, {"e_i_index": 1.0})
    assert "would change from not known to +1.00" in effect_sentence(effect, ENGLISH)


@pytest.mark.parametrize(
    ("kind", "of", "told"),
    [
        (Closing.LINKER, Subject("sector", "state", "state"), "If G1 became a linker of government, the linkers"),
        (Closing.SEAT, Subject("body", "q", "คณะ q"), "If G1 had a seat on คณะ q, the linkers"),
        (Closing.MEMBER, Subject("sub_network", "s", "ย่อย"), "If G1 joined ย่อย, the linkers"),
    ],
)
def test_each_kind_of_part_has_its_sentence(kind: Closing, of: Subject, told: str) -> None:
    effect = Effect("f", Proposal(kind, (ONE,), of), {"linkers_of_the_sector": 0}, {"linkers_of_the_sector": 1})
    assert effect_sentence(effect, ENGLISH).startswith(told)
    assert "เพิ่มขึ้นจาก 0 เป็น 1 ราย" in effect_sentence(effect, THAI)


@settings(max_examples=40)
@given(networks())
def test_whatever_would_change_can_be_said(snapshot: Snapshot) -> None:
    for effect in effects_in(snapshot).of_all(everything(snapshot), with_efficiency=True):
        for words in (THAI, ENGLISH):
            told = effect_sentence(effect, words)
            assert not re.search(r"[{}]|None|effect\.", told), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_catalogue_is_a_figure_of_some_effect(language: str) -> None:
    text = (Path(network_service.messages.__file__).parent / f"{language}.po").read_text(encoding="utf-8")
    own = {"cut_off_by_it", "ties_of_the_pair", "paths_across", "manager_reach"}
    parts = {"linkers_of_the_sector", "sectors_on_the_body", "sectors_in_the_sub_network"}
    whole = {"components", "isolates", "sector_pairs_tied", "largest_cut_off", "inside_density", "outside_density"}
    told = set(re.findall(r'^msgid "effect\.figure\.(\w+)"', text, re.MULTILINE))
    assert told == own | parts | whole | {"e_i_index", "global_efficiency"}
