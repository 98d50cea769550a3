"""Saved views, and who read what."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from network_service.api.asking import Asked
from network_service.api.conditional import version_seen
from network_service.operations.read_log import readings
from network_service.operations.saved_views import SavedView, remove_view, save_view, saved_views

router = APIRouter(tags=["views"])


class View(BaseModel):
    """A view to be saved: what it shows is the reader's own business."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=500, examples=["ช่องว่างของภาคประชาสังคม"])
    content: dict[str, JsonValue] = Field(examples=[{"map": "sector", "minimum_strength": 3}])
    provinces: list[Annotated[str, Field(pattern=r"^TH-[0-9]{2}$")]] = Field(max_length=100)
    shared: bool = False


@router.get("/views", summary="Saved views | มุมมองที่บันทึกไว้")
def every_view(asked: Asked) -> Any:
    """The own views, and those that others share who see as far."""
    return {"items": [view_told(one) for one in saved_views(asked.principal, asked.store.application)]}


@router.post("/views", status_code=201, summary="Save a view | บันทึกมุมมอง")
def new_view(asked: Asked, view: View) -> Any:
    """A new view of the asker."""
    made = SavedView(view.name, view.content, tuple(view.provinces), view.shared)
    return view_told(save_view(asked.principal, asked.store.application, made, now=asked.service.now()))


@router.put("/views/{view_id}", summary="Save a view again | บันทึกมุมมองทับ")
def same_view(asked: Asked, request: Request, view_id: str, view: View) -> Any:
    """The same view with other content, where it is still as `If-Match` says."""
    made = SavedView(
        view.name, view.content, tuple(view.provinces), view.shared, id=view_id, version=version_seen(request)
    )
    return view_told(save_view(asked.principal, asked.store.application, made, now=asked.service.now()))


@router.delete("/views/{view_id}", status_code=204, summary="Remove a view | ลบมุมมอง")
def no_view(asked: Asked, request: Request, view_id: str) -> Response:
    """An own view goes, where it is still as `If-Match` says."""
    remove_view(
        asked.principal,
        asked.store.application,
        view_id,
        expected_version=version_seen(request),
        now=asked.service.now(),
    )
    return Response(status_code=204)


@router.get("/read-log", summary="Who read what is not for members | บันทึกการเปิดดูข้อมูล")
def read_log(
    asked: Asked,
    after: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> Any:
    """Readings of what is for officers, oldest first, without any value that was read."""
    found = readings(asked.principal, asked.store.application, after=after, limit=limit)
    items = [{"at": one.at, "by": one.principal, "operation": one.operation, "records": one.record_ids}
             for _, batch in found for one in batch]  # fmt: skip
    return {"items": items, "next": found[-1][0] if len(found) == limit else None}


def view_told(view: SavedView) -> dict[str, Any]:
    """A view as it is told; its `version` is what `If-Match` sends back."""
    return {
        "id": view.id,
        "version": view.version,
        "name": view.name,
        "content": dict(view.content),
        "provinces": list(view.provinces),
        "shared": view.shared,
        "owner": view.owner,
        "saved_at": view.saved_at,
    }
