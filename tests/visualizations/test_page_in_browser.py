"""The page in a real browser whose network is cut: it draws, answers to mouse and keyboard, and nothing leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import CutContext
from tests.visualizations.hand_made import HOSTILE, hostile, model
from visualizations.map_model import MapModel
from visualizations.pyvis_map import render_map

INK = """() => {
    const canvas = document.querySelector("#map canvas"), ctx = canvas.getContext("2d");
    const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] > 0 && data[at] + data[at + 1] + data[at + 2] < 700) {
            inked += 1;
            colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        }
    }
    return { inked, colours: colours.size };
}"""
PICTURE = "() => document.querySelector('#map canvas').toDataURL()"


@dataclass
class Opened:
    """A page on the screen, what its scripts complained of, and what it asked the network for."""

    page: Page
    cut: CutContext
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def opened(cut_browser: CutContext, tmp_path: Path) -> Iterator[Opened]:
    page = cut_browser.page()
    page.set_viewport_size({"width": 1400, "height": 940})
    found = Opened(page, cut_browser)
    page.on("console", lambda message: found.complaints.append(message.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (found.complaints.append("dialog"), dialog.dismiss()))
    yield found
    assert found.complaints == []
    assert found.cut.refused == []


def show(opened: Opened, tmp_path: Path, made: MapModel) -> Page:
    file = tmp_path / "map.html"
    file.write_text(render_map(made), encoding="utf-8")
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector("html[data-ready=yes]")
    opened.page.wait_for_timeout(100)  # two frames: vis-network draws when the browser asks for one
    return opened.page


def on_screen(page: Page, x: float, y: float) -> tuple[float, float]:
    """Where a place of the map is in the window, which shows the whole of it."""
    box = page.locator("#map").bounding_box()
    assert box
    scale = min(box["width"] / 1060, box["height"] / 800)
    return (
        box["x"] + box["width"] / 2 + (x - 530) * scale,
        box["y"] + box["height"] / 2 + (y - 400) * scale,
    )


def test_it_draws_without_a_network(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    ink = page.evaluate(INK)
    assert ink["inked"] > 2_000
    assert ink["colours"] > 50
    assert page.evaluate("document.fonts.check('16px Sarabun', 'กA')")


def test_the_whole_map_is_in_view(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.mouse.click(*on_screen(page, 200, 260))
    assert page.locator("#card h2").inner_text() == "สำนักงานจังหวัด"
    page.mouse.click(*on_screen(page, 760, 300))
    assert page.locator("#card h2").inner_text() == "วัดป่า"
    page.mouse.click(*on_screen(page, 530, 700))
    assert page.locator("#card").is_hidden()


def test_rows_of_the_table_are_the_nodes_and_select_them(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    assert page.locator("tr[data-row]").count() == 3
    page.locator("tr[data-row='1']").click()
    assert page.locator("#card h2").inner_text() == "กลุ่มน้ำใส"
    assert page.locator("#card li").all_inner_texts() == ["สำนักงานจังหวัด", "วัดป่า"]
    assert page.locator("tr.selected").get_attribute("data-row") == "1"


@pytest.mark.parametrize(
    ("typed", "rows"),
    [("น้ำ", 1), ("นํ้า", 1), ("น้ํา", 1), ("สำนัก", 1), ("STATE", 2), ("state น้ำ", 1), ("ไม่มีชื่อนี้", 0), ("", 3)],
)
def test_search_finds_what_looks_the_same(opened: Opened, tmp_path: Path, typed: str, rows: int):
    page = show(opened, tmp_path, model())
    page.fill("#search", typed)
    assert page.locator("tr[data-row]:visible").count() == rows
    assert page.locator("#shown").inner_text() == (f"แสดง {rows} จาก 3" if rows else "คำ no_match")


def test_the_table_sorts_by_its_headings(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.click("button[data-column='0']")
    assert page.locator("tbody th").all_inner_texts() == ["กลุ่มน้ำใส", "วัดป่า", "สำนักงานจังหวัด"]
    page.click("button[data-column='2']")
    assert page.locator("tr[data-row] td:nth-child(3)").all_inner_texts() == ["2", "1", "0"]
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_a_gap_in_the_list_leads_to_its_place(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.click("button[data-gap='1']")
    assert page.locator("#card h2").inner_text() == "วัดป่า"
    assert page.locator("button[data-gap].selected").get_attribute("data-gap") == "1"


def test_everything_can_be_reached_by_keyboard(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.locator("button[data-node='0']").focus()
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == "สำนักงานจังหวัด"
    page.locator("#card li button").first.focus()
    page.keyboard.press("Enter")  # along a tie to its other end
    assert page.locator("#card h2").inner_text() == "กลุ่มน้ำใส"
    assert page.evaluate("document.activeElement.closest('#card') !== null")
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()
    assert page.evaluate("document.activeElement.classList.contains('vis-network')")


def test_the_map_answers_to_keys_and_buttons(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    before = page.evaluate(PICTURE)
    page.locator(".vis-network").focus()
    for key in ("+", "+", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.evaluate(PICTURE) != before
    page.keyboard.press("0")
    page.wait_for_timeout(400)
    page.mouse.click(*on_screen(page, 320, 260))
    assert page.locator("#card h2").inner_text() == "กลุ่มน้ำใส"
    page.click("button[data-zoom='1.4']")
    page.wait_for_timeout(300)
    page.click("button[data-zoom='0']")


def test_the_wheel_scrolls_the_page_and_leaves_the_map_alone(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.set_viewport_size({"width": 1000, "height": 500})
    page.mouse.move(*on_screen(page, 530, 200))
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") > 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(opened: Opened, tmp_path: Path, text: str):
    page = show(opened, tmp_path, hostile(text))
    elements = "() => document.querySelectorAll('body *').length"
    page.mouse.move(*on_screen(page, 200, 260))
    page.wait_for_selector(".vis-tooltip", state="visible")
    assert page.locator(".vis-tooltip").evaluate("tip => tip.children.length === tip.querySelectorAll('br').length")
    page.click("tr[data-row='0'] button")
    page.locator("button[data-gap='0']").click()
    page.fill("#search", text)
    page.fill("#search", "")
    page.click("tr[data-row='1'] button")
    assert page.title().strip() == " ".join(text.split())
    assert page.locator("#card h2").evaluate("heading => heading.children.length") == 0
    assert page.locator("img, a, svg[onload]").count() == 0
    assert page.evaluate("document.scripts.length") == 3
    assert page.evaluate(elements) < 200


def test_on_paper_map_legend_and_gaps_share_the_first_page(opened: Opened, tmp_path: Path):
    page = show(opened, tmp_path, model())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # browsers send it before they change to paper
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 718})  # A4 landscape within its margins
    canvas = page.locator("#printed canvas").bounding_box()
    assert canvas
    assert canvas["width"] > 600
    assert canvas["y"] + canvas["height"] < 718
    for part in (".legend", ".gaps"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] < 718
    assert page.locator(".tools").is_hidden()
    assert page.locator("tr[data-row]").first.is_visible()
    assert page.evaluate("document.querySelector('#printed canvas').width") == 2_400


@pytest.mark.parametrize("size", [(1024, 768), (390, 844)])
def test_nothing_is_wider_than_the_screen(opened: Opened, tmp_path: Path, size: tuple[int, int]):
    opened.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = show(opened, tmp_path, model())
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate(INK)["inked"] > 500
