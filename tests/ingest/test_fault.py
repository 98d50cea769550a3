"""Every fault and note that a reader can give has its sentence and its cure in both languages."""

import re
from pathlib import Path

import pytest

from network_service.ingest.fault import At, Fault, Note, Said, Terms
from network_service.ingest.register import PlaceNames
from network_service.messages import LANGUAGES, catalogue, messages_in
from network_service.reference.places import find_places
from network_service.reference.provinces import province

ROOM = Path(__file__).parents[2] / "network_service" / "ingest"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
RAISED = re.compile(r'(?:\bfault|Fault|Unresolved|CellTrouble|_at)\((?:\w+, \w+, )?"([a-z_]+\.[a-z_]+)"')
NOTED = re.compile(r'Note\("([a-z_]+)"')
REFUSED = re.compile(r'(?:UnreadableFile|RefusedForSafety|UsageError)\(\s*"([a-z_.]+)"')
FROM_ELSEWHERE = {
    *("date.not_a_date", "date.no_such_day", "date.ambiguous_year"),
    *("record.ends_before_start", "record.self_tie", "record.signed_after_end"),
    *("json.unknown_field", "json.missing_field", "value.unknown_word", "value.unknown_word_near"),
    *("name.twice", "id.twice", "value.too_long", "value.refused"),
}

CATALOGUE = Path(catalogue.__file__).with_name("en.po").read_text(encoding="utf-8")
ANYTHING: dict[str, object] = dict.fromkeys(re.findall(r"\{(\w+)\}", CATALOGUE), "1")
"""A value for whatever a sentence may name."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_and_a_cure(language: str):
    words = messages_in(language)
    codes = set(RAISED.findall(SOURCE)) | FROM_ELSEWHERE
    assert len(codes) > 35
    told = dict.fromkeys(
        ("field", "limit", "range", "shown", "province", "header", "text", "kind", "status", "until", "name", "id"), "x"
    )
    told |= {
        "choices": Terms("sector", ("state",)),
        "kinds": Terms("kind", ("post",)),
        "near": ("ก",),
        "place": At("s", 2),
        "places": PlaceNames(find_places("ปัว", province("TH-55")), with_codes=True),
        "said": Said("fault.place.file"),
    }
    for code in codes:
        fault = Fault(code, "แผ่น", 3, "ชื่อ", "ก", told, "B3")
        assert len(fault.sentence(words)) > 5
        assert len(fault.cure(words)) > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_has_a_sentence(language: str):
    told = ANYTHING | {"count": 2, "row": 1, "said": Said("fault.place.file"), "places": (At("s", 2),)}
    codes = set(NOTED.findall(SOURCE))
    assert len(codes) > 15
    assert all(Note(code, told).sentence(messages_in(language)) for code in codes)


def test_every_refusal_has_a_sentence_in_the_catalogue():
    told = dict(ANYTHING)
    codes = set(REFUSED.findall(SOURCE)) | {"unreadable.encrypted", "unreadable.legacy_xls"}
    assert len(codes) > 20
    for language in LANGUAGES:
        assert all(messages_in(language).text(code, **told) for code in codes)


def test_a_place_says_as_much_as_is_known():
    words = messages_in("en")
    assert Fault("x", "Actors", 12, "name", cell="C12").place(words) == "sheet “Actors” row 12 column “name” (cell C12)"
    assert Fault("x", "", 3, "name").place(words) == "row 3 column “name”"
    assert Fault("x").place(words) == "the whole file"
