"""The server's Java artefacts: what the machine must have for them, and where Maven puts them once for all runs."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
POM = HERE / "pom.xml"
CACHE = HERE.parents[1] / ".cache" / "neo4j"
OLDEST_JAVA = 17  # Neo4j 5 runs on 17 and 21
REMEDY = "install a JDK of Java 17 or 21 (Debian: openjdk-17-jdk-headless) and maven"


class Neo4jMissingError(Exception):
    """This machine cannot run the server; the text says what it lacks."""


def jars() -> Path:
    """The folder of the server's artefacts, fetched by Maven if this version of `pom.xml` never was."""
    folder = CACHE / hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    fetched = folder.is_dir()
    lacking = _java_lacking()
    if not fetched and shutil.which("mvn") is None:
        lacking.append("no mvn on the path")
    if lacking:
        raise Neo4jMissingError(f"{', '.join(lacking)}; {REMEDY}")
    if not fetched:
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    # Beside its place and renamed when whole: a run that is cut off leaves no half of a server, two at once no mixture.
    with tempfile.TemporaryDirectory(dir=CACHE, ignore_cleanup_errors=True) as beside:
        command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"]
        command += ["-DincludeScope=runtime", f"-DoutputDirectory={beside}/jars"]
        run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if run.returncode:
            told = (run.stdout + run.stderr).strip().splitlines()[:3]
            raise Neo4jMissingError("Maven did not get the server's artefacts: " + " ".join(told))
        try:
            Path(beside, "jars").rename(folder)
        except OSError:
            if not folder.is_dir():
                raise


def _java_lacking() -> list[str]:
    """What is wrong with the Java here: our file is compiled as it is started, so a runtime alone will not do."""
    java = shutil.which("java")
    if java is None:
        return ["no java on the path"]
    asked = subprocess.run([java, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"\S+ (\d+)", asked.stdout)
    if version is None or int(version[1]) < OLDEST_JAVA:
        return [f"java on the path is older than {OLDEST_JAVA}"]
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False)
    return [] if "jdk.compiler@" in modules.stdout else ["java on the path is a runtime without its compiler"]
