"""Changed files of every format, all the way in: read with every row accounted for, or refused in words."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from network_service.errors import NetworkServiceError
from network_service.ingest.imported import Imported
from network_service.ingest.limits import LIMITS
from network_service.ingest.reading import read_file
from network_service.messages import messages_in
from tests.ingest.fuzz_counts import COUNTS, FORMS
from tests.ingest.fuzz_seeds import seeds
from tests.ingest.mutations import mutated
from tests.ingest.workbooks import PROVINCE
from tests.trials import trials

DAY = date(2026, 1, 15)
ROWS = 3_000
"""So many rows are a second's work at most: what asks for more must be refused by its count before it is done."""
SMALL = replace(LIMITS, rows=ROWS, row_marks=10 * ROWS)
FORMATS = tuple(COUNTS)
WORDS = [messages_in(language) for language in ("th", "en")]
MOST_MEGABYTES = 256


def changed_files(form: str, number: int, folder: Path) -> list[Path]:
    """The files of one trial, of which one was changed."""
    chance = random.Random(f"{form} {number}")
    chosen = seeds()[form]
    seed = chosen[number % len(chosen)]
    others = [content for one in chosen for _, content in one.files]
    which = chance.randrange(len(seed.files))
    paths = []
    for place, (name, content) in enumerate(seed.files):
        path = folder / name
        path.write_bytes(mutated(content, others, chance) if place == which else content)
        paths.append(path)
    return paths


def outcome(form: str, paths: list[Path]) -> Imported | NetworkServiceError:
    """What an import makes of the files; any other error than ours goes on."""
    try:
        province = PROVINCE if form.startswith("our_") else None
        return read_file(paths, province=province, limits=SMALL).assemble({}, day=DAY)
    except NetworkServiceError as error:
        return error


def assert_told(found: Imported | NetworkServiceError) -> None:
    """Everything has its sentence in both languages, and no letter in it that a terminal or file cannot take."""
    for messages in WORDS:
        if isinstance(found, NetworkServiceError):
            told = [messages.text(found.code, **found.parameters)]
        else:
            told = [part for one in found.faults for part in (one.sentence(messages), one.cure(messages))]
            told += [one.place(messages) for one in found.faults]
            told += [one.sentence(messages) for one in found.notes]
        assert all(told)
        "".join(told).encode()


def assert_accounted(form: str, paths: list[Path], found: Imported) -> bool:
    """Read is accepted and refused, and is what a plain count finds; whether there was one."""
    assert found.read == found.accepted + found.refused
    assert found.read <= ROWS
    assert found.refused == 0 or found.faults
    ids = {record.id for record in found.records}
    assert len(ids) == len(found.records)
    for record in found.records:
        assert json.loads(record.model_dump_json().encode())["id"] == record.id
    said = {
        str(note.parameters["form"].code).partition(".")[2] for note in found.notes if note.code == "foreign_format"
    }  # type: ignore[attr-defined]
    if form.startswith("our_") == bool(said) or not said <= FORMS.get(form, said):
        return False  # the change made it a file of another format
    expected = COUNTS[form]([(path.name, path.read_bytes()) for path in paths], found)
    assert expected is None or found.read == expected
    return expected is not None


@pytest.mark.parametrize("form", FORMATS)
def test_a_changed_file_is_read_with_every_row_accounted_for_or_refused_in_words(form: str, tmp_path: Path):
    count = trials(200, 5_000)
    read = counted = 0
    for number in range(count):
        paths = changed_files(form, number, tmp_path)
        found = outcome(form, paths)
        assert_told(found)
        if isinstance(found, Imported):
            read += 1
            counted += assert_accounted(form, paths, found)
    assert read > count / 6
    assert counted > count / 12


@pytest.mark.parametrize("form", FORMATS)
def test_the_unchanged_files_are_read_whole(form: str, tmp_path: Path):
    for seed in seeds()[form]:
        paths = []
        for name, content in seed.files:
            (tmp_path / name).write_bytes(content)
            paths.append(tmp_path / name)
        found = outcome(form, paths)
        assert isinstance(found, Imported)
        assert_accounted(form, paths, found)
        assert found.read > 1


def test_changed_files_take_no_more_memory_than_good_ones(tmp_path: Path):
    program = """
import sys
from pathlib import Path
from tests.ingest.test_fuzz import FORMATS, changed_files, outcome
for form in FORMATS:
    for number in range(int(sys.argv[2])):
        outcome(form, changed_files(form, number, Path(sys.argv[1])))
# Not getrusage: its peak is handed on from the process that started this one.
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
    command = [sys.executable, "-W", "ignore", "-c", program, str(tmp_path), str(trials(8, 5_000))]
    root = Path(__file__).parents[2]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, timeout=3_600).stdout
    assert int(told) / 1024 < MOST_MEGABYTES
