"""Both stores and a plain model are driven by the same steps, and answer alike."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from network_service.errors import NetworkServiceError
from network_service.store.base import Store
from network_service.store.change import Change, ChangeSet, Removal
from tests.neo4j_server.server import Neo4jServer
from tests.store.contract.conftest import StoppedClock, open_neo4j, open_sqlite
from tests.store.contract.test_any_history import DAYS, NODES, expected_state, is_whole, steps, told
from tests.store.records import ELSEWHERE, PROVINCE, uid
from tests.trials import trials

KEYS = ("key one", "key two")


class TickingClock(StoppedClock):
    """A clock that goes on by a second whenever it is looked at."""

    def __call__(self) -> datetime:
        self.move(seconds=1)
        return super().__call__()


class SideBySide(RuleBasedStateMachine):
    """Steps on both stores; `states` is the content by revision, `last` the last version number ever of each record."""

    server: Neo4jServer

    def __init__(self) -> None:
        super().__init__()
        self.opened = ExitStack()
        folder = Path(self.opened.enter_context(tempfile.TemporaryDirectory()))
        ways = (open_sqlite(folder, "side", TickingClock()), open_neo4j(self.server, TickingClock()))
        self.stores: list[Store] = [self.opened.enter_context(store) for store in ways]
        self.states: list[dict[str, Any]] = [{}]
        self.last: dict[str, int] = {}
        self.erased: set[str] = set()
        self.keyed: dict[str, ChangeSet] = {}

    def both(self, ask: Any) -> Any:
        """What both answer, an error's code included; they answer the same."""
        answers = []
        for store in self.stores:
            try:
                answers.append(ask(store))
            except NetworkServiceError as error:
                answers.append((type(error).__name__, error.code))
        assert answers[0] == answers[1]
        return answers[0]

    def become(self, state: dict[str, Any]) -> None:
        """Take a state as that of the next revision."""
        self.states.append(state)
        self.last |= {key: version for key, (_, version) in state.items()}
        self.erased -= state.keys()

    @rule(step=steps, key=st.sampled_from([None, None, *KEYS]))
    def write(self, step: Any, key: str | None) -> None:
        """Write or remove some records, now and then by a wrong version."""
        state = self.states[-1]
        told_versions = [(record, state.get(record.id, (None, 0))[1] + slip, gone) for record, slip, gone in step]
        change_set = ChangeSet(
            "os:tester",
            "test",
            tuple(Change(record, version) for record, version, gone in told_versions if not gone),
            removals=tuple(Removal(record.id, version) for record, version, gone in told_versions if gone),
            idempotency_key=key,
        )
        if key in self.keyed:
            return
        answer = self.both(lambda store: replace(store.apply(change_set), change_set=""))
        expected = expected_state(state, step, self.last)
        assert isinstance(answer, tuple) == (expected is None)
        if expected is not None and key:
            self.keyed[key] = change_set
        if expected is not None and expected != state:
            self.become(expected)

    @rule(key=st.sampled_from(KEYS))
    def repeat(self, key: str) -> None:
        """Send what was sent under a key once more: it gets the first answer, and nothing is written."""
        if key in self.keyed:
            self.both(lambda store: replace(store.apply(self.keyed[key]), change_set=""))

    @rule(name=st.sampled_from(NODES))
    def erase(self, name: str) -> None:
        """Empty all versions of a node, unless something holds on to it."""
        one, state = uid(name), self.states[-1]
        answer = self.both(
            lambda store: replace(store.erase([one], principal="os:tester", reason_code="asked"), change_set="")
        )
        after = {key: found for key, found in state.items() if key != one}
        refused = one not in self.last or not is_whole(after)
        assert isinstance(answer, tuple) == refused
        if refused or one in self.erased:
            return
        self.states = [{key: found for key, found in past.items() if key != one} for past in self.states]
        self.become(after)
        self.erased.add(one)

    @invariant()
    def the_latest_content_is_the_models(self) -> None:
        assert self.both(lambda store: store.revision()) == len(self.states) - 1
        assert self.both(lambda store: told(store.records())) == self.states[-1]

    def teardown(self) -> None:
        """Look at the whole past, by every way of reading."""
        try:
            for revision, state in enumerate(self.states):
                for day in (None, DAYS[1]):
                    found = self.both(lambda store: told(store.records(revision=revision, as_of=day)))  # noqa: B023
                    assert found == {key: one for key, one in state.items() if day is None or one[0].holds_on(day)}
                self.both(lambda store: store.changes(revision) if revision else None)  # noqa: B023
            for name in NODES:
                one = uid(name)
                self.both(lambda store: [(v.record, v.version, v.revision) for v in store.history(one)])  # noqa: B023
                self.both(lambda store: told(store.neighbours(one)))  # noqa: B023
                for place in (None, PROVINCE, ELSEWHERE):
                    self.both(lambda store: [v.record.id for v in store.search(name, province=place)])  # noqa: B023
            self.both(lambda store: store.provinces())
            self.both(
                lambda store: [
                    (e.sequence, e.principal, e.operation, e.revision, e.record_ids, e.about) for e in store.audit()
                ]
            )
            assert self.both(lambda store: store.check()) == []
        finally:
            self.opened.close()


def test_both_stores_and_a_model_agree_whatever_is_done(neo4j_server: Neo4jServer) -> None:
    machine = type("Machine", (SideBySide,), {"server": neo4j_server})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=trials(5, 300),
            stateful_step_count=trials(10, 30),
            deadline=None,
            # Making a failure smaller takes hundreds of runs, of a second each.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
