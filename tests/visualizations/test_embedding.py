"""What a page carries inside itself."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizations import embedding
from visualizations.embedding import content_policy, data_block, font_faces, script


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_data_come_back_equal_and_cannot_end_a_script(value: object):
    block = data_block(value)
    assert json.loads(block) == value
    assert not set(block) & set("<>&\u2028\u2029")


def test_a_script_that_would_end_its_own_tag_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(embedding, "_read", lambda name: "x = '</SCRIPT>'")
    with pytest.raises(ValueError, match="cannot stand inside a page"):
        script("strange.js")


def test_the_policy_names_each_script_by_its_hash():
    digest = b64encode(sha256("let ก = 1".encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in content_policy(["let ก = 1"])


def test_fonts_are_carried_and_not_fetched():
    rules = str(font_faces())
    assert rules.count("@font-face") == rules.count("url(data:font/woff2;base64,") == 4
