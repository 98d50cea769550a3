"""Findings of a province's network, and what becomes of them."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from network_service.api.asking import Asked
from network_service.api.conditional import NEVER_KEPT, tag_of, unchanged
from network_service.documents.findings_table import findings_as_plain
from network_service.operations.shown_figures import figures_of
from network_service.operations.study_network import StudyOptions

router = APIRouter(prefix="/provinces/{code}/findings", tags=["findings"])


@router.get("", summary="What is missing, and what would close it | ช่องว่างและวิธีปิด")
def findings(asked: Asked, request: Request, response: Response, code: str, day: date | None = None) -> Any:
    """All findings of a day, the gravest first, sentences in both languages."""
    on, province = day or asked.service.today(), code.upper()
    tag = tag_of("findings", province, on, asked.store.revision(), asked.sight)
    if same := unchanged(request, tag):
        return same
    options = StudyOptions(on, asked.service.rules, province, thorough=False)
    made = figures_of(asked.principal, asked.service.studies, options, "findings")
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT})
    return {"snapshot": made.study.found_on.content_hash, "items": findings_as_plain(made.study.findings)}
