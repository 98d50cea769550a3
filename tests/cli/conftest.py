"""The command line as a user has it: the real program, a store of its own, no settings from outside."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from examples.sample_province import sample_records
from network_service.cli.main import app
from network_service.documents.workbook_export import write_workbook
from network_service.settings import PREFIX, Settings

Run = Callable[..., Result]


def invoke(*arguments: str | Path) -> Result:
    """Run a command; an exception that a user would see as a stack trace fails the test."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands against a store in this test's own folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setenv("NETWORK_SERVICE_STORE", f"sqlite:///{(tmp_path / 'store.sqlite').as_posix()}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return invoke


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample province as one workbook, as it stands on its day."""
    path = tmp_path_factory.mktemp("sample") / "TH-98.xlsx"
    write_workbook(path, sample_records(), "th")
    return path


@pytest.fixture(scope="session")
def imported(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample in it, imported once; tests that write take `run_on_sample`."""
    path = tmp_path_factory.mktemp("imported") / "store.sqlite"
    assert invoke("import", sample, "--store", f"sqlite:///{path}").exit_code == 0
    return path


@pytest.fixture
def run_on_sample(run: Run, imported: Path, tmp_path: Path) -> Run:
    """Run commands against a copy of the store that holds the sample."""
    shutil.copyfile(imported, tmp_path / "store.sqlite")
    return run
