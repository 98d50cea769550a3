"""Undoing, ending, merging, and who did what."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from network_service.api.asking import Asked
from network_service.operations.change_sets import change_sets
from network_service.operations.correction_report import (
    end_as_plain,
    entry_as_plain,
    merge_as_plain,
    undo_as_plain,
)
from network_service.operations.duplicates_report import as_plain as duplicates_as_plain
from network_service.operations.end_record import end_record
from network_service.operations.find_duplicates import find_duplicates
from network_service.operations.merge_records import merge_records
from network_service.operations.undo_change_set import undo_change_set
from network_service.operations.unmerge_records import unmerge_records

router = APIRouter(tags=["corrections"])
DryRun = Annotated[bool, Query(description="say what would be written, write nothing")]


class Ending(BaseModel):
    """The last day on which a record holds."""

    model_config = ConfigDict(extra="forbid")

    last_day: date = Field(examples=["2026-09-30"])
    with_ties: bool = Field(default=False, description="end its open ties on the same day")


class Merging(BaseModel):
    """The record that is kept, and why the two are one."""

    model_config = ConfigDict(extra="forbid")

    into: str = Field(min_length=1, max_length=500, description="id of the record that is kept")
    reason: str | None = Field(default=None, max_length=4_000)


@router.get("/changes", summary="The last change sets | รายการเปลี่ยนแปลงล่าสุด")
def last_changes(asked: Asked, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Any:
    """Who did what when, the newest first; never a value of a record."""
    return {"items": [entry_as_plain(one) for one in change_sets(asked.principal, asked.store, limit=limit)]}


@router.post("/changes/{change_set}/undo", summary="Take a change set back | ย้อนการเปลี่ยนแปลง")
def undo(asked: Asked, change_set: str, dry_run: DryRun = False) -> Any:
    """Every record that it changed is again as it was; conflicts are told, and then nothing is written."""
    return undo_as_plain(undo_change_set(asked.principal, asked.store, change_set, dry_run=dry_run))


@router.post("/records/{record_id}/end", summary="End a record | สิ้นสุดรายการ")
def end(asked: Asked, record_id: str, ending: Ending, dry_run: DryRun = False) -> Any:
    """Let a record hold until a day, that day included."""
    report = end_record(
        asked.principal, asked.store, record_id, ending.last_day, with_ties=ending.with_ties, dry_run=dry_run
    )
    return end_as_plain(report)


@router.post("/records/{record_id}/merge", summary="Merge a record into another | รวมรายการซ้ำ")
def merge(asked: Asked, record_id: str, merging: Merging, dry_run: DryRun = False) -> Any:
    """Ties, fields and names of the first become those of the one that is kept; it can be taken back."""
    report = merge_records(
        asked.principal, asked.store, record_id, merging.into, reason=merging.reason, dry_run=dry_run
    )
    return merge_as_plain(report)


@router.post("/records/{record_id}/unmerge", summary="Take a merging back | แยกรายการที่รวมไว้")
def unmerge(asked: Asked, record_id: str, dry_run: DryRun = False) -> Any:
    """Make two records of what was merged, where nothing that happened since stands against it."""
    return undo_as_plain(unmerge_records(asked.principal, asked.store, record_id, dry_run=dry_run))


@router.get("/provinces/{code}/duplicates", summary="Probable duplicates | รายการที่อาจซ้ำ")
def duplicates(asked: Asked, code: str) -> Any:
    """Pairs of records that are probably one, with what speaks for it."""
    return duplicates_as_plain(
        find_duplicates(
            asked.principal, asked.store, asked.store.application, day=asked.service.today(), province=code.upper()
        )
    )
