"""What was erased is not left in the file either: not in free pages, not in the log, not in the index of names."""

from network_service.store.sqlite import SqliteStore, searching
from tests.store.records import changed, node, put
from tests.trials import trials


def canary(number):
    return f"zq{number:04d}x"


def left_in(folder, numbers):
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    return sum(canary(number).encode() in content for number in numbers)


def test_no_byte_of_a_name_is_left_in_the_files(tmp_path, rng):
    for trial in range(trials(1, 20)):
        folder = tmp_path / str(trial)
        folder.mkdir()
        people = {number: node("person", canary(number) + "ก" * rng.randrange(100)) for number in range(300)}
        with SqliteStore.open(folder / "x.sqlite") as store:
            for _ in range(6):
                some = rng.sample(sorted(people), 120)
                put(store, *(changed(people[n], note="ห" * rng.randrange(1, 200) + canary(n)) for n in some))
            there = [number for number, person in people.items() if store.get(person.id)]
            gone = rng.sample(there, 100)
            assert left_in(folder, gone) == 100
            store.erase([people[number].id for number in gone], principal="os:t", reason_code="request")
            assert left_in(folder, gone) == 0
            assert left_in(folder, set(there) - set(gone)) == len(there) - 100
            assert store.check() == []


def test_the_index_of_names_is_what_would_keep_them(tmp_path, monkeypatch):
    """Without rewriting it, parts of a name that nobody else has stay in its older segments."""
    monkeypatch.setattr(searching, "forget_traces", lambda _: None)
    with SqliteStore.open(tmp_path / "x.sqlite") as store:
        person = node("person", "qzx")
        put(store, person)
        store.erase([person.id], principal="os:t", reason_code="request")
    assert b"qzx" in (tmp_path / "x.sqlite").read_bytes()
