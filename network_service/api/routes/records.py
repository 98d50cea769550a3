"""Records of every kind: lists, one, its neighbours and history, searching, creating and changing."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import JsonValue

from network_service.api.asking import Asked, Asking
from network_service.api.conditional import NEVER_KEPT, PRIVATE, tag_of, unchanged, version_seen, version_tag
from network_service.domain.kinds import RECORD_TYPES
from network_service.errors import UsageError
from network_service.operations.correction_report import entry_as_plain
from network_service.operations.records.change_record import change_record
from network_service.operations.records.create_record import create_record
from network_service.operations.records.list_records import list_records
from network_service.operations.records.one_record import one_record
from network_service.operations.records.query import MOST_A_PAGE, Comparison, Condition, RecordQuery
from network_service.operations.records.record_neighbours import record_neighbours
from network_service.operations.records.record_versions import record_versions
from network_service.operations.records.search_records import MOST_FOUND, search_records
from network_service.operations.records.writing import Written
from network_service.operations.sight.shown import Shown

router = APIRouter(tags=["records"])
Kinds = Annotated[list[str] | None, Query(alias="kind", max_length=60, description="kinds of records; else all")]
MOST_CONDITIONS = 10
_EXAMPLE = {"kind": "group", "province": "TH-98", "name": "ชมรมตัวอย่าง", "sector": "community"}


@router.get("/provinces/{code}/records", summary="Records of a province | รายการของจังหวัด")
def records_of(
    asked: Asked,
    request: Request,
    response: Response,
    code: str,
    kind: Kinds = None,
    where: Annotated[
        list[str] | None,
        Query(
            max_length=MOST_CONDITIONS,
            description="a condition FIELD:TEST:VALUE, the test one of " + ", ".join(Comparison),
            examples=[["sector:equals:community", "name:contains:ชมรม"]],
        ),
    ] = None,
    on: Annotated[date | None, Query(description="those that hold on a day")] = None,
    sort: Annotated[str | None, Query(max_length=60, description="a field; with - before it the other way")] = None,
    cursor: Annotated[str | None, Query(max_length=2_000, description="`next` of the page before")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_A_PAGE)] = 50,
) -> Any:
    """A page of records, as they were when the first page was asked for; `total` counts all that are shown."""
    tag = tag_of("records", code, request.url.query, asked.store.revision(), asked.sight)
    if same := unchanged(request, tag):
        return same
    query = RecordQuery(
        kinds=_known(kind),
        province=code.upper(),
        conditions=tuple(_condition(one) for one in where or ()),
        holds_on=on,
        sort=sort.removeprefix("-") if sort else None,
        descending=bool(sort and sort.startswith("-")),
        cursor=cursor,
        limit=limit,
    )
    page = list_records(asked.principal, asked.store, query, asked.service.sights)
    guarded = any(one.guarded for one in page.records)
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT if guarded else PRIVATE})
    items = [told(one) for one in page.records]
    return {"items": items, "total": page.total, "revision": page.revision, "next": page.next}


@router.get("/provinces/{code}/search", summary="Find by name | ค้นหาจากชื่อ")
def search(
    asked: Asked,
    code: str,
    text: Annotated[str, Query(min_length=1, max_length=100)],
    kind: Kinds = None,
    limit: Annotated[int, Query(ge=1, le=MOST_FOUND)] = 20,
) -> Any:
    """Nodes a name of which contains a text, in any Thai spelling; those that begin with it first."""
    found = search_records(
        asked.principal, asked.store, text, asked.service.sights, province=code.upper(), kinds=_known(kind), limit=limit
    )
    return {"items": [told(one) for one in found]}


@router.post("/records", status_code=201, summary="Create a record | เพิ่มรายการ")
def create(asked: Asked, response: Response, fields: Annotated[dict[str, JsonValue], Body(examples=[_EXAMPLE])]) -> Any:
    """A record of the fields given, `kind` and `province` among them. The id comes from the service."""
    made = create_record(
        asked.principal, asked.store, fields, asked.service.sights, idempotency_key=asked.idempotency_key
    )
    if made.shown is not None:
        response.headers["Location"] = f"/api/v1/records/{made.shown.id}"
    return _written(asked, response, made)


@router.get("/records/{record_id}", summary="One record | รายการหนึ่ง")
def one(asked: Asked, request: Request, response: Response, record_id: str) -> Any:
    """A record as far as the asker sees it. Its ETag is what a change of it sends back as If-Match."""
    shown = one_record(asked.principal, asked.store, record_id, asked.service.sights)
    tag = version_tag(shown.version, shown.id, asked.sight)
    if same := unchanged(request, tag):
        return same
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT if shown.guarded else PRIVATE})
    return told(shown)


@router.patch("/records/{record_id}", summary="Change a record | แก้ไขรายการ")
def change(
    asked: Asked,
    request: Request,
    response: Response,
    record_id: str,
    fields: Annotated[dict[str, JsonValue], Body(examples=[{"note": "ย้ายที่ทำการแล้ว"}])],
) -> Any:
    """Set some fields; null empties one. `If-Match` tells what the change was made on: 428 without, 412 if old."""
    changed = change_record(
        asked.principal,
        asked.store,
        record_id,
        fields,
        asked.service.sights,
        expected_version=version_seen(request),
        idempotency_key=asked.idempotency_key,
    )
    return _written(asked, response, changed)


@router.get("/records/{record_id}/neighbours", summary="Ties of a record | ความเชื่อมโยงของรายการ")
def neighbours(asked: Asked, response: Response, record_id: str, kind: Kinds = None, on: date | None = None) -> Any:
    """The ties of a node, each with the node at its other end; of one in another province kind and province alone."""
    shown, found = record_neighbours(
        asked.principal, asked.store, record_id, asked.service.sights, kinds=_known(kind), holds_on=on
    )
    response.headers["Cache-Control"] = NEVER_KEPT
    items = [{"tie": told(one.tie), "node": told(one.node) if one.node else None} for one in found]
    return {"record": told(shown), "items": items}


@router.get("/records/{record_id}/history", summary="History of a record | ประวัติของรายการ")
def history(asked: Asked, response: Response, record_id: str) -> Any:
    """All versions, oldest first: who made each, when, by what, and which fields it changed."""
    versions = record_versions(asked.principal, asked.store, record_id, asked.service.sights)
    response.headers["Cache-Control"] = NEVER_KEPT
    return {
        "items": [
            {
                "record": told(one.shown),
                "by": entry_as_plain(one.entry),
                "changed": {name: list(values) for name, values in one.changed.items()},
                "removed_by": entry_as_plain(one.removed_by) if one.removed_by else None,
            }
            for one in versions
        ]
    }


def told(shown: Shown) -> dict[str, Any]:
    """A record as it is told: its fields beside what names it."""
    return {
        "id": shown.id,
        "kind": shown.kind,
        "province": shown.province,
        "version": shown.version,
        "name": shown.name,
        "fields": dict(shown.fields),
        "names": dict(shown.names),
        "masked": {field: one._asdict() for field, one in shown.masked.items()},
    }


def _written(asked: Asking, response: Response, written: Written) -> dict[str, Any]:
    """What was written, and as what it is seen: who may write it sees it, unless it moved out of sight."""
    done = {"revision": written.revision, "change_set": written.change_set}
    shown = written.shown
    if shown is None:
        return done
    response.headers["ETag"] = version_tag(shown.version, shown.id, asked.sight)
    return {**told(shown), **done}


def _known(kinds: list[str] | None) -> tuple[str, ...]:
    """The kinds asked for; one that there is not would find nothing, which reads as an answer."""
    for one in kinds or ():
        if one not in RECORD_TYPES:
            raise UsageError("api.no_such_kind", kind=one[:60], known=", ".join(sorted(RECORD_TYPES)))
    return tuple(kinds or ())


def _condition(text: str) -> Condition:
    field, _, rest = text.partition(":")
    test, _, value = rest.partition(":")
    if not field or test not in set(Comparison):
        raise UsageError("api.no_such_condition", given=text[:200], tests=", ".join(Comparison))
    comparison = Comparison(test)
    values = tuple(value.split(",")) if comparison is Comparison.ONE_OF else (value,) if value else ()
    return Condition(field, comparison, values)
