"""Hashes: what is kept, who waits, what is refused unread."""

import threading

import pytest
from argon2 import extract_parameters

from network_service.errors import InputError, TooManyTries
from network_service.operations.accounts.hashing import Hasher, require_hashable, standard_hasher


def test_what_is_kept_is_argon2id_at_the_advised_costs_and_never_twice_the_same():
    one, other = (standard_hasher().hashed("ข้าวเหนียวมะม่วงหน้าร้อน") for _ in range(2))
    costs = extract_parameters(one)
    assert (costs.type.name, costs.memory_cost >= 19 * 1024, costs.time_cost >= 2) == ("ID", True, True)
    assert one != other
    assert standard_hasher().verified("ข้าวเหนียวมะม่วงหน้าร้อน", one)
    assert not standard_hasher().verified("ข้าวเหนียวมะม่วงหน้าฝน", one)


def test_the_same_word_from_another_keyboard_is_the_same_password(cheap: Hasher):
    kept = cheap.hashed("น้ำตกไทรโยคน้อย")  # SARA AM in one piece, and in two
    assert cheap.verified("น้ําตกไทรโยคน้อย", kept)


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$AAAA"])
def test_nothing_is_the_password_of_no_account_or_of_a_broken_hash(cheap: Hasher, kept: str | None):
    assert not cheap.verified("", kept)
    assert not cheap.verified("whatever it is", kept)


def test_a_hash_of_lower_costs_is_outgrown(cheap: Hasher):
    kept = cheap.hashed("x")
    assert not cheap.outgrown(kept)
    assert standard_hasher().outgrown(kept)


@pytest.mark.parametrize("password", ["a" * 1_025, "ก" * 342, "a" * 10_000_000, "\ud800" * 342])
def test_what_is_longer_than_1024_bytes_is_refused_before_it_is_hashed(password: str):
    busy = Hasher(memory_kib=8, passes=1, at_once=1, patience=0)
    with busy._place():
        for refuse in (busy.hashed, lambda typed: busy.verified(typed, None), require_hashable):
            with pytest.raises(InputError, match=r"account\.password_long"):
                refuse(password)


def test_no_more_are_hashed_at_once_than_there_are_places():
    hasher = Hasher(memory_kib=8, passes=1, at_once=2, patience=0)
    with hasher._place(), hasher._place():
        with pytest.raises(TooManyTries) as refused:
            hasher.verified("x", None)
        assert refused.value.parameters == {"seconds": 1}
    assert not hasher.verified("x", None)


def test_who_waits_is_served_when_a_place_is_free():
    hasher = Hasher(memory_kib=8, passes=1, at_once=1, patience=30)
    kept, answers = hasher.hashed("x"), []
    with hasher._place():
        waiting = [threading.Thread(target=lambda: answers.append(hasher.verified("x", kept))) for _ in range(8)]
        for thread in waiting:
            thread.start()
        assert answers == []
    for thread in waiting:
        thread.join()
    assert answers == [True] * 8


def test_no_more_wait_than_may():
    hasher = Hasher(memory_kib=8, passes=1, at_once=1, waiting=0, patience=30)
    with hasher._place(), pytest.raises(TooManyTries, match=r"account\.busy"):
        hasher.verified("x", None)
