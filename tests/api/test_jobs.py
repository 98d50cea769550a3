"""Jobs: an import is previewed, written, seen by whoever began it alone, cancelled, and said to have died."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from network_service.domain.principal import Role
from network_service.operations.jobs.book import SILENT_SECONDS, JobBook
from network_service.operations.jobs.model import ENDED, Job, JobState
from tests.api.server import OPERATOR, Server, code_of

TIES = "source,target\nกลุ่มใหม่หนึ่ง,กลุ่มใหม่สอง\n"


@pytest.fixture(scope="module")
def own(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serving(tmp_path_factory.mktemp("jobs"))


def ended(client: httpx.Client, job: str) -> dict[str, object]:
    """The job once it has ended."""
    for _ in range(600):
        told: dict[str, object] = client.get(f"/jobs/{job}").json()
        if told["state"] in ENDED:
            return told
        time.sleep(0.1)
    raise AssertionError(f"still {told['state']}")


def send(client: httpx.Client, **form: str) -> httpx.Response:
    return client.post("/provinces/TH-98/imports", files={"files": ("ties.csv", TIES.encode())}, data=form)


def test_a_file_is_previewed_and_then_written_once(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    revision = own.service.store.revision()
    begun = send(manager, preview="true")
    assert begun.status_code == 202
    assert begun.headers["location"].endswith(begun.json()["id"])
    previewed = ended(manager, begun.json()["id"])
    assert previewed["state"] == "done", previewed
    assert len(previewed["result"]["added"]) >= 3
    assert own.service.store.revision() == revision
    written = ended(manager, send(manager, preview="false").json()["id"])
    assert written["result"]["revision"] == own.service.store.revision() == revision + 1
    again = ended(manager, send(manager, preview="false").json()["id"])
    assert (again["result"]["written"], own.service.store.revision()) == (0, revision + 1)


def test_a_file_that_cannot_be_read_is_told_as_it_is_on_the_command_line(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    files = {"files": ("network.xlsx", b"not a workbook")}
    begun = manager.post("/provinces/TH-98/imports", files=files, data={"preview": "false"})
    told = ended(manager, begun.json()["id"])
    assert told["state"] == "failed"
    assert told["error"]["code"]
    assert told["error"]["message"]


def test_a_job_is_its_beginners_alone(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    job = send(manager, preview="true").json()["id"]
    other = own.signed_in(Role.GOVERNORS_OFFICE, "TH-98")
    for answer in (other.get(f"/jobs/{job}"), other.delete(f"/jobs/{job}"), other.get(f"/jobs/{job}/files/x")):
        assert (answer.status_code, code_of(answer)) == (404, "job.unknown")
    assert job not in other.get("/jobs").text
    assert job in manager.get("/jobs").text
    ended(manager, job)


def test_who_may_not_import_begins_no_job(own: Server) -> None:
    assert send(own.signed_in(Role.GOVERNORS_OFFICE, "TH-98"), preview="false").status_code == 403
    answer = own.signed_in(Role.NETWORK_MANAGER, "TH-97")
    assert send(answer, preview="false").status_code == 404


def test_a_job_that_is_cancelled_ends_at_once_and_writes_nothing_after(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    job = manager.post("/provinces/TH-98/analyses").json()["id"]
    cancelled = manager.delete(f"/jobs/{job}")
    assert cancelled.json()["state"] == "cancelled"
    assert ended(manager, job)["files"] == []


def test_an_analysis_gives_its_files(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    told = ended(manager, manager.post("/provinces/TH-98/analyses").json()["id"])
    assert told["state"] == "done", told
    assert {"report.html", "map.html", "network.csv"} <= set(told["files"])
    page = manager.get(f"/jobs/{told['id']}/files/report.html")
    assert page.status_code == 200
    assert "<html" in page.text
    assert manager.get(f"/jobs/{told['id']}/files/../given").status_code == 404


def test_a_job_whose_process_is_silent_is_said_to_have_died(own: Server) -> None:
    service = own.service
    book = service.jobs.book
    book.add(Job("silent", "import", OPERATOR, "TH-98", {}, service.now(), JobState.RUNNING))
    assert book.bury() == 0
    later = JobBook(service.store.application, lambda: service.now() + timedelta(seconds=SILENT_SECONDS + 1))
    assert later.bury() >= 1
    assert book.get("silent").state is JobState.DIED
