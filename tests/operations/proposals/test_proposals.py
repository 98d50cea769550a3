"""Members propose, managers decide; one write decides what becomes of a proposal."""

from datetime import UTC, datetime

import pytest

from network_service.errors import (
    FaultyInput,
    NotPermitted,
    StaleWrite,
    StoreBusy,
    UnknownRecord,
    UsageError,
)
from network_service.operations.proposals import decide_proposal
from network_service.operations.proposals.decide_proposal import approve_proposal, decline_proposal, list_proposals
from network_service.operations.proposals.own_proposals import own_proposals, withdraw_proposal
from network_service.operations.proposals.proposal import ProposalState
from network_service.operations.proposals.propose_change import MOST_WAITING, propose_change
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import THERE, sights, who
from tests.store.records import changed, node, organization, put

NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
PERSON, OTHER = node("person", "สมหญิง", nickname="หญิง"), organization("ชมรม ข")
MEMBER = who("member", own_record=PERSON.id)
MANAGER, ELSEWHERE = who("network_manager"), who("network_manager", provinces=THERE)


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, PERSON, OTHER)
        yield opened


def propose(store, principal=MEMBER, version=1, **fields):
    eyes = sights(store.application)
    return propose_change(
        principal, store, store.application, fields, eyes, expected_version=version, now=NOW, remark="ขอแก้"
    )


def approve(store, proposal, principal=MANAGER):
    return approve_proposal(principal, store, store.application, proposal.id, sights(store.application), now=NOW)


def decline(store, proposal, reason="ไม่ตรงกับคำสั่ง", principal=MANAGER):
    eyes = sights(store.application)
    return decline_proposal(principal, store, store.application, proposal.id, eyes, reason=reason, now=NOW)


def waiting(store, principal=MANAGER, **options):
    return list_proposals(principal, store, store.application, sights(store.application), **options)


def test_what_is_approved_is_written_by_the_manager_and_the_audit_names_the_proposer(store):
    proposal = propose(store, nickname="เล็ก", family_name="ใจดี")
    assert waiting(store) == (proposal,)
    assert store.get(PERSON.id).record == PERSON
    decided = approve(store, proposal)
    assert store.get(PERSON.id).record == changed(PERSON, nickname="เล็ก", family_name="ใจดี")
    assert (decided.state, decided.decided_by, decided.revision) == (ProposalState.APPROVED, "network_manager", 2)
    last = list(store.audit())[-1]
    assert (last.principal, last.operation) == ("network_manager", "approve_proposal")
    assert last.about == {"proposal": proposal.id, "proposer": "member"}
    assert waiting(store) == ()


def test_what_is_declined_tells_its_member_why_and_writes_nothing(store):
    proposal = propose(store, nickname="เล็ก")
    with pytest.raises(UsageError, match="no_reason"):
        decline(store, proposal, reason=" ")
    decline(store, proposal)
    (told,) = own_proposals(MEMBER, store.application)
    assert (told.state, told.reason) == (ProposalState.DECLINED, "ไม่ตรงกับคำสั่ง")
    assert store.revision() == 1


def test_a_decided_proposal_is_decided_for_good(store):
    for decide in (approve, decline, lambda store, one: withdraw_proposal(MEMBER, store.application, one.id, now=NOW)):
        proposal = propose(store, version=store.get(PERSON.id).version, nickname=f"ชื่อ {store.revision()}")
        decide(store, proposal)
        with pytest.raises(UsageError, match="decided"):
            approve(store, proposal)
        with pytest.raises(UsageError, match="decided"):
            decline(store, proposal)
        with pytest.raises(UsageError, match="decided"):
            withdraw_proposal(MEMBER, store.application, proposal.id, now=NOW)


def test_a_member_proposes_for_the_own_record_alone_and_only_what_could_be_approved(store):
    with pytest.raises(UnknownRecord):
        propose(store, who("member"), nickname="ก")
    with pytest.raises(StaleWrite):
        propose(store, version=2, nickname="ก")
    for fields in ({"province": THERE}, {"id": OTHER.id}, {"given_name": None}, {"nickname": "โทร 081-234-5678"}):
        with pytest.raises(FaultyInput):
            propose(store, **fields)
    with pytest.raises(NotPermitted):
        propose(store, MANAGER, nickname="ก")


def test_a_member_sees_and_withdraws_no_proposal_of_another(store):
    proposal = propose(store, nickname="เล็ก")
    another = who("member", "viewer", own_record=OTHER.id)
    assert own_proposals(another, store.application) == ()
    with pytest.raises(UnknownRecord):
        withdraw_proposal(another, store.application, proposal.id, now=NOW)


def test_a_manager_of_another_province_hears_of_none(store):
    proposal = propose(store, nickname="เล็ก")
    assert waiting(store, ELSEWHERE, state=None) == ()
    for decide in (approve, decline):
        with pytest.raises(UnknownRecord, match=r"proposal\.unknown"):
            decide(store, proposal, principal=ELSEWHERE)


def test_a_proposal_on_a_version_that_is_no_longer_current_waits_on(store):
    proposal = propose(store, nickname="เล็ก")
    put(store, changed(PERSON, family_name="ใหม่"))
    with pytest.raises(StaleWrite):
        approve(store, proposal)
    assert [one.state for one in waiting(store)] == [ProposalState.WAITING]


def test_an_approval_that_was_cut_short_is_finished_by_who_gave_it_and_written_once(store, monkeypatch):
    proposal = propose(store, nickname="เล็ก")

    def lost(*arguments, **options):
        real(*arguments, **options)
        raise StoreBusy("store.busy")

    real = decide_proposal.changed
    monkeypatch.setattr(decide_proposal, "changed", lost)
    with pytest.raises(StoreBusy):
        approve(store, proposal)
    monkeypatch.setattr(decide_proposal, "changed", real)
    with pytest.raises(UsageError, match="decided"):
        approve(store, proposal, principal=who("local_operator"))
    assert approve(store, proposal).revision == store.revision() == 2


def test_of_two_who_decide_at_once_one_is_told_so(store, monkeypatch):
    proposal = propose(store, nickname="เล็ก")
    seen = decide_proposal._seen

    def slow(*arguments):
        read = seen(*arguments)
        monkeypatch.setattr(decide_proposal, "_seen", seen)
        decline(store, proposal)
        return read

    monkeypatch.setattr(decide_proposal, "_seen", slow)
    with pytest.raises(UsageError, match="decided"):
        approve(store, proposal)
    assert store.get(PERSON.id).record == PERSON


def test_a_member_has_a_bounded_number_waiting(store):
    for number in range(MOST_WAITING):
        propose(store, nickname=f"ชื่อ {number}")
    with pytest.raises(UsageError, match="too_many"):
        propose(store, nickname="อีก")
