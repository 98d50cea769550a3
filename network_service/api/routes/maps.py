"""Maps of a province's network: as the model that a viewer draws, and as one page that needs nothing else."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from network_service.api.asking import Asked, Asking
from network_service.api.conditional import PRIVATE, tag_of, unchanged
from network_service.maps.sector_map import SectorMap
from network_service.operations.draw_map import draw_sector_map
from network_service.operations.shown_figures import figures_of
from network_service.operations.study_network import StudyOptions
from visualizations.pyvis_map import render_map

router = APIRouter(prefix="/provinces/{code}/maps", tags=["maps"])
Strength = Annotated[int | None, Query(ge=1, le=5, description="ties of this frequency or more alone")]


@router.get("/sector", summary="The sector map as data | ข้อมูลแผนที่ภาคส่วน")
def sector_map(
    asked: Asked, request: Request, response: Response, code: str, day: date | None = None,
    minimum_strength: Strength = None,
) -> Any:  # fmt: skip
    """Nodes with their places, ties, hulls, numbered gaps and the legend: all that a picture needs."""
    tag = _tag(asked, "model", code, day, minimum_strength)
    if same := unchanged(request, tag):
        return same
    response.headers.update({"ETag": tag, "Cache-Control": PRIVATE})
    return asdict(_drawn(asked, code, day, minimum_strength).model)


@router.get("/sector.html", summary="The sector map as one page | แผนที่ภาคส่วนในไฟล์เดียว", response_class=HTMLResponse)
def sector_map_page(
    asked: Asked, request: Request, code: str, day: date | None = None, minimum_strength: Strength = None
) -> Response:
    """A file to keep: it opens without a network. Its own policy keeps it from loading anything."""
    tag = _tag(asked, "page", code, day, minimum_strength)
    if same := unchanged(request, tag):
        return same
    page = render_map(_drawn(asked, code, day, minimum_strength).model)
    headers = {"ETag": tag, "Cache-Control": PRIVATE, "Content-Disposition": f'attachment; filename="{code}-map.html"'}
    return HTMLResponse(page, headers=headers)


def _tag(asked: Asking, what: str, code: str, day: date | None, strength: int | None) -> str:
    today = day or asked.service.today()
    return tag_of("map", what, code.upper(), today, strength, asked.store.revision(), asked.sight)


def _drawn(asked: Asking, code: str, day: date | None, strength: int | None) -> SectorMap:
    rules = asked.service.rules
    options = StudyOptions(day or asked.service.today(), rules, code.upper(), strength, thorough=False)
    made = figures_of(asked.principal, asked.service.studies, options, "map")
    return draw_sector_map(asked.principal, asked.store, made, rules, asked.language, asked.service.sights)
