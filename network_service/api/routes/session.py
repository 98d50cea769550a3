"""Signing in and out, one's own password and telephone."""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from network_service.api.asking import COOKIE, Asked, signed_in
from network_service.api.installation import Service
from network_service.operations.accounts.change_password import change_password
from network_service.operations.accounts.enrol_totp import begin_totp, confirm_totp
from network_service.operations.accounts.log_in import log_in
from network_service.operations.accounts.log_out_everywhere import log_out_everywhere
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import SessionInfo, log_out, session_info

router = APIRouter(prefix="/session", tags=["session"])
_CLEARED = {"Clear-Site-Data": '"cache", "cookies", "storage"'}


class Credentials(BaseModel):
    """Name, password, and the code of the telephone where the account has one."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=200, examples=["somchai"])
    password: SecretStr = Field(max_length=1_024)
    code: str | None = Field(default=None, max_length=16, examples=["123456"])


class NewPassword(BaseModel):
    """The present password and the one to come."""

    model_config = ConfigDict(extra="forbid")

    current: SecretStr = Field(max_length=1_024)
    new: SecretStr = Field(max_length=1_024)


class Code(BaseModel):
    """A code that the telephone shows."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(max_length=16, examples=["123456"])


@router.post("", summary="Sign in | เข้าสู่ระบบ")
def sign_in(request: Request, response: Response, credentials: Credentials) -> Any:
    """Open a session; its secret comes as a cookie that no script can read. `due` says what must be done first."""
    service: Service = request.app.state.service
    secret, account = log_in(
        service.store.application,
        credentials.name,
        credentials.password.get_secret_value(),
        request.client.host if request.client else "",
        code=credentials.code,
        now=service.now(),
    )
    request.state.principal = account.name
    return _opened(response, service, secret)


@router.get("", summary="Who is signed in | ผู้ที่เข้าสู่ระบบอยู่")
def present(request: Request) -> Any:
    """The account of the session, what is due first, and until when the session holds."""
    return _told(signed_in(request))


@router.delete("", status_code=204, summary="Sign out | ออกจากระบบ")
def sign_out(request: Request) -> Response:
    """End this session; one that has ended already stays so."""
    service: Service = request.app.state.service
    secret = request.cookies.get(COOKIE)
    if secret:
        log_out(service.store.application, secret, service.now())
    response = Response(status_code=204, headers=_CLEARED)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response


@router.delete("/everywhere", status_code=204, summary="Sign out everywhere | ออกจากระบบทุกเครื่อง")
def sign_out_everywhere(asked: Asked) -> Response:
    """End all sessions and tokens of the asker."""
    service = asked.service
    log_out_everywhere(asked.principal, service.store.application, asked.principal.name, now=service.now())
    response = Response(status_code=204, headers=_CLEARED)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response


@router.post("/password", summary="Change one's password | เปลี่ยนรหัสผ่าน")
def new_password(request: Request, response: Response, passwords: NewPassword) -> Any:
    """A new password; every other session and token of the account is dead."""
    service: Service = request.app.state.service
    current, new = passwords.current.get_secret_value(), passwords.new.get_secret_value()
    secret = change_password(service.store.application, signed_in(request), current, new, now=service.now())
    return _opened(response, service, secret)


@router.post("/telephone", summary="Begin to enrol a telephone | เริ่มผูกโทรศัพท์")
def begin_telephone(request: Request) -> Any:
    """The secret that the telephone is told, as text and as the address that a picture of it holds; shown this once."""
    service: Service = request.app.state.service
    enrolment = begin_totp(service.store.application, signed_in(request))
    return {"secret": enrolment.secret, "address": enrolment.address}


@router.post("/telephone/confirm", summary="Confirm a telephone | ยืนยันโทรศัพท์")
def confirm_telephone(request: Request, response: Response, code: Code) -> Any:
    """The telephone counts from now on; every other session of the account is dead."""
    service: Service = request.app.state.service
    secret = confirm_totp(service.store.application, signed_in(request), code.code, now=service.now())
    return _opened(response, service, secret)


def _opened(response: Response, service: Service, secret: str) -> dict[str, Any]:
    """A session that was just opened, with its cookie."""
    response.set_cookie(COOKIE, secret, path="/", secure=True, httponly=True, samesite="lax")
    return _told(session_info(service.store.application, secret, service.now()))


def _told(info: SessionInfo) -> dict[str, Any]:
    return {"account": shown_account(info.account), "due": info.due, "ends_on": info.ends_on}


def shown_account(account: Account) -> dict[str, Any]:
    """An account as its owner and administrators see it: no hash and no secret."""
    return dict(account.as_plain())
