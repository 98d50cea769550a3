"""Assembles the web application: the service of an installation behind its routes."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from network_service import __version__, bootstrap
from network_service.api import watching
from network_service.api.asking import viewer
from network_service.api.installation import Limits, Service
from network_service.api.middleware import BodyLimit, Envelope, SameOrigin
from network_service.api.problems import PROBLEMS, told_by
from network_service.api.routes import every_router
from network_service.api.watching import Metrics, Watched
from network_service.domain.thai.clock import today_in_thailand
from network_service.messages import messages_in
from network_service.operations.kept_studies import KeptStudies
from network_service.operations.read_log import ReadLog
from network_service.operations.sight.sights import Sights

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
        jobs.book.bury()
        reads = ReadLog(store.application, clock=now)
        service = Service(
            store=store,
            rules=bootstrap.analysis_rules(settings),
            queries=bootstrap.query_library(),
            workers=workers,
            studies=KeptStudies(store, workers),
            jobs=jobs,
            sights=Sights(reads, bootstrap.pseudonym_key(settings)),
            limits=Limits(_ORDINARY_BODY, settings.file_megabytes * _MIB),
            language=settings.language,
            now=now,
            today=lambda: today_in_thailand(now()),
            trusted_proxies=frozenset(settings.trusted_proxies),
            public=viewer() if settings.public_view else None,
        )
        try:
            yield service
        finally:
            jobs.close()
            workers.close()
            reads.close()


def create_app(service: Service) -> FastAPI:
    """The application of a service."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield

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
