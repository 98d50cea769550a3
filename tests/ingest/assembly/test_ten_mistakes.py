"""One workbook with ten kinds of mistake gives ten faults, each at its cell, each with a sentence and a cure."""

import pytest

from network_service.ingest.raw import CellTrouble
from network_service.messages import LANGUAGES, messages_in
from tests.ingest.workbooks import faults, imported

ACTORS = [
    ["level", "name", "sector", "valid from", "valid to", "aliases"],
    ["organisation", "สำนักงาน ก", "ภาครัฐ", None, None, None],
    ["organisation", None, "ภาครัฐ", None, None, None],  # a name is required
    ["organisation", "สำนักงาน ข", "ภาครับ", None, None, None],  # no such sector
    ["organisation", "สำนักงาน ค", None, "15/1/69", None, None],  # which century?
    ["organisation", "สำนักงาน ง", None, "1/10/2568", "1/9/2568", None],  # ends before it starts
    ["group", "ชมรม ก", None, None, None, CellTrouble("cell.error", "#REF!")],
    ["group", "ชมรม ข", None, None, None, "ก" * 501],  # too long
    ["group", "ชมรม ค", None, None, None, None],
    ["group", "ชมรม ค", None, None, None, None],  # the same name once more
]
TIES = [
    ["from", "to", "frequency"],
    ["สำนักงาน ก", "ชมรม ค", 3],  # which of the two?
    ["สำนักงาน ก", "สำนักงาม ก", 3],  # misspelt
    ["สำนักงาน ก", "สำนักงาน ก", 3],  # with itself
]
EXPECTED = [
    ("value.required", "B3"),
    ("value.unknown_word_near", "C4"),
    ("date.ambiguous_year", "D5"),
    ("record.ends_before_start", "E6"),
    ("cell.error", "F7"),
    ("value.too_long", "F8"),
    ("name.twice", ""),
    ("reference.ambiguous", "B2"),
    ("reference.unknown_near", "B3"),
    ("record.self_tie", "B4"),
]


def test_ten_mistakes_are_ten_faults_at_their_cells():
    found = imported(Actors=ACTORS, Collaborations=TIES)
    assert faults(found) == EXPECTED
    assert [(fault.sheet, fault.row) for fault in found.faults[6:]] == [
        ("Actors", 10),
        ("Collaborations", 2),
        ("Collaborations", 3),
        ("Collaborations", 4),
    ]
    assert (found.read, found.accepted, found.refused) == (13, 3, 10)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fault_names_place_value_sentence_and_cure(language: str):
    words = messages_in(language)
    for fault in imported(Actors=ACTORS, Collaborations=TIES).faults:
        said = (fault.place(words), fault.sentence(words), fault.cure(words))
        assert all(text and "{" not in text and "object at" not in text for text in said), said
        assert str(fault.row) in fault.place(words)
        assert fault.sheet in fault.place(words)


def test_a_misspelt_word_and_a_misspelt_name_get_a_proposal():
    by_code = {fault.code: fault for fault in imported(Actors=ACTORS, Collaborations=TIES).faults}
    words = messages_in("th")
    assert "“ภาครัฐ”" in by_code["value.unknown_word_near"].sentence(words)
    assert "“สำนักงาน ก”" in by_code["reference.unknown_near"].sentence(words)


def test_what_is_good_is_kept_without_what_is_not():
    found = imported(Actors=ACTORS, Collaborations=TIES)
    assert not found.is_clean
    assert [record.display_name for record in found.records if record.kind in ("organization", "group")] == [
        "สำนักงาน ก",
        "ชมรม ค",
    ]
