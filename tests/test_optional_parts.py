"""An optional part may be missing, but never in silence."""

import pytest

from tests.optional_parts import REQUIRE, part_missing, required_parts


def test_a_missing_part_is_skipped_with_its_name_and_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"'chromium'.*install it"):
        part_missing("chromium", "install it")


def test_a_missing_part_fails_where_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE, "neo4j, chromium")
    with pytest.raises(pytest.fail.Exception, match=r"'chromium'.*install it"):
        part_missing("chromium", "install it")


def test_requiring_one_part_requires_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE, "neo4j,")
    assert required_parts() == {"neo4j"}
    with pytest.raises(pytest.skip.Exception):
        part_missing("chromium", "install it")
