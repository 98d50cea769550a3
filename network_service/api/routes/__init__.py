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
    proposals,
    provinces,
    queries,
    records,
    session,
    views,
)


def every_router() -> Iterator[APIRouter]:
    """The routers of all subjects."""
    people = (session, accounts, proposals, views)
    network = (provinces, records, corrections, imports, exports, jobs)
    for subject in (*people, *network, figures, findings, maps, queries):
        yield subject.router
