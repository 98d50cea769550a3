"""The paths of the API, one subject a file; none decides anything."""

from collections.abc import Iterator

from fastapi import APIRouter

from network_service.api.routes import (
    corrections,
    exports,
    figures,
    findings,
    imports,
    jobs,
    maps,
    provinces,
    queries,
)


def every_router() -> Iterator[APIRouter]:
    """The routers of all subjects."""
    for subject in (provinces, figures, findings, maps, queries, exports, imports, jobs, corrections):
        yield subject.router
