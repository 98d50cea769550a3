"""The files of others are what their makers published, listed, licensed, and small enough to carry."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from tests.house.tree import VENDORED

PACKAGES: list[dict[str, Any]] = json.loads((VENDORED / "manifest.json").read_text(encoding="utf-8"))["packages"]
FILES: dict[str, str] = {entry["file"]: entry["sha256"] for package in PACKAGES for entry in package["files"]}
# Licences that go with GPL-3.0-or-later.
COMPATIBLE = frozenset({"Apache-2.0 OR MIT", "MIT", "ISC", "BSD-3-Clause", "OFL-1.1"})


def test_every_vendored_file_is_listed() -> None:
    present = {path.relative_to(VENDORED).as_posix() for path in VENDORED.rglob("*") if path.is_file()}
    assert present == {*FILES, "manifest.json"}


@pytest.mark.parametrize("file", FILES)
def test_a_vendored_file_is_unchanged(file: str) -> None:
    assert hashlib.sha256((VENDORED / file).read_bytes()).hexdigest() == FILES[file]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_a_vendored_package_says_what_it_is_and_carries_its_licence(package: dict[str, Any]) -> None:
    assert package["licence"] in COMPATIBLE
    assert package["version"]
    assert package["purpose"]
    licences = [entry["file"] for entry in package["files"] if "LICENSE" in entry["file"]]
    assert licences
    assert all((VENDORED / name).stat().st_size > 500 for name in licences)


def test_fonts_are_fonts() -> None:
    fonts = [VENDORED / name for name in FILES if name.endswith(".woff2")]
    assert len(fonts) == 4
    assert {font.read_bytes()[:4] for font in fonts} == {b"wOF2"}
