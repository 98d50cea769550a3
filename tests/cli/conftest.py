"""The command line as a user has it: the real program, a store of its own, no settings from outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from network_service.cli.main import app
from network_service.reference.sample_province import sample_workbook
from network_service.settings import PREFIX, Settings

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command against a store in this test's own folder; answers what it printed and its exit status."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setenv("NETWORK_SERVICE_STORE", f"sqlite:///{(tmp_path / 'store.sqlite').as_posix()}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def invoke(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample province's workbook."""
    path = tmp_path_factory.mktemp("sample") / "TH-98.xlsx"
    with sample_workbook() as workbook:
        path.write_bytes(workbook.read_bytes())
    return path
