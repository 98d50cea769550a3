"""Things are made once while nothing that decides them changes, and not all of them are kept."""

from network_service.operations.kept import Kept


def test_a_thing_is_made_once_and_the_least_recently_used_goes_first():
    made: list[str] = []

    def make(name: str) -> tuple[str, ...]:
        made.append(name)
        return (name,)

    kept = Kept[tuple[str, ...]](kept=2)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.of(name, lambda name=name: make(name)) == (name,)
    assert made == ["a", "b", "c", "b"]
