"""Filters and sorts records by what is shown of them: what is not can neither be guessed nor sorted by."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.thai.sorting import sort_key
from network_service.domain.thai.text import match_form
from network_service.errors import UsageError
from network_service.operations.records.query import NAME, Comparison, Condition, RecordQuery
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sight import Sight

Place: TypeAlias = tuple[int, float, str, str]
"""Where a record stands in an order: without a value last, numbers before texts, and by id where all else is equal."""

CALLED = ("given_name", "family_name")
"""Fields by which people are sorted as by their names."""

_VALUES: dict[Comparison, tuple[int, int]] = {
    Comparison.EQUALS: (1, 1),
    Comparison.ONE_OF: (1, 100),
    Comparison.CONTAINS: (1, 1),
    Comparison.AT_LEAST: (1, 1),
    Comparison.AT_MOST: (1, 1),
    Comparison.IS_EMPTY: (0, 0),
}
"""Fewest and most values that each comparison takes."""
_MOST_CONDITIONS = 20


def require_sound(query: RecordQuery, sight: Sight) -> None:
    """`UsageError` where a query asks for kinds or fields that there are not, as far as the principal sees them."""
    for kind in query.kinds:
        if kind not in RECORD_TYPES:
            raise UsageError("store.unknown_kind", kind=kind)
    told = {NAME}.union(*(sight.fields_of(kind) for kind in query.kinds or RECORD_TYPES))
    for field in (*(one.field for one in query.conditions), *([query.sort] if query.sort else [])):
        if field not in told:
            raise UsageError("records.unknown_field", field=field)
    if len(query.conditions) > _MOST_CONDITIONS:
        raise UsageError("records.too_many_conditions", most=_MOST_CONDITIONS)
    for one in query.conditions:
        fewest, most = _VALUES[one.test]
        if not fewest <= len(one.values) <= most:
            raise UsageError("records.values", field=one.field, test=one.test.value, fewest=fewest, most=most)


def fulfils(query: RecordQuery) -> Callable[[Shown], bool]:
    """Whether a shown record fulfils all conditions of a query."""
    tests = [_test(one) for one in query.conditions]
    return lambda shown: all(test(shown) for test in tests)


def place_of(shown: Shown, sort: str) -> Place:
    """Where a record stands in an order by a field."""
    value = _called(shown) if sort == NAME else next(_values(shown, sort), None)
    if value is None:
        return (1, 0.0, "", shown.id)
    if isinstance(value, bool | int | float):
        return (0, float(value), "", shown.id)
    return (0, 0.0, sort_key(value), shown.id)


def _called(shown: Shown) -> str | None:
    """What it is sorted by as its name: people go by their given names, without the titles."""
    if shown.kind == "person" and shown.fields.get("given_name"):
        return " ".join(str(part) for part in map(shown.fields.get, CALLED) if part)
    return shown.name


def _test(condition: Condition) -> Callable[[Shown], bool]:
    if condition.test is Comparison.IS_EMPTY:
        return lambda shown: condition.field in shown.fields and next(_values(shown, condition.field), None) is None
    compares = _comparison(condition)
    return lambda shown: any(compares(value) for value in _values(shown, condition.field))


def _comparison(condition: Condition) -> Callable[[str | float | bool], bool]:
    if condition.test in (Comparison.EQUALS, Comparison.ONE_OF):
        wanted = frozenset(condition.values)
        numbers = {number for value in wanted if (number := _number(value)) is not None}
        return lambda value: _plain(value) in wanted or (_is_number(value) and value in numbers)
    (given,) = condition.values
    if condition.test is Comparison.CONTAINS:
        form = match_form(given)
        return lambda value: isinstance(value, str) and form in match_form(value)
    most = condition.test is Comparison.AT_MOST
    bound = _number(given)
    if bound is not None:
        return lambda value: (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and (value <= bound if most else value >= bound)
        )
    try:
        day = date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError("records.not_a_bound", field=condition.field, value=given) from None
    return lambda value: isinstance(value, str) and _is_day(value) and (value <= day if most else value >= day)


def _values(shown: Shown, field: str) -> Iterator[str | float | bool]:
    """The values of a field: those of a list one by one, none where it is empty or not shown."""
    value = shown.name if field == NAME else shown.fields.get(field)
    for one in value if isinstance(value, list | tuple) else (value,):
        if isinstance(one, str | int | float):
            yield one


def _plain(value: str | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
