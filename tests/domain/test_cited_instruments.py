"""A text means an instrument by its name, its number, or a number within it."""

import pytest

from network_service.domain.cited_instruments import CitedInstruments

KNOWN = CitedInstruments(
    [
        ("order", ("คำสั่งแต่งตั้งคณะทำงาน", "12/2569", "ส-01")),
        ("minutes", ("รายงานการประชุม", "12/2569", None)),
        ("certificate", ("หนังสือรับรอง", None, None)),
    ]
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12/2569", ("order", "minutes")),
        ("๑๒ / ๒๕๖๙", ("order", "minutes")),
        ("คำสั่งจังหวัดที่12/2569 ลงวันที่", ("order", "minutes")),
        ("คำสั่งแต่งตั้งคณะทำงาน", ("order",)),
        ("ส-01", ("order",)),
        ("หนังสือรับรอง", ("certificate",)),
        ("1/12/2569", ()),
        ("112/2569", ()),
        ("", ()),
    ],
)
def test_a_text_means_what_it_names(text: str, meant: tuple[str, ...]) -> None:
    assert KNOWN.meant(text) == meant
    assert KNOWN.meant(text) == meant, "and so the second time"
