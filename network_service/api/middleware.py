"""What stands around every request: its name, its size, where it may come from, the headers of its answer."""

import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from traceback import format_tb
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from network_service.api.language import language_of
from network_service.api.problems import problem
from network_service.messages import messages_in

LOG = logging.getLogger("network_service.errors")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language, Cookie, Authorization",
}
"""On every answer, errors included, where the answer does not say otherwise."""
_TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_TAKES_FILES = "/imports"


class Envelope:
    """Names each request, as a proxy did where that is harmless, and completes the headers of its answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        name = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = name

        begun = False

        async def complete(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = name
                for header, value in (HEADERS | (_TLS_ONLY if scope.get("scheme") == "https" else {})).items():
                    headers.setdefault(header, value)
            await send(message)

        try:
            await self.app(scope, receive, complete)
        except Exception as error:
            # Where it happened and never what it says: that may be a value of a record.
            LOG.error("request %s: %s\n%s", name, type(error).__name__, "".join(format_tb(error.__traceback__)))
            if begun:
                raise
            words = messages_in(language_of(Request(scope)))
            await problem(500, "api.http_500", words.text("api.http_500"))(scope, receive, complete)


class BodyLimit:
    """Bodies are short; where files are taken they may be long."""

    def __init__(self, app: ASGIApp, *, ordinary: int, files: int) -> None:
        """Allow so many bytes."""
        self._ordinary = RequestBodyLimitMiddleware(app, ordinary)
        self._files = RequestBodyLimitMiddleware(app, files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        takes_files = scope["type"] == "http" and scope["path"].endswith(_TAKES_FILES)
        await (self._files if takes_files else self._ordinary)(scope, receive, send)


class SameOrigin:
    """Refuses changes that another site has a browser send with our cookie; who sends a token sends no cookie.

    By `Sec-Fetch-Site` where the browser says it, else by `Origin`; a program that is no browser says neither.
    """

    def __init__(self, app: ASGIApp, *, language: str) -> None:
        """Stand around an application; it is refused in the installation's language."""
        self.app, self._language = app, language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        answer: Callable[[Scope, Receive, Send], Awaitable[None]] = self.app
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS and _is_foreign(Headers(scope=scope)):
            scope.setdefault("state", {})["problem"] = "api.other_site"
            answer = problem(403, "api.other_site", messages_in(self._language).text("api.other_site"))
        await answer(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    if "cookie" not in headers and "authorization" in headers:
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")
