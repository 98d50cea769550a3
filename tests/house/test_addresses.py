"""The house speaks only of itself: no needless address, no path of a machine, no pin with a place to load from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.house.tree import ROOT, own_text_files

# Nothing here is loaded from anywhere: names of formats, sources that can be cited, and names reserved for examples.
ALLOWED_HOSTS = frozenset(
    {
        "doi.org",  # the source of a measure
        "gexf.net",  # XML name of GEXF
        "www.gexf.net",  # XML name of GEXF until its version 1.2
        "graphml.graphdrawing.org",  # XML name of GraphML
        "localhost",
        "127.0.0.1",
        "purl.org",  # XML names of document properties
        "schemas.microsoft.com",  # XML names of Excel
        "schemas.openxmlformats.org",  # XML names of Excel
        "www.w3.org",  # XML names of SVG and XHTML
        "www.yworks.com",  # XML names of what yEd draws in GraphML
    }
)
RESERVED = (".example", ".invalid", ".localhost", ".test", "example.com", "example.net", "example.org")

WITH_SCHEME = re.compile(r"\b(?:https?|wss?|ftp|git|ssh)://(?:[^\s/@\"'`]*@)?([\w.-]*\w)", re.IGNORECASE)
# `host.tld/path` without a scheme.
BARE = re.compile(r"(?<![\w./@-])((?:[a-z0-9-]+\.)+(?:com|dev|edu|io|net|org|th))/", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?:^|[\s\"'`=(:])(/(?:home|root|tmp|Users|work)/\w|[A-Z]:\\\\?Users\\)", re.MULTILINE)

SLASHES = "//"  # kept apart below, so that this file names no address itself
REQUIREMENT_FILES = ("requirements.txt", "requirements-dev.txt")


def hosts(text: str) -> set[str]:
    """The hosts a text names by address."""
    return {match.group(1).lower() for pattern in (WITH_SCHEME, BARE) for match in pattern.finditer(text)}


def pins(file: str) -> dict[str, list[str]]:
    """Each pinned requirement of a file with its hashes."""
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        found[requirement] = hashes
    return found


def test_no_file_names_an_address_that_is_not_allowed() -> None:
    named = {(name, host) for name, text in own_text_files() for host in hosts(text)}
    assert {(n, h) for n, h in named if h not in ALLOWED_HOSTS and not h.endswith(RESERVED)} == set()


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (f"see https:{SLASHES}Else.Where:8443/x", "else.where"),
        (f"ftp:{SLASHES}user@a.b", "a.b"),
        (f"from cdn.some.net{SLASHES[0]}lib.js", "cdn.some.net"),
    ],
)
def test_an_address_is_recognised(text: str, host: str) -> None:
    assert hosts(text) == {host}


def test_no_file_names_a_path_of_a_machine() -> None:
    assert {(name, hit[1]) for name, text in own_text_files() if (hit := MACHINE_PATH.search(text))} == set()


@pytest.mark.parametrize("file", REQUIREMENT_FILES)
def test_every_requirement_is_pinned_with_hashes(file: str) -> None:
    pinned = pins(file)
    assert len(pinned) > 20
    for line, hashes in pinned.items():
        requirement = Requirement(line)
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], line
        assert requirement.url is None
        assert hashes, line
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), line


@pytest.mark.parametrize("file", REQUIREMENT_FILES)
def test_pins_say_nothing_about_where_to_load_from(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.findall(r"^\s*(?:-[a-z]|--(?!hash=)\S+|#).*$|\S*(?:://|@ )\S*", text, re.MULTILINE) == []


def test_service_and_development_run_on_the_same_versions() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_declared_dependency_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    wanted = {
        "requirements.txt": [*project["dependencies"], *optional["build"]],
        "requirements-dev.txt": [*project["dependencies"], *(line for extra in optional.values() for line in extra)],
    }
    for file, lines in wanted.items():
        pinned = {pin.name: next(iter(pin.specifier)).version for pin in map(Requirement, pins(file))}
        for declared in map(Requirement, lines):
            assert declared.name in pinned, f"{file} lacks {declared.name}: make pins"
            assert declared.specifier.contains(pinned[declared.name]), f"{file}: {declared}"
