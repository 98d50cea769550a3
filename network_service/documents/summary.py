"""`summary.json`: what each file of an analysis was made from, so that every figure can be made again."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from network_service import __version__
from network_service.analysis.measures import Measures
from network_service.analysis.result import Method
from network_service.documents.tables.table import Table
from network_service.findings.finding import Finding, Severity
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot

Plain = dict[str, Any]

NETWORK_MEASURES = ("density", "density_directed", "reciprocity")
"""Measures of the whole network that are one number."""


def about_snapshot(snapshot: Snapshot) -> Plain:
    """The snapshot a figure was made from: network, lens, revision, hash, and how much the lens hid."""
    return {
        "program": f"network-service {__version__}",
        "network": list(snapshot.network_names),
        "synthetic": snapshot.synthetic,
        "revision": snapshot.revision,
        "snapshot": snapshot.content_hash,
        "lens": snapshot.lens.model_dump(mode="json"),
        "hidden_by_lens": asdict(snapshot.hidden),
    }


def summary(
    snapshot: Snapshot,
    measures: Measures,
    findings: Sequence[Finding],
    found_on: Snapshot,
    *,
    thresholds: Thresholds,
    layout_seed: int,
    files: Collection[str],
    tables: Sequence[Table] = (),
) -> Plain:
    """What was made, from what, how: the content of `summary.json`, for the files that were written."""
    return {
        **about_snapshot(snapshot),
        "size": {
            "actors": len(snapshot.actors),
            "ties_undirected": len(snapshot.undirected),
            "ties_directed": len(snapshot.directed),
            "actors_by_sector": dict(sorted(Counter(s or "unknown" for s in snapshot.actors.sectors).items())),
        },
        "network_measures": _network_measures(measures),
        "findings": {
            "total": len(findings),
            "by_severity": {s.value: sum(f.severity is s for f in findings) for s in Severity},
        },
        "files": {
            name: made
            for name, made in {
                **_of_tables(snapshot, tables),
                **_files(snapshot, measures, found_on, thresholds, layout_seed),
            }.items()
            if name in files
        },
    }


def write_summary(path: Path, told: Mapping[str, Any]) -> None:
    """Write the summary as JSON, UTF-8."""
    path.write_text(
        json.dumps(told, ensure_ascii=False, indent=2, default=_plain) + "\n", encoding="utf-8", newline="\n"
    )


def _network_measures(measures: Measures) -> Plain:
    e_i, coverage = measures.e_i_index, measures.sector_pair_coverage
    told: Plain = {
        name: {"value": measure.value, "reason": measure.reason, "method": _method(measure.method)}
        for name in NETWORK_MEASURES
        for measure in (getattr(measures, name),)
    }
    # An E-I index alone misleads: it may look outward where every inside pair is tied and few outside pairs are.
    told["e_i_index"] = {
        "value": e_i.value,
        "reason": e_i.reason,
        "external": e_i.external,
        "internal": e_i.internal,
        "internal_density": e_i.internal_density,
        "external_density": e_i.external_density,
        "left_out": e_i.left_out,
        "method": _method(e_i.method),
    }
    told["sector_pair_coverage"] = {
        "value": coverage.value,
        "reason": coverage.reason,
        "pairs": coverage.pairs,
        "unconnected": coverage.unconnected,
        "method": _method(coverage.method),
    }
    matrix = measures.mixing_matrix
    told["mixing_matrix"] = {"sectors": matrix.sectors, "arcs": matrix.arcs, "method": _method(matrix.method)}
    told["components"] = {
        "sizes": [len(part) for part in measures.components.parts],
        "method": _method(measures.components.method),
    }
    return told


def _files(
    snapshot: Snapshot, measures: Measures, found_on: Snapshot, thresholds: Thresholds, layout_seed: int
) -> Plain:
    """Each file with lens, revision, hash, methods, parameters and seed."""
    origin = _origin(snapshot)
    findings = {
        **_origin(found_on),
        "methods": ["finding rules over the measures below"],
        "parameters": asdict(thresholds),
        "seed": None,
    }
    return {
        "centrality.csv": {
            **origin,
            "methods": {
                name: _method(measure.method) | {"reason": measure.reason}
                for name, measure in measures.of_actors.items()
            },
            "seed": None,
        },
        "findings.csv": findings,
        "findings.json": findings,
        "findings.xlsx": findings,
        "report.html": {**findings, "methods": ["measures, readiness and findings as in the tables"]},
        "codebook.md": {**origin, "methods": ["the columns of the tables"], "seed": None},
        "map.html": {
            **origin,
            "methods": {"size": _method(measures.betweenness.method), "layout": "grouped by sector, positions kept"},
            "parameters": {"required_sectors": thresholds.required_sectors},
            "seed": layout_seed,
        },
    }


def _of_tables(snapshot: Snapshot, tables: Sequence[Table]) -> Plain:
    """Each table, in either form, with how its figures were made; of several methods of one measure all."""
    return {
        f"{table.name}.{form}": {
            **_origin(snapshot),
            "rows": len(table.rows),
            "methods": [_method(method) for method in table.methods],
            "seed": None,
        }
        for table in tables
        for form in ("csv", "parquet")
    }


def _origin(snapshot: Snapshot) -> Plain:
    return {
        "lens": snapshot.lens.model_dump(mode="json"),
        "revision": snapshot.revision,
        "snapshot": snapshot.content_hash,
    }


def _method(method: Method) -> Plain:
    """The method without the snapshot's hash, which stands beside it already."""
    told = {field.name: getattr(method, field.name) for field in fields(method) if field.name != "snapshot_hash"}
    return {**told, "parameters": dict(method.parameters)}


def _plain(value: object) -> object:
    """What JSON does not know: sets in one order, small records as objects."""
    if isinstance(value, frozenset | set):
        return sorted(value)
    if hasattr(value, "__dataclass_fields__"):
        return asdict(value)  # type: ignore[call-overload]
    return str(value)
