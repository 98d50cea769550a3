"""A merged record leads to the one that was kept, however long the way; where it leads nowhere, it says so."""

import pytest
from pydantic import ValidationError

from network_service.domain.merged import Merged, kept_ids, kept_of
from tests.store.records import organization, uid


def merged(name: str, into: str) -> Merged:
    return Merged(id=uid(name), province="TH-98", name=name, was="organization", into=uid(into))


def test_a_chain_leads_to_its_end():
    records = {one.id: one for one in (merged("ก", "ข"), merged("ข", "ค"), organization("ค"))}
    assert kept_ids(records) == {uid("ก"): uid("ค"), uid("ข"): uid("ค")}
    assert kept_of(records[uid("ค")], records.get) is records[uid("ค")]


def test_a_circle_or_an_unknown_id_leads_nowhere():
    records = {one.id: one for one in (merged("ก", "ข"), merged("ข", "ก"), merged("ค", "ง"))}
    assert kept_ids(records) == {}
    assert [kept_of(record, records.get) for record in records.values()] == [None, None, None]


def test_nothing_is_merged_into_itself():
    with pytest.raises(ValidationError, match=r"record\.merged_into_itself"):
        merged("ก", "ก")
