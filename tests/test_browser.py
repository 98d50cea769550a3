"""A page in the cut browser sees its own files and nothing else."""

from pathlib import Path

from tests.browser import CutContext

PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>หน้า</title>
<script src="local.js"></script><img src="http://www.example.org/beacon.png"><p>น้ำ</p></html>"""


def test_a_local_page_runs_and_a_call_to_another_host_is_listed(cut_browser: CutContext, tmp_path: Path) -> None:
    (tmp_path / "local.js").write_text("window.loaded = 'ใช่';", encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    page = cut_browser.page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("window.loaded") == "ใช่"
    assert page.inner_text("p") == "น้ำ"
    assert cut_browser.refused == ["http://www.example.org/beacon.png"]


def test_a_page_without_foreign_parts_asks_for_nothing(cut_browser: CutContext) -> None:
    page = cut_browser.page()
    page.set_content("<p>เครือข่าย</p>")
    assert page.inner_text("p") == "เครือข่าย"
    assert cut_browser.refused == []
