"""An import says which new records probably are others; it refuses none for that and merges nothing."""

from network_service.domain.record import Record
from network_service.ingest.fault import Note
from network_service.ingest.imported import Imported
from network_service.messages import LANGUAGES, messages_in
from network_service.operations.duplicate_notes import LISTED, with_duplicate_notes
from tests.snapshot.records import DAY, PROVINCE, node

SHORT = node("organization", "อบต.ริมยม")
LONG = node("organization", "องค์การบริหารส่วนตำบลริมยม")


def notes(new: list[Record], stored: list[Record], *earlier: Note) -> list[Note]:
    imported = Imported(PROVINCE, tuple(new), {}, (), earlier, ())
    done = with_duplicate_notes(imported, {record.id: record for record in stored}, DAY)
    assert (done.records, done.faults) == (imported.records, ())
    return [note for note in done.notes if note not in earlier]


def test_a_new_record_that_probably_is_a_stored_one_is_noted_in_both_languages():
    (note,) = notes([SHORT], [LONG])
    assert note.code == "probable_duplicate"
    for language in LANGUAGES:
        said = note.sentence(messages_in(language))
        assert SHORT.display_name in said
        assert LONG.display_name in said
        assert messages_in(language).text("duplicate.same_name") in said


def test_two_new_records_are_compared_and_two_stored_ones_are_not():
    assert len(notes([SHORT, LONG], [])) == 1
    assert notes([node("group", "กลุ่มทอผ้า")], [SHORT, LONG]) == []
    assert notes([SHORT], [SHORT, LONG]) == []


def test_what_something_tells_apart_is_left_to_the_command():
    assert notes([node("organization", "ชมรมผู้สูงอายุ 2")], [node("organization", "ชมรมผู้สูงอายุ")]) == []


def test_what_has_ended_is_no_duplicate():
    assert notes([SHORT], [LONG.model_copy(update={"valid_to": DAY})]) == []


def test_equal_names_that_another_note_tells_are_not_told_twice():
    same = SHORT.model_copy(update={"id": "00000000-0000-4000-8000-000000000001"})
    told = Note("same_name", {"sheet": "s", "count": 1, "names": (SHORT.display_name,)})
    assert notes([same], [SHORT], told) == []
    assert len(notes([same], [SHORT])) == 1


def test_many_are_counted_and_not_listed():
    new = [node("person", "ทดสอบ", family_name="นามสมมุติ" + "ก" * n) for n in range(2)]
    new = [one.model_copy(update={"id": f"00000000-0000-4000-8000-{n:012d}"}) for n in range(30) for one in new[:1]]
    *listed, rest = notes(list(new), [])
    assert len(listed) == LISTED
    assert (rest.code, rest.parameters["count"]) == ("probable_duplicates_more", 29 - LISTED)
