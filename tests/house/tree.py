"""The repository as its own material: which files it holds, and its Python source as parsed modules."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENDORED = ROOT / "visualizations" / "vendored"
# What the wheel ships; `queries` holds no Python.
SHIPPED = ("network_service", "visualizations")
# Generated or fetched, never part of the house; only asked where git is not (an unpacked archive).
_GENERATED = frozenset({".venv", ".cache", "build", "dist", "demo-output", "__pycache__", "node_modules"})


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file of the repository, new ones included, ignored ones not; by path."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
        found = (ROOT / name for name in listed.split("\0") if name)
    except (FileNotFoundError, subprocess.CalledProcessError):
        found = (path for path in ROOT.rglob("*") if not _GENERATED.intersection(path.relative_to(ROOT).parts))
    return tuple(sorted(path for path in found if path.is_file()))


def own_text_files() -> Iterator[tuple[str, str]]:
    """Name and text of each file written here: no vendored file, no binary one, not the licence's text."""
    for path in tracked_files():
        if path.is_relative_to(VENDORED) or path.name == "LICENSE":
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@dataclass(frozen=True)
class Module:
    """One Python file of the repository."""

    path: Path

    @property
    def place(self) -> str:
        """Where it is, as a message says it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """Its dotted name; a package's is that of its folder."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def text(self) -> str:
        """Its source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, filename=self.place)

    def imports(self) -> Iterator[tuple[str, int]]:
        """What it imports, wherever it does: `from a import b` counts as `a.b`, as b may be a module."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files below the named folders of the repository; of the whole, if none is named."""
    within = [ROOT / folder for folder in folders] or [ROOT]
    return tuple(
        Module(path)
        for path in tracked_files()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in within)
    )
