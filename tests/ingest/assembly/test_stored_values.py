"""An absent column keeps what is stored, an empty cell empties it, and the same file twice changes nothing."""

from tests.ingest.workbooks import by_id, imported, of_kind

FULL = [
    ["id", "level", "name", "sector", "district", "note", "confidence"],
    ["A1", "group", "ก", "ชุมชน", "เมือง", "หมายเหตุ", "confirmed"],
]


def test_the_same_file_twice_gives_equal_records():
    first = imported(Actors=FULL)
    assert by_id(imported(by_id(first), Actors=FULL)).items() <= by_id(first).items()


def test_a_column_that_is_absent_keeps_the_stored_value_and_an_empty_cell_empties_it():
    stored = by_id(imported(Actors=FULL))
    found = imported(stored, Actors=[["id", "level", "name", "district"], ["A1", "group", "ก ใหม่", None]])
    (group,) = of_kind(found, "group")
    assert (group.name, group.sector, group.note, group.confidence) == ("ก ใหม่", "community", "หมายเหตุ", "confirmed")
    assert group.district is None
    assert group.source_key == "A1"


def test_an_emptied_cell_of_a_field_with_a_default_gives_the_default():
    stored = by_id(imported(Actors=FULL))
    found = imported(stored, Actors=[["id", "level", "name", "confidence"], ["A1", "group", "ก", None]])
    assert of_kind(found, "group")[0].confidence == "reported"


def test_a_new_row_with_the_name_of_a_stored_record_is_said():
    stored = by_id(imported(Actors=FULL))
    found = imported(stored, Actors=[["level", "name"], ["group", "ก"]])
    assert [(note.code, note.parameters["names"]) for note in found.notes] == [("same_name", ("ก",))]


def test_every_record_knows_its_row():
    found = imported(Actors=FULL)
    (group,) = of_kind(found, "group")
    assert found.places[group.id] == ("Actors", 2)
