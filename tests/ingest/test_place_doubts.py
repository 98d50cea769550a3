"""What the register of places does not have is told in a note, once, and refuses nothing."""

import pytest

from network_service.messages import messages_in
from tests.ingest.assembly.test_implied_areas import AREAS, notes, served
from tests.ingest.workbooks import by_id


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["อำเภอปัว", "อำเภอ", 5505], None),
        (["Pua", None, "5505"], None),
        (["ตำบลปัว อำเภอปัว", "ตำบล", "550501"], None),
        (["บ้านใดบ้านหนึ่ง", "หมู่บ้าน", "55050101"], None),
        (["อำเภอปัว", "อำเภอ", 5509], "5509"),
        (["อำเภอใหม่", "อำเภอ", 5599], "5599"),
        (["บ้านใหม่", "หมู่บ้าน", "55990101"], "559901"),
    ],
)
def test_a_code_that_is_none_and_a_name_of_another_code_are_doubts(row, told):
    found = served(Areas=[AREAS, row])
    assert found.faults == ()
    assert [told in sentence for sentence in notes(found)] == ([] if told is None else [True])


def test_an_abolished_code_is_a_doubt_unless_the_area_has_an_end():
    header = [*AREAS, "valid to"]
    open_end = served(province="TH-43", Areas=[header, ["อำเภอโซ่พิสัย", "อำเภอ", "4306", None]])
    ended = served(province="TH-43", Areas=[header, ["อำเภอโซ่พิสัย", "อำเภอ", "4306", "22/3/2554"]])
    assert len(notes(open_end)) == 1
    assert notes(ended) == []


def test_a_district_that_the_province_does_not_have_is_told_with_near_names():
    named = ("ปัว", "อ.เมือง", "Pua District", "อำเภอเชียงกาง", "อำเภอเชียงคำ จังหวัดพะเยา")
    rows = [["group", name, district] for name, district in zip(("ชมรม ก", *"ขคงจ"), named, strict=True)]
    actors = [["level", "name", "district"], *rows]
    found = served(Actors=actors)
    (sentence,) = notes(found, "th")
    assert sentence.startswith("มี 2 รายการ")
    assert "อำเภอเชียงกลาง" in sentence
    assert "แถวที่ 5, แผ่นงาน “Actors” แถวที่ 6" in sentence
    assert served(Actors=actors, known=by_id(found)).notes == (), "what the store says already is not told again"


def test_without_any_near_name_the_sentence_proposes_none():
    actors = [["level", "name", "district"], ["group", "ชมรม ก", "xyz"]]
    (note,) = served(Actors=actors).notes
    assert note.sentence(messages_in("en")).count("perhaps") == 0
