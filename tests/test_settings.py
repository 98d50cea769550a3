"""Every setting is documented with its default, and one that cannot be used is named."""

import re
from pathlib import Path

import pytest

from network_service import bootstrap
from network_service.errors import UsageError
from network_service.settings import PREFIX, Settings

TABLE = (Path(__file__).parents[1] / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


def test_every_setting_is_in_the_table_and_nothing_else_is():
    documented = set(re.findall(rf"^\| `{PREFIX}(\w+)`", TABLE, re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_the_table_says_the_true_defaults():
    told = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| `([^`]*)` \|", TABLE, re.MULTILINE))
    settings = Settings()
    for name, default in told.items():
        value = getattr(settings, name.lower())
        shown = ",".join(value) if isinstance(value, tuple) else str(value)
        assert shown == default, name


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NETWORK_SERVICE_REQUIRED_SECTORS", "state, citizen,")
    assert bootstrap.read_settings().required_sectors == ("state", "citizen")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANGUAGE", "fr"),
        ("BODY_SECTORS", "0"),
        ("STRENGTH_COVER", "1.5"),
        ("REQUIRED_SECTORS", "state,unheard_of"),
        ("LARGE_AGREEMENT_PARTIES", "ten"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(UsageError) as caught:
        bootstrap.read_settings()
    assert caught.value.parameters["names"] == PREFIX + name


def test_settings_do_not_change_after_they_are_read():
    with pytest.raises(ValueError, match="frozen"):
        Settings().language = "en"
