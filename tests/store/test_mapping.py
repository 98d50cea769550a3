"""Records to rows and back."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.kinds import RECORD_TYPES
from network_service.errors import StoreDamaged, UsageError
from network_service.store.mapping import canonical_json, digest, new_salt, same_record, to_record, to_row
from tests.store.records import changed, collaboration, organization, uid

OFFICE = organization("สำนักงานตัวอย่าง", sector="state", valid_from="2026-01-31")

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


def test_a_row_holds_what_is_searched_by_and_the_whole_as_json():
    row = to_row(OFFICE)
    assert (row.record_id, row.kind, row.province) == (OFFICE.id, "organization", "TH-98")
    assert (row.valid_from, row.valid_to, row.source, row.target) == ("2026-01-31", None, None, None)
    assert json.loads(row.data) == {
        "id": OFFICE.id,
        "kind": "organization",
        "province": "TH-98",
        "name": "สำนักงานตัวอย่าง",
        "sector": "state",
        "valid_from": "2026-01-31",
        "aliases": [],
        "confidence": "reported",
    }


def test_a_tie_has_its_ends_as_columns():
    row = to_row(collaboration("ก", "ข", frequency=3))
    assert (row.source, row.target) == (uid("ก"), uid("ข"))


def test_canonical_json_is_sorted_and_keeps_thai_readable():
    assert canonical_json({"ข": 1, "a": [True, None], "ก": {"z": 1.5, "b": "é"}}) == (
        '{"a":[true,null],"ก":{"b":"é","z":1.5},"ข":1}'
    )


@given(json_values)
def test_canonical_json_says_the_value_and_nothing_else(value):
    assert json.loads(canonical_json(value)) == value
    assert canonical_json(json.loads(canonical_json(value))) == canonical_json(value)


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), b"x", {1}, "\udfff", {("a", "b"): 1}])
def test_what_json_has_not_is_refused(value):
    with pytest.raises(UsageError):
        canonical_json(value)


def test_a_digest_is_sha256_of_salt_and_text():
    assert digest(b"salt", "ก") == hashlib.sha256(b"salt" + "ก".encode()).digest()
    assert len({new_salt() for _ in range(100)}) == 100


def test_a_record_comes_back_from_its_row():
    row = to_row(OFFICE)
    assert to_record(row.kind, row.data) == OFFICE


@pytest.mark.parametrize(("kind", "data"), [("organization", "{"), ("organization", '{"name": "ลับ"}'), ("x", "{}")])
def test_a_row_that_is_no_record_is_damage_and_its_values_are_not_told(kind, data):
    with pytest.raises(StoreDamaged) as error:
        to_record(kind, data)
    assert "ลับ" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_record_written_before_a_field_had_a_default_still_says_the_same():
    row = to_row(OFFICE)
    older = {key: value for key, value in json.loads(row.data).items() if key not in ("aliases", "confidence")}
    assert same_record(row, row.kind, json.dumps(older, indent=1))
    assert not same_record(to_row(changed(OFFICE, note="แก้")), row.kind, row.data)
    assert not same_record(row, "group", row.data)


def test_no_kind_has_a_field_that_would_hide_a_column_of_its_own():
    own = {"id", "kind", "province", "valid_from", "valid_to", "source", "target"}
    for record_type in RECORD_TYPES.values():
        nullable = {name for name, field in record_type.model_fields.items() if name in own and field.default is None}
        assert nullable <= {"valid_from", "valid_to"}
