"""Who asks, in which language, of which service: what every route begins with."""

import hashlib
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from network_service.api.installation import Service
from network_service.api.language import language_of
from network_service.domain.principal import Principal, Role
from network_service.errors import NotSignedIn, UsageError
from network_service.messages import Messages, messages_in
from network_service.operations.accounts.sessions import SessionInfo, session_info, session_principal
from network_service.operations.accounts.tokens import token_principal
from network_service.store.base import Store

COOKIE = "__Host-session"
"""Kept by browsers only over TLS or from this very machine, for no other path or host."""
_BEARER = "bearer "


@dataclass(frozen=True)
class Asking:
    """One request: who asks, in which language, of which service."""

    principal: Principal
    language: str
    service: Service
    request: Request

    @property
    def store(self) -> Store:
        """The store of the service."""
        return self.service.store

    @property
    def words(self) -> Messages:
        """The catalogue in the asker's language."""
        return messages_in(self.language)

    @property
    def sight(self) -> tuple[object, ...]:
        """What decides how much the asker is shown, for entity tags."""
        who = self.principal
        provinces = None if who.provinces is None else sorted(who.provinces)
        return (sorted(who.roles), provinces, who.own_record, self.language)

    @property
    def idempotency_key(self) -> str | None:
        """The key by which a repeated request is known, for this asker alone."""
        given = self.request.headers.get("idempotency-key")
        if given is None:
            return None
        if not 8 <= len(given) <= 200:
            raise UsageError("idempotency.bad_key")
        return hashlib.sha256(f"{self.principal.name}\n{given}".encode()).hexdigest()


def asker(request: Request) -> Principal | None:
    """Who asks, by session or token; `None` where neither is given. `NotSignedIn` for one that holds no more."""
    service: Service = request.app.state.service
    authorization = request.headers.get("authorization", "")
    if authorization.lower().startswith(_BEARER):
        return token_principal(service.store.application, authorization[len(_BEARER) :].strip(), service.now())
    secret = request.cookies.get(COOKIE)
    return session_principal(service.store.application, secret, service.now()) if secret else None


def asking(request: Request) -> Asking:
    """The request of somebody who is known; where the installation allows it, of anybody."""
    service: Service = request.app.state.service
    principal = asker(request) or service.public
    if principal is None:
        raise NotSignedIn("access.sign_in")
    request.state.principal = principal.name
    return Asking(principal, language_of(request), service, request)


def signed_in(request: Request) -> SessionInfo:
    """The session of the request, whatever is due first: for what a person alone does, never a token."""
    service: Service = request.app.state.service
    secret = request.cookies.get(COOKIE)
    if not secret:
        raise NotSignedIn("access.sign_in")
    info = session_info(service.store.application, secret, service.now())
    request.state.principal = info.account.name
    return info


def viewer() -> Principal:
    """Who asks without an account: sees what is public, changes nothing."""
    return Principal("public", frozenset({Role.VIEWER}))


Asked = Annotated[Asking, Depends(asking)]
"""The parameter by which a route knows who asks."""
