"""A change set is written whole or not at all, and only over what its writer has seen."""

import threading

import pytest

from network_service.errors import InputError, StaleWrite, UnknownRecord, UsageError
from network_service.store.change import Change, ChangeSet
from tests.store.records import change_set, changed, collaboration, node, organization, put, tie, uid
from tests.trials import trials

OFFICE, CLUB = organization("สำนักงานตัวอย่าง"), organization("ชมรมตัวอย่าง")


def contents(store):
    return [(found.record, found.version) for found in store.records()], store.revision(), len(list(store.audit()))


def test_what_was_written_is_counted_and_named(store):
    applied = store.apply(change_set(OFFICE, CLUB))
    assert (applied.revision, applied.written, applied.repeated) == (1, 2, False)
    assert applied.change_set == next(store.audit()).change_set


def test_an_old_version_is_refused_and_nothing_of_the_change_set_is_written(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้แล้ว"))
    before = contents(store)
    changes = (Change(CLUB, 0), Change(changed(OFFICE, note="แก้จากรุ่นเก่า"), 1))
    with pytest.raises(StaleWrite) as error:
        store.apply(ChangeSet("os:tester", "test", changes))
    assert error.value.parameters == {"record_id": OFFICE.id, "expected": 1, "current": 2}
    assert contents(store) == before


@pytest.mark.parametrize("expected", [1, 7, -1])
def test_a_record_that_is_not_there_has_version_0(store, expected):
    with pytest.raises(StaleWrite):
        store.apply(change_set(OFFICE, expected=expected))


def test_a_record_that_is_there_is_not_made_again(store):
    put(store, OFFICE)
    with pytest.raises(StaleWrite):
        store.apply(change_set(changed(OFFICE, note="ซ้ำ")))


def test_what_is_already_so_adds_no_version(store):
    put(store, OFFICE)
    applied = put(store, OFFICE, CLUB)
    assert (applied.revision, applied.written) == (2, 1)
    assert [found.version for found in store.history(OFFICE.id)] == [1]


def test_a_change_set_with_nothing_to_write_leaves_no_trace(store):
    put(store, OFFICE)
    before = contents(store)
    for nothing in (change_set(OFFICE, expected=1), ChangeSet("os:tester", "test", ())):
        applied = store.apply(nothing)
        assert (applied.revision, applied.change_set, applied.written) == (1, "", 0)
    assert contents(store) == before


def test_a_tie_needs_both_its_ends(store):
    put(store, OFFICE)
    before = contents(store)
    for one, other in ((OFFICE, CLUB), (CLUB, OFFICE)):
        with pytest.raises(UnknownRecord) as error:
            store.apply(change_set(collaboration(one.name, other.name)))
        assert error.value.code == "store.unknown_end"
        assert error.value.parameters["end"] == CLUB.id
    assert contents(store) == before


def test_ends_may_come_in_the_same_change_set_in_any_order(store):
    put(store, collaboration(OFFICE.name, CLUB.name), OFFICE, CLUB)
    assert len(list(store.records())) == 3


def test_a_tie_joins_only_what_its_kind_may_join(store):
    put(store, OFFICE, CLUB)
    with pytest.raises(InputError) as error:
        store.apply(change_set(tie("belongs_to", OFFICE.name, CLUB.name)))
    assert error.value.code == "store.wrong_end"
    assert error.value.parameters["end"] == OFFICE.id


def test_a_group_may_become_an_organisation(store):
    group = node("group", "กลุ่มออมทรัพย์")
    put(store, group, OFFICE, collaboration(OFFICE.name, group.name))
    put(store, organization(group.name))
    assert store.get(group.id).record.kind == "organization"
    assert [found.record.kind for found in store.history(group.id)] == ["group", "organization"]
    assert [found.record.kind for found in store.records(kinds=["group"])] == []


def test_a_node_may_not_become_what_its_ties_cannot_join(store):
    group, member = node("group", "กลุ่มออมทรัพย์"), node("person", "สมใจ")
    put(store, group, member, tie("belongs_to", "สมใจ", group.name))
    with pytest.raises(InputError) as error:
        put(store, node("post", group.name))
    assert error.value.code == "store.wrong_end"


def test_a_node_does_not_become_a_tie(store):
    put(store, OFFICE, CLUB)
    other = organization("อื่น")
    into_a_tie = changed(collaboration(OFFICE.name, CLUB.name), id=other.id)
    put(store, other)
    with pytest.raises(InputError) as error:
        store.apply(change_set(into_a_tie, expected=1))
    assert error.value.code == "store.nature_changed"


def test_a_record_comes_once_in_a_change_set(store):
    with pytest.raises(UsageError) as error:
        store.apply(change_set(OFFICE, changed(OFFICE, note="อีกครั้ง")))
    assert error.value.code == "store.record_twice"


def test_what_cannot_be_stored_is_refused_whole(store):
    before = contents(store)
    with pytest.raises(UsageError):
        store.apply(ChangeSet("os:\ud800", "test", (Change(OFFICE, 0),)))
    assert contents(store) == before


def test_text_that_looks_like_a_statement_is_only_text(store):
    name = "x'); DROP TABLE record_version; --"
    put(store, organization(name))
    assert store.get(uid(name)).record.name == name


def test_no_update_is_lost_between_threads(store):
    writers, rounds = 4, trials(8, 100)
    put(store, changed(OFFICE, note="0"))
    refused = []

    def count_up() -> None:
        done = 0
        while done < rounds:
            seen = store.get(OFFICE.id)
            more = changed(seen.record, note=str(int(seen.record.note) + 1))
            try:
                store.apply(ChangeSet("os:tester", "test", (Change(more, seen.version),)))
                done += 1
            except StaleWrite:
                refused.append(1)

    threads = [threading.Thread(target=count_up) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = store.get(OFFICE.id)
    assert (found.record.note, found.version, store.revision()) == (str(writers * rounds), *[writers * rounds + 1] * 2)
    assert store.check() == []


def test_writers_that_touch_the_same_records_in_crossed_order_all_end(store):
    put(store, OFFICE, CLUB)
    writers, rounds = 4, trials(5, 50)
    failed = []

    def write(number: int) -> None:
        own = (OFFICE, CLUB) if number % 2 else (CLUB, OFFICE)
        for turn in range(rounds):
            try:
                put(store, *(changed(record, note=f"{number} {turn}") for record in own))
            except StaleWrite:
                continue
            except Exception as error:  # noqa: BLE001 - told below
                failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len({found.record.note for found in store.get_many([OFFICE.id, CLUB.id]).values()}) == 1


def test_a_reader_sees_a_change_set_whole_or_not_at_all(store):
    size, sets = 40, trials(6, 60)
    ended = threading.Event()
    partial = []

    def read() -> None:
        while not ended.is_set():
            seen: dict[str, int] = {}
            for found in store.records():
                seen[found.record.note] = seen.get(found.record.note, 0) + 1
            partial.extend(note for note, number in seen.items() if number != size)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(sets):
        put(store, *(organization(f"{number} {n}", note=f"ชุด {number}") for n in range(size)))
    ended.set()
    reader.join()
    assert partial == []
    assert len(list(store.records())) == size * sets
