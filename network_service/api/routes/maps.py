"""Maps of a province's network: as the model that a viewer draws, and as one page that needs nothing else."""

from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from network_service.api.asking import Asked, Asking
from network_service.api.conditional import PRIVATE, tag_of, unchanged
from network_service.operations.access import permit
from network_service.operations.picture import Picture, sector_picture
from network_service.operations.shown_figures import figures_of
from network_service.operations.study_network import StudyOptions

router = APIRouter(prefix="/provinces/{code}/maps", tags=["maps"])
Strength = Annotated[int | None, Query(ge=1, le=5, description="ties of this frequency or more alone")]


@router.get("/sector", summary="The sector map as data | ข้อมูลแผนที่ภาคส่วน")
def sector_map(
    asked: Asked, request: Request, code: str, day: date | None = None, minimum_strength: Strength = None
) -> Response:
    """Nodes with their places, ties, hulls, numbered gaps and the legend: all that a picture needs."""
    return _answer(asked, request, code, day, minimum_strength, as_page=False)


@router.get("/sector.html", summary="The sector map as one page | แผนที่ภาคส่วนในไฟล์เดียว", response_class=HTMLResponse)
def sector_map_page(
    asked: Asked, request: Request, code: str, day: date | None = None, minimum_strength: Strength = None
) -> Response:
    """A file to keep: it opens without a network. Its own policy keeps it from loading anything."""
    return _answer(asked, request, code, day, minimum_strength, as_page=True)


def _answer(
    asked: Asking, request: Request, code: str, day: date | None, strength: int | None, *, as_page: bool
) -> Response:
    service, province, today = asked.service, code.upper(), day or asked.service.today()
    permit(asked.principal, "map", province)
    tag = tag_of("map", as_page, province, today, strength, asked.store.revision(), asked.sight)
    if same := unchanged(request, tag):
        return same
    picture = service.pictures.of(tag, lambda: _drawn(asked, province, today, strength, as_page=as_page))
    headers = {"ETag": tag, "Cache-Control": PRIVATE}
    if as_page:
        headers["Content-Disposition"] = f'attachment; filename="{province}-map.html"'
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    if zipped:
        headers["Content-Encoding"] = "gzip"
    media = "text/html; charset=utf-8" if as_page else "application/json"
    return Response(picture.zipped if zipped else picture.plain, media_type=media, headers=headers)


def _drawn(asked: Asking, province: str, day: date, strength: int | None, *, as_page: bool) -> Picture:
    service = asked.service
    options = StudyOptions(day, service.rules, province, strength, thorough=False)
    work = partial(
        sector_picture,
        principal=asked.principal,
        made=figures_of(asked.principal, service.studies, options, "map"),
        rules=service.rules,
        language=asked.language,
        pseudonym_key=service.sights.pseudonym_key,
        as_page=as_page,
    )
    return service.workers.done(work)
