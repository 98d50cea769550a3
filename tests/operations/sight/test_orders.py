"""Orders are made once while nothing that decides them changes, and not all of them are kept."""

from network_service.operations.sight.orders import KeptOrders


def test_an_order_is_made_once_and_the_least_recently_used_goes_first():
    made: list[str] = []

    def make(name: str) -> tuple[str, ...]:
        made.append(name)
        return (name,)

    orders = KeptOrders[tuple[str, ...]](kept=2)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert orders.of(name, lambda name=name: make(name)) == (name,)
    assert made == ["a", "b", "c", "b"]
