"""Questions of the library."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from network_service.api.asking import Asked
from network_service.api.conditional import NEVER_KEPT, tag_of, unchanged
from network_service.operations.run_query import list_queries, run_query

router = APIRouter(tags=["queries"])


@router.get("/queries", summary="All questions | คำถามทั้งหมด")
def every_query(asked: Asked) -> Any:
    """Name, purpose in both languages, parameters and columns of each question."""
    found = list_queries(asked.principal, asked.service.queries)
    return {
        "items": [
            {
                "name": one.name,
                "purpose": dict(one.purpose),
                "parameters": [{"name": field.name, "type": field.type} for field in one.parameters],
                "columns": [{"name": field.name, "type": field.type} for field in one.columns],
            }
            for one in found
        ]
    }


@router.get("/provinces/{code}/queries/{subject}/{verb}", summary="The answer to a question | คำตอบของคำถาม")
def answer(
    asked: Asked, request: Request, response: Response, code: str, subject: str, verb: str, day: date | None = None
) -> Any:
    """Rows of a question; its other parameters are given by name in the address, as people type them."""
    on = day or asked.service.today()
    tag = tag_of("query", subject, verb, request.url.query, on, asked.store.revision(), asked.sight)
    given = {name: value for name, value in request.query_params.items() if name not in ("day", "lang")}
    found = run_query(
        asked.principal, asked.store, asked.service.queries, f"{subject}/{verb}", given, day=on, province=code
    )
    if same := unchanged(request, tag):
        return same
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT})
    names = list(found.columns)
    return {
        "query": found.query.name,
        "parameters": dict(found.parameters),
        "revision": found.revision,
        "rows": [dict(zip(names, row, strict=True)) for row in found.rows],
    }
