"""Corrections, histories and change sets as plain data, for machines."""

from collections.abc import Mapping
from typing import Any

from network_service.operations.correction import Correction
from network_service.operations.end_record import EndReport
from network_service.operations.merge_records import MergeReport
from network_service.operations.plan import FieldChange, PlannedChange
from network_service.operations.record_history import HistoryReport
from network_service.operations.record_names import called
from network_service.operations.undo_change_set import UndoReport
from network_service.store.change import AuditEntry


def entry_as_plain(entry: AuditEntry) -> dict[str, Any]:
    """A change set as the audit tells of it."""
    return {
        "change_set": entry.change_set,
        "revision": entry.revision,
        "at": entry.at.isoformat(),
        "principal": entry.principal,
        "operation": entry.operation,
        "about": dict(entry.about),
        "records": len(entry.record_ids),
    }


def undo_as_plain(report: UndoReport) -> dict[str, Any]:
    """What was taken back, or what stands in the way."""
    return {
        "undone": entry_as_plain(report.entry),
        **_correction(report.correction),
        "conflicts": [
            {
                "code": conflict.code,
                "id": conflict.record.id,
                "kind": conflict.record.kind,
                "name": called(conflict.record, report.names),
                "by": entry_as_plain(conflict.by),
            }
            for conflict in report.conflicts
        ],
    }


def end_as_plain(report: EndReport) -> dict[str, Any]:
    """What ended, and how many ties stay open."""
    return {
        "id": report.record.id,
        "last_day": report.last_day.isoformat(),
        **_correction(report.correction),
        "open_ties": report.open_ties,
        "left": report.left,
    }


def merge_as_plain(report: MergeReport) -> dict[str, Any]:
    """What a merge changed, and in what the two records differed."""
    plan = report.plan
    return {
        "gone": report.gone.id,
        "kept": report.kept.id,
        **_correction(report.correction),
        "differing": _fields(plan.differing),
        "said_twice": [
            {"gone": one.gone.id, "stays": one.stays.id, "fields": _fields(one.fields)} for one in plan.said_twice
        ],
    }


def history_as_plain(report: HistoryReport) -> list[dict[str, Any]]:
    """Each record's steps, oldest first."""
    return [
        {
            "id": history.record.id,
            "kind": history.record.kind,
            "name": called(history.record, report.names),
            "steps": [
                {**entry_as_plain(step.entry), "action": step.action, "fields": _fields(step.fields)}
                for step in history.steps
            ],
        }
        for history in report.histories
    ]


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "changes": [_change(change, correction.names) for change in correction.changes],
        "revision": correction.revision,
        "change_set": correction.change_set or None,
    }


def _change(change: PlannedChange, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "action": change.action,
        "id": change.record.id,
        "kind": change.record.kind,
        "name": called(change.record, names),
        "fields": _fields(change.fields),
    }


def _fields(fields: tuple[FieldChange, ...]) -> dict[str, list[object]]:
    return {field.field: [field.before, field.after] for field in fields}
