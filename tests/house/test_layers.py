"""Imports point one way. `lint-imports` holds the whole order; this states its rules again, from the source alone."""

from __future__ import annotations

import ast
import graphlib
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT, SHIPPED, Module, modules

# From the ground up; rooms of one line are siblings. A room that is not built yet breaks nothing.
LEVELS = (
    ("errors", "messages"),
    ("domain",),
    ("reference",),
    ("ingest", "store"),
    ("snapshot",),
    ("analysis",),
    ("process",),
    ("findings",),
    ("advice",),
    ("maps",),
    ("documents",),
    ("operations",),
    ("settings",),
    ("bootstrap",),
    ("api", "web"),
    ("app",),
    ("cli", "notebook"),
    ("__main__",),
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
ENGINES = frozenset({"igraph", "networkit", "networkx", "rustworkx"})
# Where an engine may be named: the engine room, and the one file that hands researchers their usual object.
ENGINE_ROOMS = ("network_service.analysis.engine", "network_service.snapshot.to_networkx")
DOORS = ("api", "web", "cli", "notebook")
# Extras that a user may install: their libraries are imported where they are used, and their absence is told.
FOR_USERS = ("large", "parquet", "notebook")


def room(name: str) -> str | None:
    """The room of `network_service` a dotted name lies in."""
    parts = name.split(".")
    return parts[1] if parts[0] == "network_service" and len(parts) > 1 else None


def imports_within(package: str) -> list[tuple[Module, str, int]]:
    """Every import that a module of the package makes: importer, imported, line."""
    return [(module, imported, line) for module in modules(package) for imported, line in module.imports()]


def between_rooms() -> list[tuple[str, str, str]]:
    """Importing room, imported room and place of every import that leaves a room of `network_service`."""
    return [
        (importer, imported, f"{module.place}:{line}")
        for module, name, line in imports_within("network_service")
        if (importer := room(module.name)) and (imported := room(name)) in LEVEL and importer != imported
    ]


def test_every_room_has_its_level() -> None:
    assert {room(module.name) for module in modules("network_service")} - {None} <= LEVEL.keys()


def test_no_import_goes_up() -> None:
    assert [step for step in between_rooms() if LEVEL[step[0]] < LEVEL[step[1]]] == []


def test_siblings_do_not_import_each_other() -> None:
    assert [step for step in between_rooms() if LEVEL[step[0]] == LEVEL[step[1]]] == []


def test_no_door_goes_through_another() -> None:
    assert [step for step in between_rooms() if step[0] in DOORS and step[1] in DOORS] == []


def test_only_bootstrap_reads_the_settings() -> None:
    assert [step for step in between_rooms() if step[1] == "settings" and step[0] != "bootstrap"] == []


@pytest.mark.parametrize("leaf", ["visualizations", "queries"])
def test_a_leaf_knows_nothing_of_the_service(leaf: str) -> None:
    imported = {(module.place, name) for module, name, _ in imports_within(leaf)}
    assert {(place, name) for place, name in imported if name.partition(".")[0] == "network_service"} == set()


@pytest.mark.parametrize("package", SHIPPED)
def test_no_modules_import_each_other_in_a_circle(package: str) -> None:
    names = {module.name for module in modules(package)}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for module, imported, _ in imports_within(package):
        target = imported if imported in names else imported.rpartition(".")[0]
        if target in names and target != module.name:
            graph[module.name].add(target)
    circle: list[str] = []
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        circle = error.args[1]
    assert circle == []


def test_only_the_engine_room_names_a_graph_engine() -> None:
    strangers = {
        module.place
        for module, imported, _ in imports_within("network_service")
        if imported.partition(".")[0] in ENGINES and not module.name.startswith(ENGINE_ROOMS)
    }
    assert strangers == set()


NAMED_OTHERWISE = {"argon2-cffi": "argon2"}
"""Distributions whose module has another name."""


def test_what_is_shipped_imports_only_what_it_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in FOR_USERS for line in extras[extra])]
    declared = {canonicalize_name(Requirement(line).name) for line in wanted}
    known = declared | {canonicalize_name(name) for name in (*sys.stdlib_module_names, *SHIPPED)}
    known |= {module for name, module in NAMED_OTHERWISE.items() if name in declared}
    undeclared = {
        f"{module.place}:{line} {imported}"
        for package in SHIPPED
        for module, imported, line in imports_within(package)
        if canonicalize_name(imported.partition(".")[0]) not in known
    }
    assert undeclared == set()


def test_what_only_an_extra_brings_is_imported_where_it_is_used() -> None:
    # An engine's file stands for the engine: the table imports it when there is work, and goes on without it.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = {
        canonicalize_name(Requirement(line).name)
        for name in FOR_USERS
        for line in project["optional-dependencies"][name]
    }
    extra -= {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    at_once = {
        f"{module.place}:{node.lineno}"
        for module in modules(*SHIPPED)
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name,)
        if canonicalize_name(name.partition(".")[0]) in extra and not module.name.startswith(ENGINE_ROOMS[0])
    }
    assert at_once == set()
