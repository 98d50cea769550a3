"""All steps and factors: nothing known, any network, and the words for each."""

from dataclasses import replace

import pytest
from hypothesis import given

from network_service.domain.vocabulary import terms
from network_service.messages import LANGUAGES, messages_in
from network_service.process.condition import Readiness, Responsible
from network_service.process.considering import read_considerations
from network_service.process.doubt import doubts
from network_service.process.factor import Status
from network_service.process.judging import State
from network_service.process.readiness import read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.process.wording import (
    condition_action,
    condition_sentence,
    condition_title,
    factor_action,
    factor_sentence,
    factor_title,
    figure_title,
    responsible_word,
    step_title,
)
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot
from tests.findings.networks import networks
from tests.process.figures import recounted
from tests.process.hand import actor, body, member, situation


def test_steps_and_factors_are_those_of_the_vocabulary_in_its_order() -> None:
    told = read_readiness(situation())
    assert [step.code for step in told.steps] == list(terms("building_step"))
    assert [factor.code for factor in told.factors] == list(terms("success_factor"))


def test_where_nothing_is_recorded_nothing_is_known() -> None:
    told = read_readiness(situation())
    assert {step.state for step in told.steps} == {Readiness.UNKNOWN}
    assert {condition.value for step in told.steps for condition in step.conditions} == {None}
    assert {(factor.score, factor.status) for factor in told.factors} == {(None, Status.UNKNOWN)}


@given(networks())
def test_in_any_network_a_value_is_missing_exactly_where_it_is_not_known(snapshot: Snapshot) -> None:
    affairs = Affairs(
        snapshot.lens,
        1,
        "",
        actors=tuple(actor(one) for one in snapshot.actors.ids),
        memberships=tuple(member(one) for one in snapshot.actors.ids),
        bodies=tuple(body(one.id, one.body_kind) for one in snapshot.bodies),
    )
    given_ = Situation(snapshot, affairs, recounted(snapshot, ()), Standards())
    told = read_readiness(given_)
    for condition in (condition for step in told.steps for condition in step.conditions):
        assert (condition.value is None) == (condition.state is State.UNKNOWN)
        assert (condition.action is None) == (condition.state is State.TRUE)
    for factor in told.factors:
        assert (factor.score is None) == (factor.status is Status.UNKNOWN)
        assert factor.score is None or 0 <= factor.score <= 1
        assert 0 <= factor.cover <= 1
    for figure in (figure for one in read_considerations(given_) for figure in one.figures):
        assert figure.value is None or figure.is_count or 0 <= figure.value <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_and_factor_has_words_whatever_it_comes_to(language: str) -> None:
    words = messages_in(language)
    told = read_readiness(situation())
    for condition in (condition for step in told.steps for condition in step.conditions):
        assert condition_title(condition, words)
        for state in State:
            value = None if state is State.UNKNOWN else 0.5
            made = replace(condition, state=state, value=value)
            assert "{" not in condition_sentence(made, words)
            assert (condition_action(made, words) is None) == (state is State.TRUE)
    assert all(step_title(step, words) for step in told.steps)
    for factor in told.factors:
        assert factor_title(factor, words)
        numbers = {name: 1.0 for name, value in factor.parameters.items() if value is None}
        for status in Status:
            known = numbers if status is not Status.UNKNOWN else {}
            texts = {name: "state" for name in known if name.startswith("sector")}
            made = replace(factor, status=status, parameters={**factor.parameters, **known, **texts})
            assert "{" not in factor_sentence(made, words)
            assert (factor_action(made, words) is None) == (status is Status.MET)
    assert all(responsible_word(one, words) for one in Responsible)
    for one in read_considerations(situation()):
        assert all(figure_title(figure, words) for figure in one.figures)
    empty = situation()
    assert all(figure_title(one, words) for one in doubts(empty.snapshot, empty.affairs, Standards()))
