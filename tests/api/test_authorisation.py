"""Who may what over HTTP: the whole table is asked, and taking out any one guard is noticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from network_service.app import running_service
from network_service.operations.jobs.run import JobRunner
from tests.api.guards import Guards
from tests.api.matrix import Cell, World, every_cell
from tests.api.server import Server, running
from tests.api.table import LETTERS, NOBODY, TABLE
from tests.api.walking import every_route

TWICE = {
    "scope:compare",  # the process that compares asks again
    "scope:export",  # as does the one that writes the file
    "scope:find_record:find_record",  # what was found is looked at by `Sight`
    "scope:sights:_by_pseudonym",
}
"""Guards behind which the same is asked again, so that one of the two may be missing without anything being seen."""


@pytest.fixture(scope="module")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as context:
        yield context


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("authorisation")
    place = f"sqlite:///{folder}/network.sqlite"
    with running_service(store=place, work_folder=folder / "work") as service:
        jobs = JobRunner(service.jobs.book, lambda _: _Idle(), folder / "jobs")
        with running(replace(service, jobs=jobs)) as server:
            yield World(server)


class _Idle:
    """The process of a job that does nothing."""

    def join(self) -> None:
        """There is nothing to wait for."""

    def kill(self) -> None:
        """There is nothing to end."""


@pytest.fixture(scope="module")
def asked(world: World, patch: pytest.MonkeyPatch) -> tuple[Guards, dict[Cell, httpx.Response], dict[Cell, set[str]]]:
    """Each cell's answer, and the guards that it met."""
    guards = Guards(patch)
    answers, met = {}, {}
    for cell in every_cell():
        guards.met.clear()
        answers[cell] = world.ask(cell)
        met[cell] = set(guards.met)
    return guards, answers, met


Asked = tuple[Guards, dict[Cell, httpx.Response], dict[Cell, set[str]]]


def test_every_route_is_declared(server: Server) -> None:
    assert set(every_route(server.app)) == {row.route for row in TABLE}


def test_every_cell_is_answered_as_declared(asked: Asked) -> None:
    _, answers, _ = asked
    assert len(answers) > 700
    wrong = [
        f"{cell} but {answer.status_code} {answer.text[:120]}" for cell, answer in answers.items() if _red(cell, answer)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_elsewhere_is_as_if_it_did_not_exist(asked: Asked) -> None:
    """The same words for what there is elsewhere and for what there is nowhere."""
    _, answers, _ = asked
    wrong = []
    for cell, answer in answers.items():
        if cell.place == "other" and answer.status_code == 404:
            nowhere = answers[Cell(cell.row, cell.letter, "unknown")]
            if _told(nowhere) != _told(answer):
                wrong.append(f"{cell} {_told(answer)}, {_told(nowhere)}")
    assert not wrong, "\n".join(wrong)


def test_without_any_one_guard_a_cell_is_wrong(asked: Asked, world: World) -> None:
    guards, answers, met = asked
    held: dict[str, list[Cell]] = defaultdict(list)
    for cell, names in met.items():
        for guard in names:
            if _held(guards, guard, cell):
                held[guard].append(cell)
    assert len(held) > 30
    unnoticed = {guard for guard, cells in held.items() if not _noticed(guards, world, guard, cells, answers)}
    assert unnoticed == TWICE


def _held(guards: Guards, guard: str, cell: Cell) -> bool:
    """Whether a guard stands in the way of a cell."""
    if guard.startswith("role:"):
        return cell.letter != NOBODY and guards.holds(guard, LETTERS[cell.letter])
    return cell.place in ("other", "unknown")


def _noticed(guards: Guards, world: World, guard: str, cells: list[Cell], answers: dict[Cell, httpx.Response]) -> bool:
    """Whether a cell is wrong without the guard that is right with it."""
    for cell in cells:
        with guards.without(guard):
            red = _told(world.ask(cell)) != _told(answers[cell])
        if red and _told(world.ask(cell)) == _told(answers[cell]):
            return True
    return False


def _red(cell: Cell, answer: httpx.Response) -> bool:
    return answer.status_code != cell.expected


def _told(answer: httpx.Response) -> tuple[int, str]:
    """What an answer tells of what is there."""
    return answer.status_code, answer.json()["code"] if answer.is_error else ""
