"""Pseudonyms say nothing of the id, are the same each time, and do not meet."""

from hypothesis import given
from hypothesis import strategies as st

from network_service.operations.sight.pseudonyms import Pseudonyms

IDS = st.uuids().map(str)


@given(IDS, st.binary(min_size=1))
def test_the_same_key_gives_the_same_pseudonym_in_sixteen_letters_and_digits(record_id, key):
    told = Pseudonyms(key).of(record_id)
    assert told == Pseudonyms(key).of(record_id)
    assert len(told) == 16
    assert told.isalnum()
    assert told == told.lower()


def test_ten_thousand_ids_have_ten_thousand_pseudonyms():
    pseudonyms = Pseudonyms(b"key")
    assert len({pseudonyms.of(str(number)) for number in range(10_000)}) == 10_000


def test_the_key_is_not_shown():
    assert "secret" not in repr(Pseudonyms(b"secret"))
