"""What holds of every question of the library, in every store."""

import pytest

from network_service.errors import UnknownRecord, UsageError
from network_service.store.query_library import QueryLibrary
from tests.store.contract.queries.asking import AT, rows
from tests.store.records import DAY, PROVINCE, organization, put

SAMPLES = {"text": "state", "integer": 2, "date": DAY, "boolean": True}


@pytest.mark.parametrize("name", QueryLibrary().names)
def test_a_query_takes_and_gives_what_its_header_declares(store, name):
    query = QueryLibrary().get(name)
    put(store, organization("สำนักงาน"))
    columns = store.run_query(name, {field.name: SAMPLES[field.type] for field in query.parameters})
    assert list(columns) == [field.name for field in query.columns]


def test_a_query_that_is_not_in_the_library_is_unknown(store):
    for name in ("actors/none", "../../etc/passwd", "actors/find_isolates.sql", ""):
        with pytest.raises(UnknownRecord):
            store.run_query(name, AT)


def test_parameters_are_exactly_those_declared(store):
    with pytest.raises(UsageError) as error:
        store.run_query("agreements/list_ending", {"province": PROVINCE})
    assert (error.value.code, error.value.parameters["names"]) == ("query.missing_parameters", "day, days")
    with pytest.raises(UsageError) as error:
        store.run_query("actors/find_isolates", {**AT, "limit": 3})
    assert (error.value.code, error.value.parameters["names"]) == ("query.extra_parameters", "limit")
    with pytest.raises(UsageError) as error:
        store.run_query("agreements/list_ending", {**AT, "days": "เก้าสิบ"})
    assert (error.value.code, error.value.parameters["name"]) == ("query.wrong_type", "days")


def test_a_value_is_never_part_of_the_text(store):
    put(store, organization("สำนักงาน"))
    for value in ("' OR 1 = 1 --", "x'; DROP TABLE record_version; --", '"', "%"):
        assert rows(store, "actors/find_isolates", province=value) == []
    assert store.check() == []
