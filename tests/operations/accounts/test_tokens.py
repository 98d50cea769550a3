"""Tokens of machines: never more than their account has now."""

from datetime import timedelta

import pytest

from network_service.domain.principal import Principal, Role, Scope
from network_service.errors import InputError, NotPermitted, NotSignedIn, UnknownRecord
from network_service.operations.access import ADMINISTERING, MAY, READING, permit, scope_of
from network_service.operations.accounts.account_log import Act, read_account_log
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.issue_token import issue_token
from network_service.operations.accounts.log_out_everywhere import log_out_everywhere
from network_service.operations.accounts.revoke_token import list_tokens, revoke_token
from network_service.operations.accounts.sessions import SessionInfo, session_info
from network_service.operations.accounts.tokens import COLLECTION, Token, token_principal
from tests.operations.accounts.conftest import OPERATOR, WHOLE, Office

YEAR = timedelta(days=366)


def issued(
    office: Office, session: SessionInfo, *scopes: Scope, days: float = 30, **fields: object
) -> tuple[str, Token]:
    return issue_token(
        office.application,
        session,
        "nightly copy",
        frozenset(scopes or {Scope.READ}),
        ends_on=office.now + timedelta(days=days),
        now=office.now,
        **fields,
    )


@pytest.fixture
def session(office: Office) -> SessionInfo:
    secret = office.settled("somchai", Role.NETWORK_MANAGER, provinces={"TH-98", "TH-97"})
    return session_info(office.application, secret, office.now)


def who(office: Office, text: str) -> Principal:
    return token_principal(office.application, text, office.now)


def is_dead(office: Office, text: str) -> bool:
    with pytest.raises(NotSignedIn) as refused:
        who(office, text)
    return refused.value.code == "account.not_signed_in"


def test_a_token_asks_as_its_account_within_its_scopes_and_provinces(office: Office, session: SessionInfo):
    text, token = issued(office, session, Scope.READ, provinces={"TH-98"})
    assert who(office, text) == Principal(
        "somchai", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-98"}), None, frozenset({Scope.READ})
    )
    assert list_tokens(session.principal, office.application, now=office.now) == (token,)
    whole, _ = issued(office, session, Scope.READ, Scope.WRITE)
    assert who(office, whole).provinces == {"TH-98", "TH-97"}


def test_the_secret_is_nowhere_kept(office: Office, session: SessionInfo):
    text, token = issued(office, session)
    secret = text.partition(".")[2]
    assert len(secret) == 43
    kept = repr(list(office.application.entries(COLLECTION))) + repr(token.as_plain())
    assert secret not in kept + repr(read_account_log(WHOLE, office.application))


@pytest.mark.parametrize("text", ["", ".", "x", "x.y", "\0.\0", "a" * 10_000_000, "ก.ข", "\ud800.\ud800"])
def test_what_is_no_token_opens_nothing(office: Office, session: SessionInfo, text: str):
    issued(office, session)
    assert is_dead(office, text)


def test_another_secret_opens_nothing(office: Office, session: SessionInfo):
    text, _ = issued(office, session)
    assert is_dead(office, text[:-1] + ("A" if text[-1] != "A" else "B"))
    assert is_dead(office, text.partition(".")[0] + ".")


def test_a_token_ends_on_its_day(office: Office, session: SessionInfo):
    text, _ = issued(office, session, days=1)
    office.clock.move(hours=23)
    assert who(office, text)
    office.clock.move(hours=1)
    assert is_dead(office, text)


@pytest.mark.parametrize("days", [-1, 0, 366.01, 4_000])
def test_a_token_ends_within_a_year(office: Office, session: SessionInfo, days: float):
    with pytest.raises(InputError, match=r"account\.bad_end"):
        issued(office, session, days=days)


def test_a_token_needs_a_label_a_scope_and_provinces_of_its_account(office: Office, session: SessionInfo):
    for label, scopes in (("", {Scope.READ}), ("x" * 81, {Scope.READ}), ("x", set())):
        with pytest.raises(InputError, match=r"account\.bad_token"):
            issue_token(office.application, session, label, scopes, ends_on=office.now + YEAR, now=office.now)
    with pytest.raises(NotPermitted, match=r"account\.wider_than_own"):
        issued(office, session, provinces={"TH-98", "TH-50"})
    with pytest.raises(InputError, match=r"account\.bad_provinces"):
        issued(office, session, provinces=set())


@pytest.mark.parametrize(
    "change",
    [
        AccountChange(roles=frozenset({Role.VIEWER})),
        AccountChange(provinces=frozenset({"TH-98"})),
        AccountChange(disabled=True),
    ],
)
def test_tokens_end_at_once_when_their_account_is_changed(office: Office, session: SessionInfo, change: AccountChange):
    text, _ = issued(office, session)
    change_account(OPERATOR, office.application, "somchai", change, now=office.now)
    assert is_dead(office, text)
    assert list_tokens(OPERATOR, office.application, account="somchai", now=office.now) == ()


def test_tokens_end_with_the_sessions(office: Office, session: SessionInfo):
    text, _ = issued(office, session)
    log_out_everywhere(session.principal, office.application, "somchai", now=office.now)
    assert is_dead(office, text)


def test_a_revoked_token_is_dead_and_listed_no_more(office: Office, session: SessionInfo):
    (one, token), (other, _) = issued(office, session), issued(office, session)
    revoke_token(session.principal, office.application, token.id, now=office.now)
    assert is_dead(office, one)
    assert who(office, other)
    assert len(list_tokens(session.principal, office.application, now=office.now)) == 1
    with pytest.raises(UnknownRecord):
        revoke_token(session.principal, office.application, token.id, now=office.now)
    acts = [line.act for line in read_account_log(WHOLE, office.application)]
    assert (acts.count(Act.TOKEN_ISSUED), acts.count(Act.TOKEN_REVOKED)) == (2, 1)


def test_only_the_owner_and_who_looks_after_the_account_see_and_revoke_a_token(office: Office, session: SessionInfo):
    _, token = issued(office, session)
    stranger = Principal("stranger", frozenset({Role.NETWORK_MANAGER}))
    elsewhere = Principal("south", frozenset({Role.ADMINISTRATOR}), frozenset({"TH-90"}))
    for other in (stranger, elsewhere):
        with pytest.raises(UnknownRecord, match=r"account\.unknown_token"):
            revoke_token(other, office.application, token.id, now=office.now)
        with pytest.raises((NotPermitted, UnknownRecord)):
            list_tokens(other, office.application, account="somchai", now=office.now)
        assert list_tokens(other, office.application, now=office.now) == ()
    assert list_tokens(WHOLE, office.application, account="somchai", now=office.now) == (token,)
    revoke_token(WHOLE, office.application, token.id, now=office.now)


def test_no_token_is_made_while_a_password_is_due(office: Office):
    session = session_info(office.application, office.log_in("new", office.create("new")), office.now)
    with pytest.raises(NotPermitted, match=r"account\.due\.password"):
        issued(office, session)


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_does_what_its_scope_says_and_nothing_else(scope: Scope):
    for operation, roles in MAY.items():
        principal = Principal("machine", roles, scopes=frozenset({scope}))
        if scope_of(operation) is scope:
            permit(principal, operation)
        else:
            with pytest.raises(NotPermitted, match=r"access\.scope"):
                permit(principal, operation)


def test_what_is_not_said_to_read_writes_and_nothing_is_said_twice():
    assert scope_of("a new operation") is Scope.WRITE
    assert not READING & ADMINISTERING
    assert MAY.keys() >= READING | ADMINISTERING
    assert scope_of("import") is Scope.WRITE
