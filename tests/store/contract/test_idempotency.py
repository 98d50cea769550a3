"""The same change set sent twice is written once."""

import threading

import pytest

from network_service.errors import StaleWrite, UsageError
from tests.store.records import change_set, changed, organization, put

OFFICE = organization("สำนักงานตัวอย่าง")


def test_a_repeat_gets_the_first_answer_and_writes_nothing(store):
    first = store.apply(change_set(OFFICE, key="ปุ่มบันทึก 1"))
    put(store, changed(OFFICE, note="แก้ทีหลัง"))
    again = store.apply(change_set(OFFICE, key="ปุ่มบันทึก 1"))
    assert again.repeated
    assert (again.revision, again.change_set, again.written) == (first.revision, first.change_set, first.written)
    assert store.get(OFFICE.id).record.note == "แก้ทีหลัง"
    assert store.revision() == 2


def test_a_repeat_of_what_wrote_nothing_gets_the_first_answer_too(store):
    put(store, OFFICE)
    assert not store.apply(change_set(OFFICE, expected=1, key="k")).repeated
    put(store, changed(OFFICE, note="แก้ทีหลัง"))
    again = store.apply(change_set(OFFICE, expected=1, key="k"))
    assert (again.repeated, again.revision, again.written) == (True, 1, 0)


@pytest.mark.parametrize(
    "other",
    [
        change_set(changed(OFFICE, note="อื่น"), key="k"),
        change_set(OFFICE, expected=1, key="k"),
        change_set(OFFICE, key="k", principal="os:other"),
        change_set(key="k"),
    ],
)
def test_a_key_belongs_to_one_change_set(store, other):
    store.apply(change_set(OFFICE, key="k"))
    with pytest.raises(UsageError) as error:
        store.apply(other)
    assert error.value.code == "store.key_reused"
    assert store.revision() == 1


def test_a_refused_change_set_does_not_use_up_its_key(store):
    with pytest.raises(StaleWrite):
        store.apply(change_set(OFFICE, expected=1, key="k"))
    assert not store.apply(change_set(OFFICE, key="k")).repeated


def test_many_repeats_at_once_have_one_effect(store):
    records = [organization(f"o{n}") for n in range(30)]
    answers = []

    def send() -> None:
        answers.append(store.apply(change_set(*records, key="นำเข้า")))

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.repeated for answer in answers) == [False] + [True] * 11
    assert {(answer.revision, answer.change_set, answer.written) for answer in answers} == {
        (1, answers[0].change_set, 30)
    }
    assert store.revision() == 1
