"""What the operator of the service sees: whether it lives, whether it is ready, counts and times, a line a request.

No line and no count tells a value of a record, a name of a person or what was searched for.
"""

import logging
import time
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from network_service.api.nearness import is_near
from network_service.errors import NetworkServiceError

LOG = logging.getLogger("network_service.requests")
router = APIRouter(tags=["operation"], include_in_schema=False)
_REFUSED = frozenset({401, 403, 429})
_FAILED = 500
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """Requests by route and status, and how long they took."""

    def __init__(self) -> None:
        """Begin to count."""
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("network_service_requests", "Requests answered", labels, registry=self.registry)
        self.seconds = Histogram(
            "network_service_request_seconds",
            "Seconds to the end of an answer",
            labels[:2],
            buckets=_BUCKETS,
            registry=self.registry,
        )


class Watched:
    """Counts and logs each request by the pattern of its route: an address may name a record."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Watch an application."""
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            self._note(scope, status, time.perf_counter() - start)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path_format", "-")
        self.metrics.requests.labels(scope["method"], route, str(status)).inc()
        self.metrics.seconds.labels(scope["method"], route).observe(seconds)
        state = scope.get("state", {})
        told: dict[str, Any] = {
            "request": state.get("request_id"),
            "method": scope["method"],
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "principal": state.get("principal"),
        }
        if code := state.get("problem"):
            told["code"] = code
        level = logging.WARNING if status in _REFUSED else logging.ERROR if status >= _FAILED else logging.INFO
        LOG.log(level, "%s %s %s", scope["method"], route, status, extra={"told": told})


@router.get("/healthz")
def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "alive"}


@router.get("/readyz")
def ready(request: Request) -> JSONResponse:
    """The store answers; 503 while it does not, or is being filled, or is no longer what was opened.

    Under maintenance it is ready: reading goes on, and each write says itself that it is refused.
    """
    store = request.app.state.service.store
    try:
        revision, maintenance = store.revision(), store.maintenance()
    except NetworkServiceError as error:
        return JSONResponse({"status": "not ready", "reason": error.code}, 503, {"Retry-After": "2"})
    return JSONResponse({"status": "ready", "revision": revision, "writes": "refused" if maintenance else "taken"})


@router.get("/metrics")
def metrics(request: Request) -> PlainTextResponse:
    """Counts and times for Prometheus, only for who asks from this machine or a trusted address; else 404."""
    if not is_near(request, request.app.state.service.trusted_proxies):
        raise HTTPException(404)
    registry = request.app.state.metrics.registry
    return PlainTextResponse(generate_latest(registry).decode(), media_type=CONTENT_TYPE_LATEST)
