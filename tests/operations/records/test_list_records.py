"""Lists are filtered, sorted and counted by what is seen, and their pages stay as they were while others write."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.errors import UnknownRecord, UsageError
from network_service.operations.records.cursor import read
from network_service.operations.records.list_records import list_records
from network_service.operations.records.query import Comparison, Condition, RecordQuery
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import THERE, sights, who
from tests.store.records import changed, collaboration, node, organization, put

# In the order of the Thai dictionary: leading vowels count after their consonants.
NAMES = ("เกษตร", "ไก่", "ขนส่ง", "เขา", "ชมรม", "ฮารีรายา")
ORGANISATIONS = [organization(name, sector="state" if name in NAMES[:2] else None) for name in NAMES]
SECRET = organization("กลุ่มลับ", visibility="restricted")
PEOPLE = [
    node("person", "ขจร", titles=("นาย",), nickname="เล็ก"),
    node("person", "กานดา", titles=("นางสาว",), note="ติดต่อยาก"),
]
FAR = node("organization", "ที่อื่น", province=THERE)
TIES = [collaboration(NAMES[0], NAMES[1], frequency=2), collaboration(NAMES[0], NAMES[2], frequency=5)]
MANAGER = who("network_manager")


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, *ORGANISATIONS, SECRET, *PEOPLE, FAR, *TIES)
        yield opened


def page(store, principal=MANAGER, **query):
    return list_records(principal, store, RecordQuery(**query), sights(store.application))


def names(store, principal=MANAGER, **query):
    return [one.name for one in page(store, principal, **query).records]


def test_nodes_come_in_the_order_of_the_thai_dictionary_and_people_by_given_name(store):
    assert names(store, kinds=("organization",)) == list(NAMES)
    assert names(store, kinds=("person",)) == ["นางสาวกานดา", "นายขจร"]
    assert names(store, kinds=("organization",), descending=True) == list(reversed(NAMES))


def test_what_is_not_seen_is_neither_listed_nor_counted(store):
    assert page(store, kinds=("organization",)).total == len(NAMES)
    assert page(store, who("local_operator", provinces=None), kinds=("organization",)).total == len(NAMES) + 2
    viewer = page(store, who("viewer"))
    assert {one.kind for one in viewer.records} == {"organization"}
    assert viewer.total == len(NAMES)


def test_a_province_out_of_reach_is_as_unknown_as_one_that_is_not_there(store):
    for province in (THERE, "TH-11"):
        with pytest.raises(UnknownRecord, match=r"province\.unknown"):
            page(store, province=province)
    assert names(store, who("network_manager", provinces=None), province=THERE) == ["ที่อื่น"]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Condition("sector", Comparison.EQUALS, ("state",)), {"เกษตร", "ไก่"}),
        (Condition("sector", Comparison.ONE_OF, ("state", "business")), {"เกษตร", "ไก่"}),
        (Condition("name", Comparison.CONTAINS, ("กษต",)), {"เกษตร"}),
        (Condition("sector", Comparison.IS_EMPTY), set(NAMES[2:])),
        (Condition("name", Comparison.EQUALS, ("ไก่",)), {"ไก่"}),
    ],
)
def test_filters_by_field(store, condition, found):
    assert set(names(store, kinds=("organization",), conditions=(condition,))) == found


def test_filters_by_bounds_of_numbers_and_days(store):
    put(store, changed(ORGANISATIONS[0], valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 1)))

    def found(field, comparison, value, kind):
        return page(store, kinds=(kind,), conditions=(Condition(field, comparison, (value,)),)).total

    assert found("frequency", Comparison.AT_LEAST, "3", "collaborates_with") == 1
    assert found("frequency", Comparison.AT_MOST, "5", "collaborates_with") == 2
    assert found("frequency", Comparison.EQUALS, "2.0", "collaborates_with") == 1
    assert found("valid_from", Comparison.AT_LEAST, "2026-01-01", "organization") == 1
    assert found("valid_from", Comparison.AT_LEAST, "2026-01-02", "organization") == 0
    assert page(store, kinds=("organization",), holds_on=date(2026, 6, 1)).total == len(NAMES) - 1


def test_a_text_is_contained_in_any_thai_spelling(store):
    put(store, organization("น้ำพอง"))
    spelt = Condition("name", Comparison.CONTAINS, ("นํ้า",))
    assert names(store, conditions=(spelt,)) == ["น้ำพอง"]


def test_nobody_filters_or_sorts_by_a_field_that_is_not_seen(store):
    by_note = {"conditions": (Condition("note", Comparison.CONTAINS, ("ติดต่อ",)),)}
    assert names(store, **by_note) == ["นางสาวกานดา"]
    for principal in (who("member"), who("researcher"), who("viewer")):
        for query in (by_note, {"sort": "note"}, {"sort": "no_such_field"}):
            with pytest.raises(UsageError, match="unknown_field"):
                page(store, principal, **query)


def test_a_researcher_gets_them_in_the_order_of_pseudonyms_and_not_of_names(store):
    listed = page(store, who("researcher"), kinds=("organization",))
    ids = [one.id for one in listed.records]
    assert ids == sorted(ids)
    contains = Condition("name", Comparison.CONTAINS, ("ไก่",))
    with pytest.raises(UsageError, match="unknown_field"):
        page(store, who("researcher"), conditions=(Condition("nickname", Comparison.EQUALS, ("เล็ก",)),))
    assert page(store, who("researcher"), conditions=(contains,)).total == 0


def walked(store, **query):
    listed, cursor = [], None
    while True:
        one = page(store, cursor=cursor, **query)
        listed += [shown.id for shown in one.records]
        cursor = one.next
        if cursor is None:
            return listed, one.total


@settings(max_examples=25)
@given(
    limit=st.integers(1, 4),
    sort=st.sampled_from([None, "id", "name", "sector", "valid_from", "confidence"]),
    descending=st.booleans(),
)
def test_pages_give_each_record_once_and_all_of_them(limit, sort, descending):
    with tempfile.TemporaryDirectory() as folder, SqliteStore.open(Path(folder) / "s.sqlite") as store:
        put(store, *ORGANISATIONS)
        listed, total = walked(store, limit=limit, sort=sort, descending=descending)
        assert len(listed) == total == len(NAMES)
        assert set(listed) == {one.id for one in ORGANISATIONS}


def test_records_without_a_value_come_last_either_way(store):
    for descending in (False, True):
        listed = page(store, kinds=("organization",), sort="sector", descending=descending)
        assert [one.fields["sector"] is None for one in listed.records] == [False] * 2 + [True] * 4


def test_later_pages_are_of_the_revision_of_the_first_while_others_write(store):
    first = page(store, kinds=("organization",), limit=2)
    put(store, organization("กกก"), organization("ฮฮฮ"), changed(ORGANISATIONS[3], name="ฮฮ"))
    second = page(store, kinds=("organization",), limit=200, cursor=first.next)
    assert [one.name for one in (*first.records, *second.records)] == list(NAMES)
    assert (first.revision, second.revision, second.total) == (1, 1, len(NAMES))


def test_what_was_hidden_since_is_hidden_on_later_pages_too(store):
    first = page(store, kinds=("organization",), limit=2)
    put(store, changed(ORGANISATIONS[3], visibility="restricted"))
    second = page(store, kinds=("organization",), limit=200, cursor=first.next)
    assert [one.name for one in second.records] == ["ขนส่ง", "ชมรม", "ฮารีรายา"]


def test_a_cursor_serves_its_own_query_alone(store):
    cursor = page(store, kinds=("organization",), limit=2).next
    with pytest.raises(UsageError, match="other_query"):
        page(store, kinds=("person",), cursor=cursor)
    for bad in ("x", "", "!!!!", "W10", "WzEsMl0", cursor[:-3], "A" * 5_000):
        if bad:
            with pytest.raises(UsageError, match=r"bad_cursor|other_query"):
                page(store, kinds=("organization",), cursor=bad)


@given(st.text(min_size=1, max_size=60))
def test_no_text_breaks_the_reading_of_a_cursor(text):
    with pytest.raises(UsageError):
        read(text, RecordQuery())


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 0},
        {"limit": 201},
        {"kinds": ("nothing",)},
        {"conditions": (Condition("sector", Comparison.EQUALS, ()),)},
        {"conditions": (Condition("valid_from", Comparison.AT_LEAST, ("soon",)),)},
        {"conditions": (Condition("name", Comparison.EQUALS, ("x",)),) * 21},
    ],
)
def test_what_cannot_be_answered_is_refused(store, query):
    with pytest.raises(UsageError):
        page(store, **query)


def test_a_page_with_guarded_fields_is_logged_and_one_without_is_not(store):
    eyes = sights(store.application)
    list_records(who("viewer"), store, RecordQuery(), eyes)
    list_records(MANAGER, store, RecordQuery(kinds=("person",)), eyes)
    eyes.log.close()
    (entry,) = store.application.entries("read_log")
    ((_, principal, operation, ids),) = entry.value
    assert (principal, operation, ids) == ("network_manager", "list_records", [PEOPLE[1].id])
