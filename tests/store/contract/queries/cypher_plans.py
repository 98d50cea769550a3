"""What a plan of Cypher must not hold: another type than reading, and scans where an index serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

SCANS = ("AllNodesScan", "NodeByLabelScan", "RelationshipTypeScan", "AllRelationshipsScan", "NodeIndexScan")
"""Operators that read all nodes, or all relationships, of a kind: every question has an index to begin with."""
OTHER = ("LoadCSV", "ProcedureCall", "Create", "SetProperty", "Delete", "ShowTransactions", "AdministrationCommand")


def faults_of_plan(query_type: str, plan: Mapping[str, Any]) -> list[str]:
    """What is wrong with the summary of `EXPLAIN`: its query type and its plan as the driver gives them."""
    wrong = [name for name in operators(plan) if any(bad in name for bad in (*SCANS, *OTHER))]
    return wrong if query_type == "r" else [f"query type {query_type}", *wrong]


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    """The names of all operators of a plan, without the database's."""
    yield str(plan["operatorType"]).partition("@")[0]
    for below in plan.get("children", ()):
        yield from operators(below)
