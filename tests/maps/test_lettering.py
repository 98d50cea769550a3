"""How much room a text takes, and where it may be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from network_service.maps.lettering import clusters, shorten, text_width
from visualizations.embedding import font_faces

NAMES = (
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง",
    "กลุ่มผู้ใช้น้ำบ้านห้วยหินเงิน",
    "ที่ทำการปกครองอำเภอปู่เจ้า",
    "เครือข่ายอนุรักษ์ป่าชุมชนและลุ่มน้ำต้นแบบ",
    "Provincial Chamber of Commerce, Example (2569)",
    "ผู้มีส่วนได้เสียอื่น 1,216",
)


def test_marks_above_and_below_take_no_room():
    assert text_width("ที่นี่", 10) == text_width("ทน", 10)
    assert text_width("น้ำ", 10) == text_width("นำ", 10) > text_width("น", 10)


@pytest.mark.parametrize("weight", [400, 700])
def test_the_browser_never_draws_a_text_wider_than_reckoned(chromium: Browser, weight: int):
    page = chromium.new_page()
    page.set_content(f"<style>{font_faces()}</style><canvas></canvas>")
    measured = page.evaluate(
        """async ([names, weight]) => {
            for (const text of ["ก", "A"]) await document.fonts.load(`${weight} 100px Sarabun`, text);
            const ctx = document.querySelector("canvas").getContext("2d");
            ctx.font = `${weight} 100px Sarabun`;
            return names.map((name) => ctx.measureText(name).width);
        }""",
        [list(NAMES), weight],
    )
    page.close()
    for name, width in zip(NAMES, measured, strict=True):
        assert 0.85 * text_width(name, 100, bold=weight == 700) < width <= text_width(name, 100, bold=weight == 700)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("น้ำ", ["น้ำ"]), ("เก้าอี้", ["เก้", "า", "อี้"]), ("ab", ["a", "b"]), ("แม่น้ำ", ["แม่", "น้ำ"]), ("", [])],
)
def test_a_letter_keeps_its_marks_and_its_leading_vowel(text: str, pieces: list[str]):
    assert list(clusters(text)) == pieces


def test_a_name_that_fits_stays_and_a_long_one_ends_in_an_ellipsis():
    assert shorten("วัด", 100, 12) == "วัด"
    cut = shorten(NAMES[0], 100, 12)
    assert cut.endswith("…")
    assert text_width(cut, 12) <= 100


@given(st.text(st.sampled_from("กนทเแไ่้ำีู าbM "), max_size=40), st.floats(20, 200))
def test_a_cut_falls_between_clusters_and_fits(text: str, room: float):
    cut = shorten(text, room, 12)
    if cut != text:
        kept = cut.removesuffix("…")
        beginnings = ["".join(clusters(text)[:n]).rstrip() for n in range(len(clusters(text)) + 1)]
        assert kept in beginnings
        assert text_width(cut, 12) <= room or kept == clusters(text)[0]
