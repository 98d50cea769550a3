"""Every kind of change has its sentence, in both languages, with names and words instead of codes."""

import pytest

from network_service.analysis.change.actors import ActorChanges, Altered, Elsewhere, Moved
from network_service.analysis.change.compared import Cause
from network_service.analysis.change.roles import RoleChange, Turn, What
from network_service.analysis.change.structure import StructureChange, compare_structure
from network_service.analysis.change.ties import TieChange, TieChanges, TieMove
from network_service.cli.change_of_structure import print_structure
from network_service.domain.vocabulary import Layer
from network_service.messages import LANGUAGES, messages_in
from network_service.process.judging import State
from tests.analysis.change.hand import say

VALUES = {
    What.BODY: "steering_committee",
    What.SEAT: "chair",
    What.SITTER: "คุณเดือน",
    What.LINKER: "accepted",
    What.MANAGER: "lead",
    What.SUB_NETWORK: "service_delivery",
    What.AGREEMENT: "mou",
    What.PARTY: "lead",
}
COMPARED = compare_structure(*[say("g1")[0]] * 2, *[say("g1")[1]] * 2).compared


def structure(**told: object) -> StructureChange:
    empty = {
        "compared": COMPARED,
        "actors": ActorChanges((1, 1), (), (), ()),
        "ties": TieChanges(None, (1, 1), ()),
        "layers": {},
        "roles": (),
    }
    return StructureChange(**{**empty, **told})


def printed(capsys: pytest.CaptureFixture[str], language: str, **told: object) -> str:
    print_structure(structure(**told), messages_in(language))
    return capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_did_not_change_is_not_told_of(capsys: pytest.CaptureFixture[str], language: str):
    assert printed(capsys, language) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("elsewhere", Elsewhere)
def test_who_joined_and_left(capsys: pytest.CaptureFixture[str], language: str, elsewhere: Elsewhere):
    one, other = Moved("a", "ชมรมหนึ่ง", "state", elsewhere), Moved("b", "ชมรมสอง", None, elsewhere)
    told = printed(capsys, language, actors=ActorChanges((3, 3), (one,), (other,), ()))
    unknown, state = {"th": ("ยังไม่ทราบ", "ภาครัฐ"), "en": ("not known", "government")}[language]
    assert f"ชมรมหนึ่ง ({state})" in told
    assert f"ชมรมสอง ({unknown})" in told


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("name", "เก่า", "ใหม่", ("เก่า", "ใหม่")),
        ("sector", None, "state", ("not known", "government")),
        ("level", "group", "organization", ("group", "organisation")),
        ("area_level", "district", None, ("district", "not known")),
        ("status", "self_declared", "certified", ("self-declared", "certified")),
    ],
)
def test_what_is_told_differently_of_an_actor(
    capsys: pytest.CaptureFixture[str], field: str, before: str | None, after: str | None, words: tuple[str, str]
):
    altered = ActorChanges((1, 1), (), (), (Altered("a", "ชมรม", field, before, after),))
    told = printed(capsys, "en", actors=altered)
    assert f"from {words[0]} to {words[1]}." in told
    assert "ชมรม" in printed(capsys, "th", actors=altered)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", TieMove)
def test_what_became_of_a_tie(capsys: pytest.CaptureFixture[str], language: str, move: TieMove):
    before = 2.0 if move not in (TieMove.MADE, TieMove.STRENGTH_LEARNT) else None
    after = 4.0 if move not in (TieMove.ENDED, TieMove.STRENGTH_LOST) else None
    tie = TieChange(move, ("a", "b"), ("ข", "ก"), before, after, with_member=False)
    ties = TieChanges(None, (1, 1), (tie,))
    told = printed(capsys, language, ties=ties, layers={Layer.RESOURCE: TieChanges(Layer.RESOURCE, (1, 1), (tie,))})
    (sentence,) = [line for line in told.splitlines() if line.startswith("  · ก ")]
    assert ("2" in sentence, "4" in sentence) == (before is not None, after is not None)
    assert {"th": "การแบ่งปันทรัพยากร: จาก 1", "en": "resource sharing: 1"}[language] in told


def test_ties_that_only_follow_from_who_came_and_went_are_told_last_and_counted(capsys: pytest.CaptureFixture[str]):
    follows = TieChange(TieMove.ENDED, ("a", "b"), ("ก", "ข"), None, None, with_member=True)
    own = TieChange(TieMove.ENDED, ("c", "d"), ("ค", "ง"), None, None, with_member=False)
    told = printed(capsys, "en", ties=TieChanges(None, (2, 0), (follows, own)))
    assert told.index("ค and ง: the tie ended.") < told.index("ก and ข: the tie ended.")
    assert "1 of them came or went with a member" in told


def test_a_long_list_ends_with_how_many_more_there_are(capsys: pytest.CaptureFixture[str]):
    ties = tuple(TieChange(TieMove.MADE, ("a", f"b{n}"), ("ก", f"ข{n}"), None, None, False) for n in range(30))
    assert "20 more" in printed(capsys, "en", ties=TieChanges(None, (0, 30), ties))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("what", What)
def test_what_people_hold_and_agree(capsys: pytest.CaptureFixture[str], language: str, turn: Turn, what: What):
    value = (VALUES[what],) if what in VALUES else ()
    before, after = (() if turn is Turn.BEGUN else value), (() if turn is Turn.ENDED else value)
    told = printed(capsys, language, roles=(RoleChange(what, turn, "i", "หนึ่ง", "o", "สอง", before, after),))
    assert "หนึ่ง" in told
    assert not any(code in told for code in VALUES.values() if "_" in code), "codes are put into words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_causes_and_states_have_their_words(language: str):
    words = messages_in(language)
    assert len({words.text(f"compare.cause.{cause.value}") for cause in Cause}) == len(Cause)
    assert len({words.text(f"compare.state.{state.value}") for state in State}) == len(State)
