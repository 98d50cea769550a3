"""XML of strangers: nothing is expanded or fetched, nothing nested without end; the encoding is what it says."""

from dataclasses import replace

import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.limits import LIMITS
from network_service.messages import messages_in
from tests.ingest.foreign.reading import rows

KEY = '<key id="k" for="node" attr.name="name"/>'
BODY = f'<graphml>{KEY}<graph><node id="a"><data key="k">{{}}</data></node></graph></graphml>'

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "a document type": "<!DOCTYPE graphml>",
    "a document type elsewhere": '<!DOCTYPE graphml SYSTEM "graphml.dtd">',
    "billion laughs": f'<!DOCTYPE graphml [<!ENTITY l0 "ha">{LAUGHS}]>',
    "a file of this machine": '<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    "a parameter entity": '<!DOCTYPE graphml [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]>',
}


@pytest.mark.parametrize("head", HOSTILE.values(), ids=HOSTILE)
def test_whatever_declares_is_refused_before_anything_is_read(head: str):
    with pytest.raises(RefusedForSafety) as refused:
        read_graphml(f"{head}{BODY.format('&x;')}".encode(), LIMITS)
    assert refused.value.code == "safety.xml_declarations"


def test_an_entity_that_nobody_declared_is_no_xml():
    with pytest.raises(UnreadableFile) as refused:
        read_graphml(BODY.format("&unknown;").encode(), LIMITS)
    assert (refused.value.code, refused.value.parameters["line"]) == ("unreadable.not_xml", 1)


@pytest.mark.parametrize("depth", [300, 200_000])
def test_nesting_has_a_bound(depth: int):
    with pytest.raises(RefusedForSafety) as refused:
        read_graphml(b"<graphml>" + b"<graph><node>" * depth, LIMITS)
    assert refused.value.code == "safety.xml_too_deep"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "tis-620", "windows-874", "TIS-620", "ISO-8859-11", "iso-8859-1"]
)
def test_the_encoding_is_the_one_that_the_file_declares(encoding: str):
    name = "Café" if encoding == "iso-8859-1" else "ชมรมรักน้ำ"
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n{BODY.format(name)}'
    network = read_graphml(text.encode({"windows-874": "cp874"}.get(encoding, encoding)), LIMITS)
    assert rows(network.nodes[0]) == [{"id": "a", "name": name}]


def test_utf_8_may_begin_with_its_mark_and_need_not_be_declared():
    for start in (b"", b"\xef\xbb\xbf"):
        assert rows(read_graphml(start + BODY.format("ก").encode(), LIMITS).nodes[0])[0]["name"] == "ก"


@pytest.mark.parametrize("encoding", ["gb18030", "nonsense"])
def test_an_encoding_that_cannot_be_read_is_named(encoding: str):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{BODY.format("a")}'
    with pytest.raises(UnreadableFile) as refused:
        read_graphml(text.encode(), LIMITS)
    assert (refused.value.code, refused.value.parameters["encoding"]) == ("unreadable.xml_encoding", encoding)


def test_an_encoding_is_named_that_is_longer_than_any_or_declared_in_another():
    for encoding, written in (("UTF-" + "9" * 70, "ascii"), ("nonsense", "utf-16")):
        text = f'<?xml version="1.0" encoding="{encoding}"?>{BODY.format("a")}'
        with pytest.raises(UnreadableFile) as refused:
            read_graphml(text.encode(written), LIMITS)
        assert refused.value.code == "unreadable.xml_encoding"
        assert str(refused.value.parameters["encoding"])[:8] == encoding[:8]


def test_bytes_that_the_encoding_has_not_are_refused_and_never_guessed():
    for encoding, wrong in (("utf-8", b"\xff"), ("windows-874", b"\xdb"), ("tis-620", b"\xfc")):
        head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
        with pytest.raises(UnreadableFile, match="not_xml"):
            read_graphml(head + BODY.encode().replace(b"{}", wrong), LIMITS)


@pytest.mark.parametrize("content", [b"<graphml><graph>", b"no xml", b"<graphml/><graphml/>", b"<graphml>\0</graphml>"])
def test_what_is_cut_or_no_xml_is_unreadable(content: bytes):
    with pytest.raises(UnreadableFile, match="not_xml"):
        read_graphml(content, LIMITS)


def test_xml_of_another_kind_is_named():
    for read, content in ((read_graphml, b"<html/>"), (read_gexf, b"<graphml/>")):
        with pytest.raises(UnreadableFile) as refused:
            read(content, LIMITS)
        assert refused.value.code == "unreadable.other_xml"
        assert "html" in messages_in("en").text(refused.value.code, **refused.value.parameters) or read is read_gexf


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (replace(LIMITS, file_bytes=100), "safety.file_too_large"),
        (replace(LIMITS, rows=9), "safety.too_many_rows"),
        (replace(LIMITS, elements=9), "safety.too_many_elements"),
        (replace(LIMITS, characters=99), "safety.too_much_text"),
        (replace(LIMITS, columns=2), "safety.too_many_columns"),
        (replace(LIMITS, cells=20), "safety.too_many_columns"),
    ],
)
def test_limits_hold(limits, code: str):
    keys = "".join(f'<key id="{one}" for="node"><default>{one * 10}</default></key>' for one in "abc")
    nodes = "".join(f'<node id="{one}"/>' for one in range(10))
    with pytest.raises(RefusedForSafety) as refused:
        read_graphml(f"<graphml>{keys}<graph>{nodes}</graph></graphml>".encode(), limits)
    assert refused.value.code == code
    assert messages_in("th").text(code, **refused.value.parameters)
