"""What somebody says of columns: read, refused where it is none, saved and read again."""

import json

import pytest

from network_service.errors import UnreadableFile, UsageError
from network_service.ingest.foreign.mapping import as_saved, mapping_from, mapping_of


def test_a_pair_holds_for_the_parts_that_have_such_a_field():
    mapping = mapping_of(["Category=sector", "ties.Times = frequency", "When=valid_from", "a=b=name"])
    assert (mapping.meaning("nodes", "category"), mapping.meaning("ties", "Category")) == ("sector", "sector")
    assert (mapping.meaning("nodes", "Times"), mapping.meaning("ties", "TIMES")) == (None, "frequency")
    assert mapping.meaning("nodes", "When") == mapping.meaning("ties", "when") == "valid_from"
    assert mapping.meaning("nodes", "a=b") == "name"


@pytest.mark.parametrize(
    ("said", "code"),
    [("Category", "mapping.not_a_pair"), ("=name", "mapping.not_a_pair"), ("x=nonsense", "mapping.unknown_field")],
)
def test_what_is_no_pair_or_no_field_is_refused_with_the_fields_there_are(said: str, code: str):
    with pytest.raises(UsageError) as refused:
        mapping_of([said])
    assert refused.value.code == code
    if code == "mapping.unknown_field":
        assert "sector" in str(refused.value.parameters["known"])


def test_a_saved_mapping_says_the_same_again_and_a_later_word_counts_more():
    mapping = mapping_of(["ภาค=sector", "ties.Times=frequency", "nodes.X=-"])
    saved = as_saved(mapping)
    assert json.loads(saved)["ties"]["Times"] == "frequency"
    assert mapping_from(saved.encode()).columns == mapping.columns
    assert (mapping | mapping_of(["nodes.X=name"])).meaning("nodes", "x") == "name"


@pytest.mark.parametrize("content", [b"", b"[]", b'{"nodes": []}', b'{"edges": {"a": "name"}}', b"\xff", b"[" * 10_000])
def test_a_file_that_is_no_saved_mapping_is_refused(content: bytes):
    with pytest.raises(UnreadableFile):
        mapping_from(content)
