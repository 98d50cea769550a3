"""Which fields name other records is read from their types."""

from typing import Literal

import pytest
from pydantic import ValidationError

from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES
from network_service.domain.nodes import Named
from network_service.domain.record import RecordId
from network_service.domain.references import FIELD_KINDS, reference_fields, references_of, with_references
from tests.store.records import collaboration, node, organization, uid


class Plan(Named):
    """A kind with every way of naming records."""

    kind: Literal["plan"] = "plan"
    owner: RecordId
    parent: RecordId | None = None
    partners: tuple[RecordId, ...] = ()
    helpers: tuple[RecordId, ...] | None = None


A, B, C = uid("ก"), uid("ข"), uid("ค")


def plan(**fields: object) -> Plan:
    return Plan.model_validate({"id": uid("แผน"), "province": "TH-98", "name": "แผน", "owner": A, **fields})


def test_every_way_of_naming_a_record_is_found_and_the_own_id_is_none():
    assert reference_fields(Plan) == ("owner", "parent", "partners", "helpers")


def test_ties_name_their_ends_and_nodes_what_their_fields_say():
    assert all({"source", "target"} <= set(reference_fields(TIE_TYPES[kind])) for kind in TIE_TYPES)
    named = {kind: reference_fields(RECORD_TYPES[kind]) for kind in NODE_TYPES}
    assert (named["organization"], named["post"], named["merged"]) == (("parent",), ("organization",), ("into",))


def test_every_field_that_names_a_record_says_which_kinds_it_may_name():
    for kind, record_type in RECORD_TYPES.items():
        assert set(reference_fields(record_type)) <= FIELD_KINDS.keys() | {"source", "target"}, kind
    post = node("post", "ผู้อำนวยการ", organization=A)
    assert [(one.field, one.id, one.kinds) for one in references_of(post)] == [("organization", A, {"organization"})]


def test_ids_are_replaced_wherever_they_stand_and_stand_once():
    turned = with_references(plan(owner=A, parent=A, partners=(A, B, C), helpers=(A,)), {A: B})
    assert (turned.owner, turned.parent, turned.partners, turned.helpers) == (B, B, (B, C), (B,))


def test_a_record_that_names_none_of_them_is_itself():
    record = organization("ก", parent=B)
    assert with_references(record, {A: C}) is record


def test_what_would_contradict_itself_is_refused():
    with pytest.raises(ValidationError, match=r"record\.self_tie"):
        with_references(collaboration("ก", "ข"), {uid("ก"): uid("ข")})
