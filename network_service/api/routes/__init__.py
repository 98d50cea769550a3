"""The paths of the API, one subject a file; none decides anything."""

from collections.abc import Iterator

from fastapi import APIRouter

from network_service.api.routes import (
    accounts,
    corrections,
    exports,
    figures,
    findings,
    imports,
    jobs,
    maps,
    provinces,
    queries,
    records,
    session,
)


def every_router() -> Iterator[APIRouter]:
    """The routers of all subjects."""
    for subject in (
        session,
        accounts,
        provinces,
        records,
        corrections,
        imports,
        exports,
        jobs,
        figures,
        findings,
        maps,
        queries,
    ):
        yield subject.router
