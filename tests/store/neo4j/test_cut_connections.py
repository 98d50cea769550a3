"""A connection that breaks anywhere ends in the true answer, or in one that says it is not known; never in a double."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import pairwise

import pytest

from network_service.errors import StoreError, StoreUnavailable
from network_service.store.change import Applied, ChangeSet
from network_service.store.neo4j import Neo4jStore
from tests.store.neo4j.bolt import Message
from tests.store.neo4j.proxy import BoltProxy
from tests.store.neo4j.turns import end_the_lease
from tests.store.records import change_set, collaboration, organization
from tests.trials import trials

TRIALS = trials(20, 200)
# The driver waits a second before it repeats: trials wait side by side, and disturb each other as offices would.
AT_ONCE = 5
CUTS = (BoltProxy.cut_before, BoltProxy.cut_after)


def written_by(trial: str, size: int = 3) -> ChangeSet:
    """What one trial writes, once: its actors in a ring, under a key of its own."""
    names = [f"{trial} {number}" for number in range(size)]
    ties = [collaboration(one, other) for one, other in pairwise(names)]
    return change_set(*(organization(name, note=trial) for name in names), *ties, key=trial)


def told(store: Neo4jStore, sent: ChangeSet) -> Applied | str:
    """The answer, or the code of the error."""
    try:
        return store.apply(sent)
    except StoreError as error:
        return error.code


def effects(store: Neo4jStore) -> Counter[str]:
    """How often each trial was written: what its actors have in common, once for each audit entry that names them."""
    trial_of = {found.record.id: found.record.note for found in store.records() if found.record.kind == "organization"}
    told_of = [{trial_of[one] for one in entry.record_ids if one in trial_of} for entry in store.audit()]
    return Counter(trial for trials_of_entry in told_of for trial in trials_of_entry)


def warm_up(store: Neo4jStore) -> None:
    """Write once: a server that has just started plans each statement first, seconds long, and under the lock."""
    store.apply(written_by("warm-up"))


def assert_true(direct: Neo4jStore, sent: ChangeSet, answer: Applied | str) -> None:
    """What was answered is so; what was not known is found out by sending it again."""
    found = direct.get_many([change.record.id for change in sent.changes])
    there = [found.get(change.record.id) for change in sent.changes]
    if isinstance(answer, Applied):
        assert answer.written == len(sent.changes)
        assert {one and one.revision for one in there} == {answer.revision}
    elif answer in {"store.unreachable", "store.busy"}:
        assert there == [None] * len(sent.changes)
    else:
        assert answer == "store.outcome_unknown"
        assert len({one and one.revision for one in there}) == 1
    repeated = direct.apply(sent)
    assert repeated.written == len(sent.changes)
    if isinstance(answer, Applied):
        assert repeated.repeated
        assert (repeated.revision, repeated.change_set) == (answer.revision, answer.change_set)


@pytest.mark.parametrize("message", [Message.RUN, Message.COMMIT], ids=["run", "commit"])
def test_a_cut_connection_has_one_effect_and_a_true_answer(open_store, empty_neo4j, direct, rng, message) -> None:
    warm_up(direct)
    last = 12 if message is Message.RUN else 1  # of the 13 statements of such a write
    plans = [(number, rng.choice(CUTS), rng.randint(1, last)) for number in range(TRIALS)]

    def run(plan) -> tuple[ChangeSet, Applied | str, int]:
        number, cut, nth = plan
        proxy, store = free.pop()
        cuts = proxy.cuts
        cut(proxy, message, nth)
        sent = written_by(f"{message.name} {number}")
        answer = told(store, sent)
        proxy.let_pass()
        free.append((proxy, store))
        return sent, answer, proxy.cuts - cuts

    with ExitStack() as opened, ThreadPoolExecutor(AT_ONCE) as pool:
        proxies = [opened.enter_context(BoltProxy(empty_neo4j.address)) for _ in range(AT_ONCE)]
        free = [(proxy, open_store(proxy)) for proxy in proxies]
        ended = list(pool.map(run, plans))
    for sent, answer, _ in ended:
        assert_true(direct, sent, answer)
    assert sum(cuts for _, _, cuts in ended) >= TRIALS // 2
    assert effects(direct) == {"warm-up": 1} | {f"{message.name} {number}": 1 for number in range(TRIALS)}
    assert direct.revision() == TRIALS + 1
    assert direct.check() == []


@pytest.mark.parametrize("cut", CUTS, ids=["before", "after"])
def test_a_commit_that_nobody_answers_is_found_out(open_store, direct, proxy, cut) -> None:
    store = open_store(proxy)
    cut(proxy, Message.COMMIT)
    answer = store.apply(written_by("x"))
    assert (answer.revision, answer.written, proxy.cuts) == (1, 5, 1)
    assert effects(direct) == {"x": 1}


def test_without_a_key_too_a_lost_answer_is_found_by_the_name_of_the_change_set(open_store, direct, proxy) -> None:
    store = open_store(proxy)
    proxy.cut_after(Message.COMMIT)
    answer = store.apply(change_set(organization("ไม่มีกุญแจ")))
    assert answer.change_set == next(direct.audit()).change_set
    assert direct.revision() == 1


@pytest.mark.parametrize(("cut", "written"), [(BoltProxy.cut_before, 0), (BoltProxy.cut_after, 1)])
def test_where_it_cannot_be_found_out_the_answer_says_so(open_store, direct, proxy, cut, written) -> None:
    """The server goes away with the answer, and nobody can ask it."""
    store = open_store(proxy)
    proxy.go_down_at_the_cut()
    cut(proxy, Message.COMMIT)
    with pytest.raises(StoreUnavailable) as error:
        store.apply(written_by("x"))
    assert error.value.code == "store.outcome_unknown"
    assert direct.revision() == written
    proxy.stop()
    proxy.start()
    answer = store.apply(written_by("x"))
    assert (answer.repeated, answer.revision) == (bool(written), 1)
    assert effects(direct) == {"x": 1}
    assert direct.check() == []


def test_a_large_change_set_is_cut_at_any_message_and_has_one_effect(open_store, empty_neo4j, direct, rng) -> None:
    """Each of its transactions may break: that of the lease, of a batch, the publishing one, those of the graph."""
    number = 0
    for trial in range(trials(6, 100)):
        with BoltProxy(empty_neo4j.address) as proxy:
            store = open_store(proxy, most_at_once=4)
            message, nth = rng.choice([(Message.RUN, 16), (Message.COMMIT, 8)])
            rng.choice(CUTS)(proxy, message, rng.randint(1, nth))
            sent = written_by(f"large {trial}", size=6)
            answer = told(store, sent)
            store.close()
        number += proxy.cuts
        end_the_lease(direct)
        assert_true(direct, sent, answer)
    assert number >= trials(3, 50)
    assert set(effects(direct).values()) == {1}
    assert direct.check() == []
