"""Parts a machine may lack (a browser, a database server): skipped by name, unless they are declared required."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

REQUIRE = "NETWORK_SERVICE_REQUIRE"


def required_parts() -> frozenset[str]:
    """The parts named, with commas between them, in the environment: without these a run is a failure."""
    return frozenset(part.strip() for part in os.environ.get(REQUIRE, "").split(",") if part.strip())


def part_missing(part: str, remedy: str) -> NoReturn:
    """Leave the asking test out by name, or fail it where the part is required. The suite skips nowhere else."""
    reason = f"optional part {part!r} is not on this machine: {remedy}"
    if part in required_parts():
        pytest.fail(f"{reason} ({REQUIRE} asks for it)", pytrace=False)
    pytest.skip(reason)
