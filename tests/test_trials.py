"""The two sizes of the suite."""

import pytest

from tests.trials import NIGHTLY, trials


def test_make_test_tries_the_small_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NIGHTLY, raising=False)
    assert trials(200, 2_000) == 200


def test_the_nightly_run_tries_the_long_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NIGHTLY, "1")
    assert trials(200, 2_000) == 2_000
