"""A part is changed where it was asked for; every other byte stays."""

import pytest

from network_service.documents.marking.markup import Markup
from network_service.errors import UnreadableFile

PART = (
    "\ufeff<?xml version='1.0' encoding=\"UTF-8\"?>\r\n<x:a xmlns:x='u' xmlns:y=\"v\" y:Ignorable='y'>ก"
    "<x:b  n = '1>' m=\"2\" />"
    "<x:c><x:d n='3'/></x:c ><y:e/></x:a>"
).encode()


def test_an_unchanged_part_is_the_same_bytes():
    assert Markup(PART).result() == PART


def test_changes_stand_where_they_were_asked_for():
    markup = Markup(PART, ["d"])
    b, c, e = markup.children
    assert [(tag.name, markup.source(tag).decode()) for tag in markup.tags[1:]] == [
        ("b", "<x:b  n = '1>' m=\"2\" />"),
        ("c", "<x:c><x:d n='3'/></x:c >"),
        ("d", "<x:d n='3'/>"),
        ("e", "<y:e/>"),
    ]
    markup.set(b, "n", "9")
    markup.set(b, "m", None)
    markup.set(b, "k", "not there")
    markup.append(b, "<f/>")
    markup.append(c, "<g/>")
    markup.remove(e)
    markup.insert_before(c, "<h/>")
    markup.insert_before(None, "<i/>")
    changed = PART.replace(b"""<x:b  n = '1>' m="2" />""", b"""<x:b  n="9" ><f/></x:b><h/>""")
    assert markup.result() == changed.replace(b"</x:c ><y:e/>", b"<g/></x:c ><i/>")
    assert markup.prefix == "x:"


@pytest.mark.parametrize(
    "part", ["<a/>".encode("utf-16"), b"<?xml version='1.0' encoding='tis-620'?><a/>", b"<a>", b""]
)
def test_what_is_not_plain_markup_in_utf8_is_refused(part: bytes):
    with pytest.raises(UnreadableFile):
        Markup(part)
