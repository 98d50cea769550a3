"""A real Chromium that is already on the machine, and pages in it whose network is cut."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

CHROMIUM = "NETWORK_SERVICE_TEST_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)

# No sandbox and no GPU: build machines run as root in containers. The rest keeps the browser from calling its maker.
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# What a page may load: itself and what it carries.
LOCAL_SCHEMES = frozenset({"file", "data", "blob", "about"})


def chromium_path() -> str | None:
    """The browser named in the environment, else the first of the known names on the path."""
    named = os.environ.get(CHROMIUM)
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def running_chromium(path: str) -> Iterator[Browser]:
    """Run the browser at a path without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(frozen=True)
class CutContext:
    """A browser context without a network: pages see local files only; what else they asked for is listed."""

    context: BrowserContext
    refused: list[str] = field(default_factory=list)

    def page(self) -> Page:
        """Open an empty page."""
        return self.context.new_page()


@contextmanager
def cut_context(browser: Browser) -> Iterator[CutContext]:
    """A fresh context with the network cut twice: offline for the browser, and each request judged by its scheme."""
    context = browser.new_context(locale="th-TH", service_workers="block")
    cut = CutContext(context)

    def answer(route: Route) -> None:
        if urlsplit(route.request.url).scheme in LOCAL_SCHEMES:
            route.continue_()
        else:
            cut.refused.append(route.request.url)
            route.abort()

    context.set_offline(True)
    context.route("**/*", answer)
    yield cut
    context.close()
