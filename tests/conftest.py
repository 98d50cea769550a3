"""What every test has around it: no network, no chance, and a real browser for those that ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.browser import CHROMIUM, CutContext, chromium_path, cut_context, running_chromium
from tests.network_guard import network_refused
from tests.optional_parts import part_missing
from tests.trials import trials

# No deadline: a slow machine is not a wrong result. `make test` repeats the same examples on every run; the nightly run
# looks for new ones and prints how to repeat what it finds.
settings.register_profile(
    "test", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "nightly", settings.get_profile("test"), derandomize=False, print_blob=True, max_examples=2_000
)
settings.load_profile(("test", "nightly")[trials(0, 1)])


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with network_refused():
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium, started once for the whole run."""
    path = chromium_path()
    if path is None:
        part_missing("chromium", f"install Chromium, Chrome or Edge, or name one in {CHROMIUM}")
    with running_chromium(path) as browser:
        yield browser


@pytest.fixture
def cut_browser(chromium: Browser) -> Iterator[CutContext]:
    """Pages without a network; `refused` lists what they asked for nonetheless."""
    with cut_context(chromium) as cut:
        yield cut
