"""A comparison as plain data, for machines."""

from dataclasses import asdict
from typing import Any

from network_service.analysis.change.ties import TieChanges
from network_service.documents.findings_table import findings_as_plain
from network_service.findings.change import StillOpen
from network_service.operations.compare_networks import Comparison
from network_service.process.change import ReadinessChange

Plain = dict[str, Any]


def as_plain(comparison: Comparison) -> Plain:
    """All that changed; figures, steps, conditions and factors also where they are as before."""
    structure = comparison.structure
    compared, findings = structure.compared, comparison.findings
    return {
        "province": comparison.province,
        "cause": compared.cause.value,
        "days": [day.isoformat() for day in compared.days],
        "revisions": list(compared.revisions),
        "snapshots": list(compared.hashes),
        "lens_differs": list(compared.lens_differs),
        "synthetic": comparison.synthetic,
        "changed": not comparison.is_empty,
        "actors": asdict(structure.actors),
        "ties": {"all": _ties(structure.ties)} | {layer.value: _ties(ties) for layer, ties in structure.layers.items()},
        "roles": [asdict(one) for one in structure.roles],
        "figures": [{**asdict(one), "difference": one.difference} for one in comparison.figures],
        "actor_moves": {one.measure: asdict(one) for one in comparison.actor_moves},
        "findings": {
            "opened": findings_as_plain(findings.opened),
            "closed": findings_as_plain(findings.closed),
            "still_open": [_still_open(one) for one in findings.still_open],
        },
        "readiness": _readiness(comparison.readiness),
        "file": None if comparison.out is None else str(comparison.out),
    }


def _ties(ties: TieChanges) -> Plain:
    return {"sizes": list(ties.sizes), "changes": [asdict(one) for one in ties.changes]}


def _still_open(one: StillOpen) -> Plain:
    return {"id": one.after.id, "severity": [one.before.severity.value, one.after.severity.value]}


def _readiness(change: ReadinessChange) -> Plain:
    return {
        "steps": [
            {
                "code": step.after.code,
                "states": list(step.states),
                "conditions": [
                    {
                        "code": one.after.code,
                        "states": list(one.states),
                        "values": [one.before.value, one.after.value],
                    }
                    for one in step.conditions
                ],
            }
            for step in change.steps
        ],
        "factors": [
            {
                "code": factor.after.code,
                "statuses": list(factor.states),
                "scores": [factor.before.score, factor.after.score],
                "difference": factor.difference,
            }
            for factor in change.factors
        ],
    }
