"""How many random networks a test tries, as its source says."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

_TRIALS = re.compile(r"trials\((?P<small>[\d_]+), (?P<nightly>[\d_]+)\)")
# What hypothesis tries where a test says nothing: its own default, and that of the long run's profile.
_DEFAULT = (100, 2_000)


def source_of(test: str) -> str:
    """The source of a test, `path::name`, with what its decorators name."""
    path, _, name = test.partition("::")
    text = (ROOT / path).read_text(encoding="utf-8")
    tree = ast.parse(text)
    (found,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
    named = {
        node.id for decorator in found.decorator_list for node in ast.walk(decorator) if isinstance(node, ast.Name)
    }
    values = [
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(at, ast.Name) and at.id in named for at in node.targets)
    ]
    first = min([found.lineno, *(decorator.lineno for decorator in found.decorator_list)])
    return "\n".join([*values, *text.splitlines()[first - 1 : found.end_lineno]])


def trials_of(test: str) -> str:
    """Networks in every run, and in the long run."""
    found = _TRIALS.search(source_of(test))
    small, nightly = map(int, found.groups()) if found else _DEFAULT
    return f"{small:,} / {nightly:,}"
