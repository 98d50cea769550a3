"""Files of graph programs with bytes changed, cut and doubled are read or refused in words; nothing else happens."""

import random
from collections.abc import Callable

import pytest

from network_service.errors import NetworkServiceError, RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.foreign.kumu_json import read_kumu_json
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.limits import LIMITS, Limits
from network_service.messages import messages_in
from tests.ingest.foreign.reading import FILES
from tests.trials import trials

READERS = {".graphml": read_graphml, ".gexf": read_gexf, ".json": read_kumu_json}
OURS = sorted(path for path in FILES.iterdir() if path.suffix in READERS)
WORDS = [b"<node>", b"</node>", b"<graph>", b'"', b"<", b">", b"&", b"\0", b"\xff", b"[", b"}", b",", b"<data key='x'>"]


def changed(content: bytes, chance: random.Random) -> bytes:
    """The file with a few places cut out, doubled, or overwritten by a word that matters to its format."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(content))
        end = min(len(content), start + chance.choice((0, 1, 7, 200)))
        middle = chance.choice((b"", content[start:end] * 2, chance.choice(WORDS), bytes([chance.randrange(256)])))
        content = content[:start] + middle + content[end:] or b" "
    return content


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_a_changed_file_is_read_or_refused_in_words(path):
    read: Callable[[bytes, Limits], ForeignNetwork] = READERS[path.suffix]
    content, chance = path.read_bytes(), random.Random(path.name)
    for _ in range(trials(200, 5_000)):
        outcome = read_or_refused(read, changed(content, chance))
        if isinstance(outcome, NetworkServiceError):
            assert all(messages_in(language).text(outcome.code, **outcome.parameters) for language in ("th", "en"))
            continue
        for table in (*outcome.nodes, *outcome.ties):
            assert len(set(table.headers)) == len(table.headers)
            assert table.meaning.keys() <= set(table.headers)
            assert all(len(row.cells) <= len(table.headers) and row.number > 0 for row in table.rows)
        assert all(note.sentence(messages_in("th")) for note in outcome.notes)


def read_or_refused(
    read: Callable[[bytes, Limits], ForeignNetwork], content: bytes
) -> ForeignNetwork | NetworkServiceError:
    try:
        return read(content, LIMITS)
    except (UnreadableFile, RefusedForSafety) as error:
        return error
