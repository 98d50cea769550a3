"""Accounts and tokens."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from network_service.api.asking import Asked, signed_in
from network_service.api.routes.session import shown_account
from network_service.domain.principal import Role, Scope
from network_service.operations.accounts.account_log import read_account_log
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.issue_token import LONGEST_LABEL, issue_token
from network_service.operations.accounts.list_accounts import list_accounts
from network_service.operations.accounts.revoke_token import list_tokens, revoke_token
from network_service.operations.accounts.set_password import set_password

router = APIRouter(tags=["accounts"])
_Provinces = list[Annotated[str, Field(pattern=r"^TH-[0-9]{2}$", examples=["TH-50"])]]


class NewAccount(BaseModel):
    """An account to be made; without `provinces` it reaches every province."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=200, examples=["somchai"])
    roles: list[Role] = Field(min_length=1, max_length=10)
    provinces: _Provinces | None = Field(default=None, max_length=100)
    own_record: str | None = Field(default=None, max_length=36)


class Change(BaseModel):
    """What of an account is to be another; a field that is left out stays."""

    model_config = ConfigDict(extra="forbid")

    roles: list[Role] = Field(default_factory=list, max_length=10)
    provinces: _Provinces | None = Field(default=None, max_length=100)
    own_record: str | None = Field(default=None, max_length=36)
    disabled: bool = False


class NewToken(BaseModel):
    """A token for a machine."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=LONGEST_LABEL, examples=["nightly report"])
    scopes: list[Scope] = Field(min_length=1, max_length=3)
    provinces: _Provinces | None = Field(default=None, max_length=100)
    ends_on: datetime


@router.get("/accounts", summary="Accounts | บัญชีผู้ใช้")
def every_account(asked: Asked) -> Any:
    """The accounts that the asker looks after."""
    found = list_accounts(asked.principal, asked.store.application)
    return {"items": [shown_account(account) for account in found]}


@router.post("/accounts", status_code=201, summary="Make an account | สร้างบัญชี")
def make_account(asked: Asked, new: NewAccount) -> Any:
    """The account and its one-time password, shown this once."""
    account, password = create_account(
        asked.principal,
        asked.store.application,
        new.name,
        frozenset(new.roles),
        provinces=None if new.provinces is None else frozenset(new.provinces),
        own_record=new.own_record,
        now=asked.service.now(),
    )
    return {"account": shown_account(account), "one_time_password": password}


@router.patch("/accounts/{name}", summary="Change an account | แก้ไขบัญชี")
def alter_account(asked: Asked, name: str, change: Change) -> Any:
    """Roles, provinces, own record, disabled or not; whatever it had signed in is dead at once."""
    given = change.model_fields_set
    fields: dict[str, Any] = {}
    if "roles" in given:
        fields["roles"] = frozenset(change.roles)
    if "provinces" in given:
        fields["provinces"] = None if change.provinces is None else frozenset(change.provinces)
    for field in given & {"own_record", "disabled"}:
        fields[field] = getattr(change, field)
    account = change_account(
        asked.principal, asked.store.application, name, AccountChange(**fields), now=asked.service.now()
    )
    return {"account": shown_account(account)}


@router.post("/accounts/{name}/password", summary="Give a one-time password | ออกรหัสผ่านใช้ครั้งเดียว")
def give_password(asked: Asked, name: str, forget_telephone: bool = False) -> Any:
    """A one-time password, shown this once; sessions and tokens of the account are dead."""
    password = set_password(
        asked.principal, asked.store.application, name, forget_totp=forget_telephone, now=asked.service.now()
    )
    return {"one_time_password": password}


@router.get("/account-log", summary="What was done to accounts | บันทึกการจัดการบัญชี")
def account_log(
    asked: Asked,
    after: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> Any:
    """Who signed in, who changed which account; oldest first, from a line on."""
    lines = read_account_log(asked.principal, asked.store.application, after=after, limit=limit)
    return {"items": lines, "next": lines[-1].number if len(lines) == limit else None}


@router.get("/tokens", summary="Tokens for machines | โทเคนสำหรับโปรแกรม")
def every_token(asked: Asked, account: Annotated[str | None, Query(max_length=200)] = None) -> Any:
    """The tokens that hold, the asker's own or another's whom the asker looks after; never what opens anything."""
    found = list_tokens(asked.principal, asked.store.application, account=account, now=asked.service.now())
    return {"items": [token.as_plain() for token in found]}


@router.post("/tokens", status_code=201, summary="Make a token | ออกโทเคน")
def make_token(asked: Asked, request: Request, new: NewToken) -> Any:
    """What the machine sends as `Authorization: Bearer ...`, shown this once; only somebody signed in makes one."""
    text, token = issue_token(
        asked.store.application,
        signed_in(request),
        new.label,
        frozenset(new.scopes),
        provinces=None if new.provinces is None else frozenset(new.provinces),
        ends_on=new.ends_on,
        now=asked.service.now(),
    )
    return {"token": text, **token.as_plain()}


@router.delete("/tokens/{token_id}", status_code=204, summary="Revoke a token | ยกเลิกโทเคน")
def end_token(asked: Asked, token_id: str) -> Response:
    """It opens nothing from now on."""
    revoke_token(asked.principal, asked.store.application, token_id, now=asked.service.now())
    return Response(status_code=204)
