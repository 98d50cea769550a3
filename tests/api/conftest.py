"""One server over two provinces for all tests of the API that change nothing of them, one for each that does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from examples.sample_province.build import sample_records
from network_service.app import running_service
from network_service.domain.record import Tie
from network_service.store.change import Change, ChangeSet
from tests.api.server import Server, running
from tests.snapshot.records import node, tie

OTHER = "TH-97"


def other_province() -> list[Change]:
    """A little of a second province, so that there is something to be kept from whom it does not concern."""
    one, two = (node("group", name, province=OTHER) for name in ("กลุ่มนอกเขตหนึ่ง", "กลุ่มนอกเขตสอง"))
    joined = tie("collaborates_with", one, two, province=OTHER, frequency=3)
    return [Change(record, 0) for record in (one, two, joined)]


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[[Path], Server]]:
    """Servers over a fresh store with the sample province and a little of another."""
    with ExitStack() as stack:

        def begin(folder: Path) -> Server:
            place = f"sqlite:///{folder}/network.sqlite"
            service = stack.enter_context(running_service(store=place, work_folder=folder / "work"))
            records = sorted(sample_records(), key=lambda record: isinstance(record, Tie))
            changes = [*(Change(record, 0) for record in records), *other_province()]
            service.store.apply(ChangeSet("test", "import", tuple(changes)))
            return stack.enter_context(running(service))

        yield begin


@pytest.fixture(scope="session")
def server(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The server for all who only read, or write what nobody else looks at."""
    return serving(tmp_path_factory.mktemp("api"))
