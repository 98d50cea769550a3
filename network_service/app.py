"""Assembles the web application: the service of an installation behind its routes."""

import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from functools import partial

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from network_service import __version__, bootstrap
from network_service.api import watching
from network_service.api.asking import viewer
from network_service.api.installation import Limits, Service
from network_service.api.log_lines import JsonLines
from network_service.api.middleware import BodyLimit, Envelope, SameOrigin
from network_service.api.problems import PROBLEMS, told_by
from network_service.api.routes import every_router
from network_service.api.watching import Metrics, Watched
from network_service.domain.thai.clock import today_in_thailand
from network_service.errors import NetworkServiceError
from network_service.messages import messages_in
from network_service.operations.kept import Kept
from network_service.operations.kept_studies import KeptStudies
from network_service.operations.read_log import ReadLog
from network_service.operations.sight.sights import Sights
from network_service.operations.upkeep import Upkeep

LOG = logging.getLogger("network_service")
PREFIX = "/api/v1"
"""Where the API begins."""
_MIB = 1024 * 1024
_ORDINARY_BODY = _MIB
_SMALLEST_ZIPPED = 1_000


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


@contextmanager
def running_service(*, now: Callable[[], datetime] = utc_now, **given: object) -> Iterator[Service]:
    """The service of this installation, with its store open and its processes at hand, until the block ends.

    What is `given` counts instead of the setting of its name.
    """
    settings = bootstrap.read_settings(**given)
    with bootstrap.open_store(settings) as store:
        workers = bootstrap.service_workers(settings)
        jobs = bootstrap.job_runner(settings, store, now)
        reads = ReadLog(store.application, clock=now)
        upkeep = Upkeep(store.application, jobs.tend, now)
        service = Service(
            store=store,
            rules=bootstrap.analysis_rules(settings),
            queries=bootstrap.query_library(),
            workers=workers,
            studies=KeptStudies(store, workers),
            jobs=jobs,
            pictures=Kept(),
            sights=Sights(reads, bootstrap.pseudonym_key(settings)),
            limits=Limits(_ORDINARY_BODY, settings.file_megabytes * _MIB),
            language=settings.language,
            now=now,
            today=lambda: today_in_thailand(now()),
            trusted_proxies=frozenset(settings.trusted_proxies),
            public=viewer() if settings.public_view else None,
        )
        upkeep.start()
        with ExitStack() as ending:
            # In turn from below: what was read is written down first, and what computes may take its time last.
            for part in (workers, jobs, upkeep, reads):
                ending.callback(part.close)
            yield service


def log_as_json() -> None:
    """Log to standard error, a JSON object a line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)


def served() -> FastAPI:
    """The application of this process by the settings of its environment; its service ends with the server."""
    log_as_json()
    opened = ExitStack()
    return create_app(opened.enter_context(running_service()), at_end=opened.close)


def served_by_worker() -> FastAPI:
    """The same in one of several processes: it ends as it should where the first of them is no more."""
    bootstrap.end_with_parent(partial(os.kill, os.getpid(), signal.SIGTERM))
    try:
        return served()
    except NetworkServiceError as error:
        # The supervisor begins another, which may find the store again; a stack trace each time would help nobody.
        LOG.error("a process of the service could not begin", extra={"told": {"code": error.code}})
        raise SystemExit(1) from error


def create_app(service: Service, *, at_end: Callable[[], object] = lambda: None) -> FastAPI:
    """The application of a service; `at_end` is called when the server has answered its last request."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            at_end()

    words = messages_in("en")
    app = FastAPI(
        title="Provincial network service",
        version=__version__,
        description=words.text("api.description"),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
        # An address is right or it is not: redirections would be built from whatever host the request names.
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.service = service
    app.state.metrics = Metrics()
    told_by(app)
    api = APIRouter(prefix=PREFIX, responses=PROBLEMS)
    for router in every_router():
        api.include_router(router)
    app.include_router(api)
    app.include_router(watching.router)
    # The last added stands outermost.
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED, compresslevel=5)
    app.add_middleware(SameOrigin, language=service.language)
    app.add_middleware(BodyLimit, ordinary=service.limits.body_bytes, files=service.limits.file_bytes)
    app.add_middleware(Watched, metrics=app.state.metrics)
    app.add_middleware(Envelope)
    return app
