"""The check of a whole network as plain data, for machines."""

from typing import Any

from network_service.domain.integrity.violation import Violation, Weight
from network_service.messages import Messages
from network_service.operations.check_network import NetworkCheck


def as_plain(check: NetworkCheck, words: Messages) -> dict[str, Any]:
    """Counts and every violation, with sentences in one language."""
    return {
        "province": check.province,
        "as_of": check.day.isoformat(),
        "revision": check.revision,
        "records": len(check.records),
        "unsound": list(check.unsound),
        "contradictions": len(check.of(Weight.CONTRADICTION)),
        "doubts": len(check.of(Weight.DOUBT)),
        "violations": [_plain(one, check, words) for one in check.violations],
        "due": [
            {
                "code": one.code,
                "id": one.record.id,
                "name": check.name(one.record.id),
                "day": one.day.isoformat(),
                "days_left": (one.day - check.day).days,
            }
            for one in check.due
        ],
    }


def _plain(violation: Violation, check: NetworkCheck, words: Messages) -> dict[str, Any]:
    fault = check.fault(violation)
    return {
        "code": violation.code,
        "weight": violation.weight.value,
        "id": violation.record_id,
        "kind": check.records[violation.record_id].kind,
        "name": check.name(violation.record_id),
        "field": violation.field,
        "others": [
            {"id": spot.record_id, "field": spot.field, "name": check.name(spot.record_id)} for spot in violation.others
        ],
        "message": fault.sentence(words),
        "cure": fault.cure(words),
    }
