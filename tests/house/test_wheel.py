"""The wheel works where the repository is not: built here, installed elsewhere, used from a third place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import textwrap
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import network_service
from tests.house.tree import ROOT, SHIPPED, tracked_files


@dataclass(frozen=True)
class Installation:
    """A wheel and an environment of its own that it is installed in."""

    wheel: Path
    scripts: Path
    away: Path

    def run(self, *command: str) -> str:
        """Run a program of the environment from a folder that has nothing to do with the repository."""
        program = self.scripts / command[0]
        done = subprocess.run(
            [program, *command[1:]],
            cwd=self.away,
            env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, source: str) -> str:
        """Run a few lines of Python in the environment."""
        return self.run("python", "-W", "error", "-c", textwrap.dedent(source)).strip()


def build_wheel(folder: Path) -> Path:
    """Build the wheel with what is installed: no isolated environment, no network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    home = tmp_path_factory.mktemp("elsewhere")
    wheel = build_wheel(home / "dist")
    venv.create(home / "environment", symlinks=sys.platform != "win32", with_pip=False)
    prefix = {"base": str(home / "environment"), "platbase": str(home / "environment")}
    packages = Path(sysconfig.get_path("purelib", "venv", prefix))
    # The libraries are those of this environment, as a plain path: its own link files, the editable project's among
    # them, are not followed from there.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = Path(sysconfig.get_path("scripts", "venv", prefix)) / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--ignore-installed", str(wheel)], check=True, cwd=home)
    away = home / "working-folder"
    away.mkdir()
    return Installation(wheel, python.parent, away)


def test_the_wheel_holds_the_packages_whole_and_nothing_beside_them(installed: Installation) -> None:
    own = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    expected = {name for name in own if name.startswith(tuple(f"{package}/" for package in SHIPPED))}
    expected |= {f"network_service/{name}" for name in own if name.startswith("queries/")}
    with zipfile.ZipFile(installed.wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_the_licences_travel_with_the_wheel(installed: Installation) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        licences = {name.partition("/licenses/")[2] for name in archive.namelist() if "/licenses/" in name}
    vendored = "visualizations/vendored"
    assert {"LICENSE", f"{vendored}/sarabun/LICENSE", f"{vendored}/vis-network/LICENSE-MIT"} <= licences


def test_the_installed_package_is_the_one_that_is_imported(installed: Installation) -> None:
    found = installed.python("import network_service as n; print(n.__version__, n.__file__)")
    version, _, place = found.partition(" ")
    assert version == network_service.__version__
    assert Path(place).is_relative_to(installed.scripts.parent)


def test_the_query_library_is_inside_the_package_and_nowhere_else(installed: Installation) -> None:
    source = """
        import importlib.util, json
        from importlib.resources import files
        folder = files("network_service") / "queries"
        subjects = [entry for entry in folder.iterdir() if entry.is_dir()]
        names = [f"{subject.name}/{query.name}" for subject in subjects for query in subject.iterdir()]
        print(json.dumps([importlib.util.find_spec("queries") is None, sorted(names)]))
    """
    nowhere_else, names = json.loads(installed.python(source))
    assert nowhere_else
    assert names == sorted(path.relative_to(ROOT / "queries").as_posix() for path in (ROOT / "queries").glob("*/*"))


def test_the_vendored_files_are_found(installed: Installation) -> None:
    source = """
        from importlib.resources import files
        vendored = files("visualizations") / "vendored"
        print((vendored / "sarabun" / "sarabun-thai-400-normal.woff2").read_bytes()[:4].decode())
        print(len((vendored / "vis-network" / "vis-network.min.js").read_bytes()))
    """
    kind, size = installed.python(source).split()
    assert kind == "wOF2"
    assert int(size) > 500_000


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_message_catalogue_is_found(installed: Installation, language: str) -> None:
    source = f"""
        from importlib.resources import files
        print((files("network_service") / "messages" / "{language}.po").is_file())
    """
    assert installed.python(source) == "True"


def test_the_command_is_installed_and_says_its_version(installed: Installation) -> None:
    assert network_service.__version__ in installed.run("network-service", "--version")
