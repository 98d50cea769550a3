"""Every setting is documented with its default, and one that cannot be used is named."""

import re
from pathlib import Path

import pytest

from network_service import bootstrap
from network_service.errors import StoreUnavailable, UsageError
from network_service.process.standards import Standards
from network_service.settings import PREFIX, Settings
from tests.neo4j_server.server import Neo4jServer

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
        shown = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
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
        ("FORMAL_WEIGHTS", "0.5,0.3,0.3"),
        ("CULTURE_WEIGHTS", "0.5,0.3,0.2"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(UsageError) as caught:
        bootstrap.read_settings()
    assert caught.value.parameters["names"] == PREFIX + name


def test_every_standard_of_readiness_is_a_setting(monkeypatch: pytest.MonkeyPatch):
    assert bootstrap.process_standards(bootstrap.read_settings()) == Standards()
    monkeypatch.setenv("NETWORK_SERVICE_CONNECTOR_WEIGHTS", "1, 0, 0")
    monkeypatch.setenv("NETWORK_SERVICE_REQUIRED_SECTORS", "state")
    monkeypatch.setenv("NETWORK_SERVICE_MEETING_MONTHS", "3")
    standards = bootstrap.process_standards(bootstrap.read_settings())
    assert (standards.connector_weights, standards.required_sectors, standards.meeting_months) == (
        (1.0, 0.0, 0.0),
        {"state"},
        3,
    )


def test_settings_do_not_change_after_they_are_read():
    with pytest.raises(ValueError, match="frozen"):
        Settings().language = "en"


ADDRESS = "neo4j://127.0.0.1:7687"


def opening(**settings: object) -> str:
    """The code of the refusal of a server's settings, before anything is sent."""
    with pytest.raises(UsageError) as caught, bootstrap.open_store(bootstrap.read_settings(**settings)):
        pass
    assert "geheim" not in str(caught.value)
    return caught.value.code


def test_a_password_comes_from_a_file_or_a_setting_and_never_from_the_address(tmp_path: Path):
    assert opening(store="neo4j://neo4j:geheim@127.0.0.1:7687") == "settings.password_in_address"
    assert opening(store=ADDRESS) == "settings.password_missing"
    assert opening(store=ADDRESS, neo4j_password_file=tmp_path / "none") == "settings.password_unreadable"
    (tmp_path / "empty").write_text("\n")
    assert opening(store=ADDRESS, neo4j_password_file=tmp_path / "empty") == "settings.password_missing"


def test_a_password_is_in_no_text_of_the_settings_and_no_error(neo4j_server: Neo4jServer):
    settings = bootstrap.read_settings(store=neo4j_server.uri, neo4j_password="geheim")
    assert "geheim" not in f"{settings} {settings!r} {bootstrap._credentials(settings)!r}"
    with pytest.raises(StoreUnavailable, match="login_refused") as caught, bootstrap.open_store(settings):
        pass
    assert "geheim" not in str(caught.value)


def test_a_server_is_opened_by_its_address(empty_neo4j: Neo4jServer, tmp_path: Path):
    (tmp_path / "password").write_text(f"{empty_neo4j.password}\n")
    settings = bootstrap.read_settings(store=empty_neo4j.uri, neo4j_password_file=tmp_path / "password")
    with bootstrap.open_store(settings) as store:
        assert (store.describe()["store"], store.revision()) == ("neo4j", 0)


def test_where_there_is_no_server_it_is_said(tmp_path: Path):
    settings = bootstrap.read_settings(store="bolt://127.0.0.1:9", neo4j_password="x")
    with pytest.raises(StoreUnavailable, match="unreachable"), bootstrap.open_store(settings):
        pass


def test_the_numbers_of_the_rules_are_settings_of_the_same_name():
    given = {"thin_pair_ratio": 0.3, "community_ties": 2, "broker_share": 0.2, "manager_reach": 0.7}
    thresholds = bootstrap.analysis_rules(Settings(**given)).thresholds
    assert {name: getattr(thresholds, name) for name in given} == given
