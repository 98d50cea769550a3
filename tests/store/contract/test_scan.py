"""Columns for a snapshot."""

import json
from datetime import date

import pytest

from network_service.errors import UsageError
from tests.store.records import DAY, ELSEWHERE, PROVINCE, collaboration, node, organization, put, uid


def scan(store, kinds, fields, **others):
    return store.scan(kinds, fields, **{"provinces": [PROVINCE], "as_of": DAY, **others})


def test_columns_are_in_one_order_and_hold_plain_values(store):
    put(store, organization("ก", sector="state", area_level="province"), node("group", "ข", sector="business"))
    columns = scan(store, ["organization", "group"], ["id", "kind", "name", "sector", "area_level", "province"])
    rows = sorted(zip(*columns.values(), strict=True))
    assert columns["id"] == sorted(columns["id"])
    assert rows == sorted(
        [
            (uid("ก"), "organization", "ก", "state", "province", PROVINCE),
            (uid("ข"), "group", "ข", "business", None, PROVINCE),
        ]
    )


def test_dates_are_iso_text_tuples_json_and_truth_values_numbers(store):
    put(store, organization("ก", valid_from=date(2026, 1, 2)), organization("ข"))
    put(
        store, collaboration("ก", "ข", frequency=3, formal=True, topics=["น้ำ", 'ป่า "ชุมชน"'], valid_to=date(2026, 12, 1))
    )
    assert scan(store, ["organization"], ["valid_from"])["valid_from"].count("2026-01-02") == 1
    columns = scan(store, ["collaborates_with"], ["frequency", "formal", "topics", "valid_from", "valid_to", "target"])
    assert columns["frequency"] == [3]
    assert columns["formal"] == [1]
    assert json.loads(columns["topics"][0]) == ["น้ำ", 'ป่า "ชุมชน"']
    assert (columns["valid_from"], columns["valid_to"], columns["target"]) == ([None], ["2026-12-01"], [uid("ข")])


def test_only_what_holds_on_the_day_in_the_provinces_is_read(store):
    put(
        store,
        organization("อยู่", valid_from=DAY),
        organization("จบแล้ว", valid_to=DAY),
        organization("ยังไม่เริ่ม", valid_from=date(2026, 10, 2)),
        organization("ไกล", province=ELSEWHERE),
    )
    assert scan(store, ["organization"], ["name"]) == {"name": ["อยู่"]}
    both = scan(store, ["organization"], ["name", "id"], provinces=[ELSEWHERE, PROVINCE, PROVINCE])
    assert sorted(both["name"]) == sorted(["อยู่", "ไกล"])
    assert both["id"] == sorted(both["id"])
    assert scan(store, ["organization"], ["name"], provinces=[]) == {"name": []}
    assert scan(store, ["body"], ["id", "body_kind"]) == {"id": [], "body_kind": []}


@pytest.mark.parametrize(
    ("kinds", "fields", "code"),
    [
        (["organisation"], ["id"], "store.unknown_kind"),
        (["organization"], ["frequency"], "store.unknown_field"),
        (["organization"], ["id') FROM audit_entry; --"], "store.unknown_field"),
    ],
)
def test_a_kind_or_field_that_is_not_there_is_refused(store, kinds, fields, code):
    with pytest.raises(UsageError) as error:
        scan(store, kinds, fields)
    assert error.value.code == code
