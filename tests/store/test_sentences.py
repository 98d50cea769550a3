"""Every code that the stores raise has its sentence in both languages."""

import re

import pytest

from network_service.messages import LANGUAGES, messages_in
from tests.house.tree import modules

CODE = re.compile(r'"((?:store|query)\.[a-z_.]+)"')
CODES = sorted({code for module in modules("network_service/store") for code in CODE.findall(module.text)})
PARAMETERS = (
    *("path", "reason", "kind", "number", "found", "known", "record_id", "expected", "current", "key", "collection"),
    *("end", "end_kind", "was", "now", "revision", "latest", "field", "name", "names", "query", "type", "line", "most"),
    *("principal", "since"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language):
    assert len(CODES) > 40
    silent = [
        code for code in CODES if not messages_in(language).text(code, **{name: f"<{name}>" for name in PARAMETERS})
    ]
    assert silent == []
