"""How the source is kept: short files, short functions, names that say what is inside, every public thing explained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import ROOT, SHIPPED, Module, modules, own_text_files, tracked_files

FILE_CEILING = 400
FUNCTION_CEILING = 60
# A file is named after its idea. These name none; everything ends up in them.
DRAWERS = frozenset(
    (
        *("common", "commons", "helper", "helpers", "lib", "manager", "misc", "miscellaneous", "models", "service"),
        *("services", "shared", "stuff", "tools", "util", "utilities", "utils"),
    )
)
EXPLAINED = (*SHIPPED, "benchmarks", "docs")
# Written in pieces, so that this file does not hold what it looks for.
LOOSE_ENDS = re.compile(
    "|".join((r"\bTO" + "DO", "FIX" + "ME", "Not" + "ImplementedError", r"pragma: " + "no cover", r"mark\." + "skip"))
)
LEAVING_OUT = re.compile(r"pytest\." + "skip" + r"\(|import" + "orskip")

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def length_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end; the contract in the docstring is not work, and may be as long as it must."""
    assert function.end_lineno is not None
    whole = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is None or first.end_lineno is None:
        return whole
    return whole - (first.end_lineno - first.lineno + 1)


def public_definitions(scope: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """Functions, classes and methods without a leading underscore; what is inside a function is its own business."""
    for node in ast.iter_child_nodes(scope):
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)) or node.name.startswith("_"):
            continue
        decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
        if decorators & {"overload", "override", "setter"}:
            continue  # explained where it is first declared
        yield f"{prefix}{node.name}", node
        if isinstance(node, ast.ClassDef):
            yield from public_definitions(node, f"{prefix}{node.name}.")


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.place)
def test_file_and_functions_stay_short(module: Module) -> None:
    assert len(module.text.splitlines()) <= FILE_CEILING
    functions = (node for node in ast.walk(module.tree) if isinstance(node, FUNCTIONS))
    long = {node.name: length for node in functions if (length := length_without_docstring(node)) > FUNCTION_CEILING}
    assert long == {}


def test_no_file_or_folder_is_a_drawer() -> None:
    stems = {path: {path.stem, *path.relative_to(ROOT).parts[:-1]} for path in tracked_files() if path.suffix == ".py"}
    assert {path.as_posix() for path, names in stems.items() if names & DRAWERS} == set()


@pytest.mark.parametrize("module", modules(*EXPLAINED), ids=lambda module: module.place)
def test_every_public_name_is_explained(module: Module) -> None:
    silent = [name for name, node in public_definitions(module.tree) if not ast.get_docstring(node)]
    if not ast.get_docstring(module.tree) and module.tree.body:
        silent.append("the module itself")
    assert silent == []


def test_nothing_is_left_for_later() -> None:
    assert [name for name, text in own_text_files() if name.endswith(".py") and LOOSE_ENDS.search(text)] == []


def test_only_a_missing_optional_part_leaves_a_test_out() -> None:
    places = {name for name, text in own_text_files() if name.endswith(".py") and LEAVING_OUT.search(text)}
    assert places == {"tests/optional_parts.py"}
