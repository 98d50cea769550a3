"""An import's report as plain data, for machines."""

from typing import Any

from network_service.messages import Messages
from network_service.operations.import_network import ImportReport
from network_service.operations.plan import Action, PlannedChange
from network_service.operations.record_names import called


def as_plain(report: ImportReport, words: Messages) -> dict[str, Any]:
    """Counts, faults and changes; sentences in one language, records by id, kind and name."""
    imported = report.imported
    changes = {
        told: [_change(change, report) for change in report.plan.of(action)]
        for action, told in ((Action.ADD, "added"), (Action.CHANGE, "changed"), (Action.END, "ended"))
    }
    return {
        "province": report.province,
        "file_sha256": report.file_sha256,
        "rows": {"read": imported.read, "accepted": imported.accepted, "refused": imported.refused},
        "sheets": [
            {"sheet": c.sheet, "read": c.read, "accepted": c.accepted, "refused": c.refused, "examples": c.examples}
            for c in imported.counts
        ],
        "notes": [note.sentence(words) for note in imported.notes],
        "faults": [
            {
                "code": fault.code,
                "sheet": fault.sheet,
                "row": fault.row,
                "column": fault.column,
                "cell": fault.cell,
                "value": fault.value,
                "message": fault.sentence(words),
                "cure": fault.cure(words),
                "consequence": fault.is_consequence,
            }
            for fault in imported.faults
        ],
        "faults_not_listed": imported.faults_not_listed,
        "marked_copy": str(report.marked_copy) if report.marked_copy is not None else None,
        **changes,
        "unchanged": report.plan.unchanged,
        "left": [{"id": left.id, "kind": left.kind, "name": called(left, report.names)} for left in report.plan.left],
        "written": report.written,
        "revision": report.revision,
    }


def _change(change: PlannedChange, report: ImportReport) -> dict[str, Any]:
    place = report.imported.places.get(change.record.id)
    return {
        "id": change.record.id,
        "kind": change.record.kind,
        "name": called(change.record, report.names),
        "sheet": place.sheet if place else None,
        "row": place.row if place else None,
        "fields": {field.field: [field.before, field.after] for field in change.fields},
    }
