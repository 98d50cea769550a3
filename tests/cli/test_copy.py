"""Moving a store from the command line: whole, in both languages, and again after Ctrl-C."""

import json
from pathlib import Path

import pytest

from network_service.store.sqlite import SqliteStore
from tests.cli.conftest import Run


@pytest.fixture
def urls(imported: Path, tmp_path: Path) -> tuple[str, str]:
    return f"sqlite:///{imported}", f"sqlite:///{tmp_path / 'a folder' / 'copy.sqlite'}"


@pytest.mark.parametrize(
    ("language", "says"), [("th", "ทั้งสองที่เก็บมีข้อมูลตรงกันทุกประการ"), ("en", "both stores hold the same")]
)
def test_a_copy_prints_the_hash_of_either_end_and_can_be_worked_with(
    run: Run, urls: tuple[str, str], language: str, says: str
):
    source, target = urls
    shown = run("copy", "--from", source, "--to", target, "--lang", language)
    assert shown.exit_code == 0, shown.output
    assert says in shown.stdout
    hashes = [word for word in shown.stdout.split() if len(word) == 64]
    assert len(hashes) == 2
    assert len(set(hashes)) == 1
    (first, second) = (json.loads(run("changes", "--store", url, "--json").stdout) for url in urls)
    assert first == second != []


def test_a_copy_tells_machines_what_it_did(run: Run, urls: tuple[str, str]):
    report = json.loads(run("copy", "--from", urls[0], "--to", urls[1], "--json").stdout)
    assert report["source_hash"] == report["target_hash"]
    assert (report["revision"], report["rows"]["audit"], report["resumed"]) == (1, 1, 0)
    refused = run("copy", "--from", urls[0], "--to", urls[1], "--json")
    assert (refused.exit_code, json.loads(refused.stderr)["error"]) == (1, "store.not_empty")


@pytest.mark.parametrize(("language", "says"), [("th", "สั่งคำสั่งเดิมอีกครั้ง"), ("en", "the same command goes on")])
def test_an_interrupted_copy_says_so_stays_closed_and_is_gone_on_with(
    run: Run, urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch, language: str, says: str
):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("network_service.store.sqlite.raw_writer.SqliteRawWriter.finish", interrupted)
        shown = run("copy", "--from", urls[0], "--to", urls[1], "--lang", language)
    assert (shown.exit_code, says in shown.stderr) == (130, True)
    closed = run("check", "--store", urls[1])
    assert closed.exit_code == 3
    assert "network-service copy" in closed.stderr
    doctor = json.loads(run("doctor", "--store", urls[1], "--json").stdout)
    assert [check["state"] for check in doctor].count("bad") == 1
    report = json.loads(run("copy", "--from", urls[0], "--to", urls[1], "--json").stdout)
    assert report["resumed"] == sum(report["rows"].values()) > 0
    with SqliteStore.open(Path(urls[1].removeprefix("sqlite:///"))) as store:
        assert (store.check(), store.revision()) == ([], 1)


def test_a_changed_source_is_begun_again_when_asked(
    run_on_sample: Run, urls: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    run, source, target = run_on_sample, f"sqlite:///{tmp_path / 'store.sqlite'}", urls[1]
    with monkeypatch.context() as patch:
        patch.setattr("network_service.store.sqlite.raw_writer.SqliteRawWriter.finish", interrupted)
        run("copy", "--from", source, "--to", target)
    assert run("undo", "1").exit_code == 0
    refused = run("copy", "--from", source, "--to", target, "--lang", "en")
    assert (refused.exit_code, "--anew" in refused.stderr) == (1, True)
    shown = run("copy", "--from", source, "--to", target, "--anew", "--json")
    assert json.loads(shown.stdout)["revision"] == 2


def test_a_source_that_is_not_there_is_said_and_nothing_is_made(run: Run, tmp_path: Path):
    missing, target = f"sqlite:///{tmp_path / 'none.sqlite'}", f"sqlite:///{tmp_path / 'copy.sqlite'}"
    shown = run("copy", "--from", missing, "--to", target, "--json")
    assert (shown.exit_code, json.loads(shown.stderr)["error"]) == (3, "store.absent")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["carrier-pigeon://x", "sqlite:///", "no address"])
def test_an_address_of_no_store_is_wrong_use(run: Run, urls: tuple[str, str], url: str):
    for ends in (("--from", url, "--to", urls[1]), ("--from", urls[0], "--to", url)):
        shown = run("copy", *ends, "--json")
        assert (shown.exit_code, json.loads(shown.stderr)["error"]) == (2, "settings.store_scheme")
