"""The test server is a real one, closed to others, and never empties what is not its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError

from tests.neo4j_server import jars as artefacts
from tests.neo4j_server.process import CONFIGURATION, command_line
from tests.neo4j_server.server import MARK, URI, Neo4jServer, drop_schema, empty, named_server


def count(driver: Driver, label: str) -> int:
    return driver.execute_query("MATCH (n) WHERE $label IN labels(n) RETURN count(n)", label=label).records[0][0]


def test_it_is_the_neo4j_of_the_pom(neo4j_server: Neo4jServer, neo4j_driver: Driver) -> None:
    (component,) = neo4j_driver.execute_query("CALL dbms.components()").records
    if neo4j_server.process is not None:
        assert f"<version>{component['versions'][0]}</version>" in artefacts.POM.read_text(encoding="utf-8")
        assert component["edition"] == "community"


def test_nobody_enters_with_the_first_password(neo4j_server: Neo4jServer) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=("neo4j", "neo4j")) as stranger, pytest.raises(AuthError):
        stranger.verify_connectivity()


def test_the_password_is_not_shown(neo4j_server: Neo4jServer) -> None:
    assert neo4j_server.password
    assert neo4j_server.password not in repr(neo4j_server)


def test_a_test_finds_no_data_of_the_one_before(empty_neo4j: Neo4jServer, neo4j_driver: Driver) -> None:
    neo4j_driver.execute_query("CREATE (:Left)-[:BEHIND]->(:Left)")
    empty(neo4j_driver)
    assert (count(neo4j_driver, "Left"), count(neo4j_driver, MARK)) == (0, 1)


def test_a_schema_stays_until_it_is_dropped(empty_neo4j: Neo4jServer, neo4j_driver: Driver) -> None:
    neo4j_driver.execute_query("CREATE CONSTRAINT once IF NOT EXISTS FOR (n:Once) REQUIRE n.id IS UNIQUE")
    empty(neo4j_driver)
    names = "SHOW INDEX YIELD name, type WHERE type <> 'LOOKUP' RETURN collect(name)"
    assert "once" in neo4j_driver.execute_query(names).records[0][0]
    drop_schema(neo4j_driver)
    assert neo4j_driver.execute_query(names).records[0][0] == []


def test_a_server_that_does_not_say_it_is_for_tests_is_not_emptied(
    empty_neo4j: Neo4jServer, neo4j_driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_driver.execute_query("CREATE (:Precious)")
    monkeypatch.setattr("tests.neo4j_server.server.MARK", "NobodySaidSo")
    for destructive in (empty, drop_schema):
        with pytest.raises(RuntimeError, match="NobodySaidSo"):
            destructive(neo4j_driver)
    assert count(neo4j_driver, "Precious") == 1


def test_a_named_server_on_another_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URI, "bolt://192.0.2.1:7687")
    with pytest.raises(RuntimeError, match=URI):
        named_server()


def test_no_statement_reads_a_file(neo4j_driver: Driver) -> None:
    with pytest.raises(ClientError, match="file"):
        neo4j_driver.execute_query("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line")


def test_the_server_ends_when_whoever_started_it_is_killed(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    if neo4j_server.process is None:
        return  # the environment names a server: there is none of ours to end
    (tmp_path / "neo4j.conf").write_text(CONFIGURATION.format(port=0), encoding="utf-8")
    parent = (
        "import os, subprocess, sys; subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE); os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", parent, *command_line(neo4j_server.process.jars, tmp_path)]
    # The pipe of standard output is open as long as the server lives: this returns when it has ended.
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)


def test_a_machine_without_java_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(artefacts, "CACHE", tmp_path)
    with pytest.raises(artefacts.Neo4jMissingError, match=r"no java .*no mvn .*install"):
        artefacts.jars()
