"""Every route of an application, however it was put into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import FastAPI

_ADDED_BY_THE_SERVER = {"HEAD", "OPTIONS"}


def every_route(app: FastAPI) -> Iterator[str]:
    """Method and path of each."""
    yield from _routes(app.routes)


def _routes(routes: Iterable[Any]) -> Iterator[str]:
    for one in routes:
        if hasattr(one, "effective_candidates"):  # a router that was included
            yield from _routes(one.effective_candidates())
            continue
        path = getattr(one, "path_format", None) or one.path
        methods = getattr(one, "methods", None) or {"ANY"}  # what is mounted answers whatever it likes
        yield from (f"{method} {path}" for method in sorted(methods - _ADDED_BY_THE_SERVER))
