"""The audit chain by itself."""

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from network_service.store.chain import GENESIS, ChainCheck, combined, digest_of, next_entry
from network_service.store.change import ChangeSet

KEY = b"k" * 32


def chain(length, key=KEY):
    entries = []
    for number in range(1, length + 1):
        entries.append(
            next_entry(
                entries[-1] if entries else None,
                ChangeSet("os:tester", "test", (), None, {"file": str(number)}),
                name=f"set {number}",
                at=datetime(2026, 10, 1, number, tzinfo=UTC),
                revision=number,
                record_ids=["a", "b"],
                before=combined([]),
                after=combined([b"x"]),
                key=key,
            )
        )
    return entries


def codes(entries, key=KEY, head=None):
    check = ChainCheck(key, head)
    for entry in entries:
        check.follow(entry)
    return check.codes()


def test_each_entry_names_the_digest_before_it_and_is_sealed():
    first, second = chain(2)
    assert (first.sequence, first.previous) == (1, GENESIS)
    assert (second.sequence, second.previous) == (2, first.digest)
    assert second.seal == hmac.new(KEY, second.digest.encode(), "sha256").hexdigest()
    assert codes([first, second]) == set()


@pytest.mark.parametrize(
    "field",
    ["at", "principal", "operation", "change_set", "revision", "record_ids", "about", "before", "after", "previous"],
)
def test_the_digest_covers_every_field(field):
    (entry,) = chain(1)
    other = {"at": datetime(2020, 1, 1, tzinfo=UTC), "record_ids": ("a",), "about": {}, "revision": 7}
    assert digest_of(replace(entry, **{field: other.get(field, "other")})) != entry.digest


def test_what_is_done_to_a_chain_is_found():
    one, two, three = chain(3)
    assert codes([one, three]) == {"store.check.chain"}
    assert codes([two, one, three]) == {"store.check.chain"}
    assert codes([one, replace(two, principal="os:other"), three]) == {"store.check.chain"}
    assert codes([one, replace(two, seal=None), three]) == {"store.check.chain", "store.check.seal"}
    assert codes([one, replace(two, seal="é"), three]) == {"store.check.seal"}
    assert codes([one, two, three], key=b"other") == {"store.check.seal"}


def test_a_chain_rewritten_from_the_start_needs_the_key():
    forged = chain(3, key=None)
    assert codes(forged, key=None) == set()
    assert codes([*chain(1), *chain(3, key=None)[1:]]) >= {"store.check.seal"}


def test_only_a_head_kept_outside_shows_a_cut_end():
    one, two, three = chain(3)
    assert codes([one, two]) == set()
    assert codes([one, two], head=three.digest) == {"store.check.head"}
    assert codes([one, two, three], head=two.digest) == set()


def test_digests_are_combined_in_one_order():
    assert combined([b"b", b"a"]) == hashlib.sha256(b"ab").hexdigest() == combined([b"a", b"b"])
