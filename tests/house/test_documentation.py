"""What the documents promise is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import network_service
from tests.house.tree import ROOT, own_text_files

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")


def read(name: str) -> str:
    """The text of a document in the root of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    """The targets a person may call."""
    phony = next(line for line in read("Makefile").splitlines() if line.startswith(".PHONY:"))
    return set(phony.removeprefix(".PHONY:").split())


def test_the_newest_heading_of_the_changelog_is_the_version() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == network_service.__version__


def test_the_readme_names_the_two_commands() -> None:
    assert {"make demo", "make test"} <= set(re.findall(r"^\s*(make \w+)", read("README.md"), re.MULTILINE))


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/reliability.md", ".ci/run"])
def test_every_make_target_a_document_names_exists(document: str) -> None:
    assert set(re.findall(r"(?:^\s*|`)make ([a-z]+)", read(document), re.MULTILINE)) <= make_targets()


def test_make_help_names_every_target() -> None:
    named = set(re.findall(r"@echo 'make ([a-z]+)", read("Makefile")))
    assert named == make_targets() - {"help"}


def test_decisions_are_numbered_without_gaps_and_say_what_they_must() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE)[:3] == ["Context", "Decision", "Consequences"], path.name


def test_links_between_documents_lead_somewhere() -> None:
    broken = {
        (name, target)
        for name, text in own_text_files()
        if name.endswith(".md")
        for target in LINK.findall(text)
        if "://" not in target and not ((ROOT / name).parent / Path(target)).exists()
    }
    # The picture is drawn by the demonstration and put in place by hand for each release.
    assert broken - {("README.md", "docs/images/sector_map.png")} == set()


def test_the_licence_is_the_declared_one() -> None:
    assert read("LICENSE").split("\n", 2)[0].strip() == "GNU GENERAL PUBLIC LICENSE"
    assert "Version 3, 29 June 2007" in read("LICENSE")
    assert 'license = "GPL-3.0-or-later"' in read("pyproject.toml")
