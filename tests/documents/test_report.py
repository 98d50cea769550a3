"""The report: whole, in plain words, one valid page that loads and runs nothing, on paper as on a screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

from network_service.documents.report.page import render_report
from network_service.documents.report.parts import ReportParts
from network_service.findings.closing.wording import effect_sentence
from network_service.findings.wording import remedy, sentence
from network_service.messages import LANGUAGES, messages_in
from network_service.process.judging import State
from network_service.process.wording import (
    condition_action,
    condition_sentence,
    factor_sentence,
    figure_title,
    part_title,
)
from tests.browser import CutContext
from tests.documents.printed_sheets import Printed
from tests.documents.report_parts import parts, sample
from tests.process.hand import situation
from tests.visualizations.hand_made import HOSTILE, hostile, model

THAI = messages_in("th")
VOID = frozenset({"meta", "wbr", "br", "hr", "img", "input", "link", "col"})
# What no element of another kind may stand in: a list holds entries, a table rows, and so on.
PARENTS = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "figcaption": {"figure"},
}
NO_BLOCKS = frozenset({"p", "h1", "h2", "h3", "span", "b", "strong", "small", "a"})
BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "section", "article", "h1", "h2", "h3", "dl", "figure"})


@dataclass
class Checked(HTMLParser):
    """A page read as strictly as HTML is written here: every element closed, and in a place that is allowed."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        parent = self.inside[-1] if self.inside else ""
        if tag in PARENTS and parent not in PARENTS[tag]:
            self.faults.append(f"<{tag}> in <{parent}>")
        if tag in BLOCKS and NO_BLOCKS & set(self.inside):
            self.faults.append(f"<{tag}> in {self.inside}")
        if len(attrs) != len(dict(attrs)):
            self.faults.append(f"<{tag}> says one thing twice")
        whole = dict(attrs).get("class") == "whole"
        if tag != "wbr" and not whole:
            self.texts.append(" ")
        if tag not in VOID:
            self.inside.append("whole" if whole else tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if "svg" not in self.inside:
            self.faults.append(f"<{tag}/> out of a picture")

    def handle_endtag(self, tag: str) -> None:
        opened = self.inside.pop() if self.inside else ""
        if opened != "whole":
            self.texts.append(" ")
        if opened not in {tag, "whole"}:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] != "style":
            self.texts.append(data)

    def of(self, name: str) -> list[str]:
        """The values of an attribute, wherever it is."""
        return [value or "" for _, attributes in self.tags for key, value in attributes.items() if key == name]

    @property
    def text(self) -> str:
        """All that can be read, with single spaces."""
        return " ".join("".join(self.texts).split())


def read(html: str) -> Checked:
    page = Checked()
    page.feed(html)
    page.close()
    return page


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ReportParts:
    return parts(*sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="module")
def html(made: ReportParts) -> str:
    return render_report(made, THAI)


@pytest.fixture(scope="module")
def page(html: str) -> Checked:
    return read(html)


def small(**changes: object) -> ReportParts:
    """The report of a network of three members and two ties."""
    told = situation("g1 g2 b1", "g1-g2 g2-b1")
    return parts(told.snapshot, told.affairs, model(), **changes)


def named(text: str) -> ReportParts:
    """The same with a text for every name and every mark of the snapshot."""
    told = situation("g1 g2 b1 c1", "g1-g2 g2-b1")
    actors = replace(told.snapshot.actors, names=(text,) * 4)
    snapshot = replace(told.snapshot, actors=actors, network_names=(text,), content_hash=text, synthetic=False)
    return parts(snapshot, told.affairs, hostile(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_valid_page_in_its_language(made: ReportParts, language: str) -> None:
    text = render_report(made, messages_in(language))
    found = read(text)
    assert found.faults == []
    assert found.inside == []
    assert text.lstrip().startswith("<!doctype html>\n")
    assert ("html", {"lang": language}) in found.tags
    ids = found.of("id")
    assert len(ids) == len(set(ids))
    assert {name for each in found.of("aria-labelledby") for name in each.split()} <= set(ids)
    assert {link.removeprefix("#") for link in found.of("href")} <= set(ids)


def test_no_line_breaks_inside_a_word_that_browsers_take_for_two(opened: Page) -> None:
    lines = "() => [...document.querySelectorAll('.whole')].map(word => word.getClientRects().length)"
    for width in (390, 700, 1000):
        opened.set_viewport_size({"width": width, "height": 800})
        assert set(opened.evaluate(lines)) == {1}


def test_nothing_is_loaded_and_nothing_runs(page: Checked, html: str) -> None:
    assert {tag for tag, _ in page.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "form",
        "base",
        "image",
    } == set()
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert all(link.startswith("#") for link in page.of("href"))
    assert not {"src", "srcset", "action", "data", "xlink:href"} & {name for _, told in page.tags for name in told}
    style = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert set(re.findall(r"url\(\s*([a-z]+:[a-z/0-9]+)", style)) == {"data:font/woff2"}
    assert "@import" not in style
    (policy,) = [told["content"] for _, told in page.tags if "http-equiv" in told]
    assert policy
    assert policy.startswith("default-src 'none'; script-src 'none';")


def test_the_cover_says_which_report_it_is(page: Checked) -> None:
    for words in ("รายงานสถานการณ์เครือข่าย", "ณ วันที่ 1 ตุลาคม 2569", "ข้อมูลรุ่นที่ 1", "ข้อมูลสังเคราะห์เพื่อการสาธิต"):
        assert words in page.text


def test_the_whole_hash_is_told_to_those_who_compute_it_again(page: Checked, made: ReportParts) -> None:
    assert made.snapshot.content_hash in page.text
    assert "network-service analyse --province TH-98 --as-of 2026-10-01" in page.text


def test_the_situation_counts_what_was_planted(page: Checked) -> None:
    # Counted from the sample's tables: 142 members of all eight sectors, three of them without a tie.
    assert "เครือข่ายมีสมาชิก 142 ราย จาก 8 ภาคส่วน" in page.text
    assert "มีสมาชิก 3 รายที่ยังไม่พบบันทึกสายสัมพันธ์กับใครเลย" in page.text
    # Only the step of the manager is ready, as the test of readiness holds.
    assert "พร้อม 1 ขั้น และยังไม่พร้อม 6 ขั้น" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_there_with_its_remedy_in_order(made: ReportParts, language: str) -> None:
    words = messages_in(language)
    text = read(render_report(made, words)).text
    text = text[text.index(words.text("report.gaps.read")) :]
    places = [text.find(" ".join(sentence(one, words).split())) for one in made.findings]
    assert -1 not in places
    assert places == sorted(places)
    assert all(" ".join(remedy(one, words).split()) in text for one in made.findings)


def test_nobody_is_told_by_an_id(page: Checked) -> None:
    assert re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}-", page.text) == []


def test_the_first_page_tells_of_the_three_most_pressing(page: Checked, made: ReportParts) -> None:
    counted = Counter(page.text.count(sentence(one, THAI)) for one in made.findings)
    assert counted == {2: 3, 1: len(made.findings) - 3}


def test_every_condition_is_told_and_every_failing_one_with_its_next_action(page: Checked, made: ReportParts) -> None:
    for step in made.readings.steps:
        for one in step.conditions:
            assert condition_sentence(one, THAI) in page.text
            assert (one.state is State.TRUE) == (condition_action(one, THAI) is None)
            assert condition_action(one, THAI) is None or str(condition_action(one, THAI)) in page.text


def test_factors_considerations_and_doubt_are_told(page: Checked, made: ReportParts) -> None:
    assert all(factor_sentence(one, THAI) in page.text for one in made.readings.factors)
    figures = [figure for one in made.considerations for figure in one.figures]
    assert all(figure_title(one, THAI) in page.text for one in (*figures, *made.doubts))


def test_what_is_not_known_is_never_nought() -> None:
    told = small()
    text = read(render_report(told, THAI)).text
    assert {one.value for one in told.doubts if one.code in {"age_years", "unknown_strength"}} == {None}
    assert f"{THAI.text('doubt.age_years')} ยังไม่ทราบ 0" in text
    assert f"ยังไม่ทราบ {THAI.text('measure.reason.one_sector')}" in text
    assert "None" not in text
    assert "nan" not in text


def test_a_score_that_is_not_known_is_said_so_once(html: str, made: ReportParts) -> None:
    cells = re.findall(r'<td class="score".*?</td>', html, re.DOTALL)
    unknown = [cell for cell, one in zip(cells, made.readings.factors, strict=True) if one.score is None]
    assert unknown
    assert [cell.count("ยังไม่ทราบ") for cell in unknown] == [1] * len(unknown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_is_left_for_the_reader_to_guess(made: ReportParts, language: str) -> None:
    words = messages_in(language)
    text = read(render_report(made, words)).text
    before, _, after = text.partition(words.text("report.methods.read"))
    parts_on = after[after.index(words.text("report.methods.parts")) :]
    assert re.findall(r"\b[a-z]+_[a-z_]+", before + parts_on) == []
    for factor in made.readings.factors:
        assert all(part_title(factor, part, words) in parts_on for part in factor.parts)


def test_what_closing_would_change_is_told_where_it_is_known(page: Checked, made: ReportParts) -> None:
    assert made.effects
    for effect in made.effects:
        assert " ".join(effect_sentence(effect, THAI).split()) in page.text
    assert page.text.count(THAI.text("report.gaps.changes")) == len(made.effects) < len(made.findings)


def test_the_map_is_in_it_with_every_actor(html: str, made: ReportParts) -> None:
    assert made.picture
    assert html.count('class="network-map"') == 1
    assert html.split('id="map-actors"')[1].split("</g>")[0].count("<title>") == len(made.snapshot.actors)
    assert "findings.xlsx" not in html, "all findings are in the report itself"


def test_a_network_too_large_for_a_map_says_why(made: ReportParts) -> None:
    text = render_report(replace(made, picture=None, no_picture="ใหญ่เกินไป"), THAI)
    assert "<p>ใหญ่เกินไป</p>" in text
    assert 'class="network-map"' not in text


def test_methods_are_told_once_each_with_what_a_reviewer_asks(page: Checked, made: ReportParts) -> None:
    text = page.text[page.text.index(THAI.text("report.methods.read")) :]
    for figure in made.figures:
        assert " ".join(figure.method.definition.split()) in text
        assert figure.method.source in text
        assert f"{figure.method.engine} {figure.method.engine_version}" in text


def test_a_network_of_nobody_has_a_report_too() -> None:
    told = situation()
    found = read(render_report(parts(told.snapshot, told.affairs), THAI))
    assert found.faults == []
    assert "เครือข่ายมีสมาชิก 0 ราย" in found.text


def test_data_of_real_people_bear_another_mark() -> None:
    told = small()
    real = replace(told, snapshot=replace(told.snapshot, synthetic=False))
    assert "โปรดเผยแพร่เท่าที่จำเป็น" in render_report(real, THAI)


def test_the_same_parts_make_the_same_report(made: ReportParts, html: str) -> None:
    assert render_report(made, THAI) == html


@pytest.fixture(scope="module")
def calm() -> set[str]:
    """The elements of a report whose names are harmless."""
    return {tag for tag, _ in read(render_report(named("ก"), THAI)).tags}


@pytest.mark.parametrize("text", [*HOSTILE, '"}</style><script>', "\\22 }", "a\x00b"])
def test_hostile_names_stay_names(text: str, calm: set[str]) -> None:
    struck = read(render_report(named(text), THAI))
    assert struck.faults == []
    assert [tag for tag, _ in struck.tags if tag not in {"text", "tspan"}].count("style") == 3
    assert {tag for tag, _ in struck.tags} == calm
    assert not any(name.startswith("on") for _, attributes in struck.tags for name in attributes)


def test_half_a_letter_does_not_stop_the_page_from_being_written() -> None:
    told = replace(small(), picture=None, no_picture="ก\ud83d")
    assert "ก?" in render_report(told, THAI).encode("utf-8").decode("utf-8")


@pytest.fixture
def opened(cut_browser: CutContext, html: str, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "report.html"
    file.write_text(html, encoding="utf-8")
    shown = cut_browser.page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(file.as_uri())
    yield shown
    assert complaints == []
    assert cut_browser.refused == []


def test_printed_on_a4_it_has_its_sheets_numbered_and_its_thai_can_be_found(opened: Page, made: ReportParts) -> None:
    printed = Printed(opened.pdf(prefer_css_page_size=True))
    sizes = Counter((round(sheet.width), round(sheet.height)) for sheet in printed.sheets)
    assert sizes.keys() == {(595, 842), (842, 595)}
    assert sizes[842, 595] == 1, "the map, and nothing else, lies on its side"
    # Nineteen as of Chromium 156; another may break a line elsewhere.
    assert 17 <= len(printed.sheets) <= 22
    for number, sheet in enumerate(printed.sheets, 1):
        assert f"หน้า{number}จาก{len(printed.sheets)}" in sheet.text
        assert "ข้อมูลสังเคราะห์" in sheet.text
        assert len(sheet.text) > 250, "a sheet that is nearly empty"
    told = [one for one in made.findings if one.rule == "isolate"]
    assert len(told) == 3
    for one in told:
        assert "".join(sentence(one, THAI).split()) in printed.text


def test_tables_repeat_their_headings_and_split_no_row(opened: Page) -> None:
    opened.emulate_media(media="print")
    styles = (
        "name => { const one = getComputedStyle(document.querySelector(name)); return [one.display, one.breakInside]; }"
    )
    assert opened.evaluate(styles, ".tasks thead")[0] == "table-header-group"
    assert opened.evaluate(styles, ".tasks tbody tr")[1] == "avoid"
    assert opened.evaluate(styles, ".gaps li")[1] == "avoid"


@pytest.mark.parametrize("size", [(1280, 800), (768, 1024), (360, 740)])
def test_nothing_is_wider_than_the_screen(opened: Page, size: tuple[int, int]) -> None:
    opened.set_viewport_size({"width": size[0], "height": size[1]})
    assert opened.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert opened.evaluate("document.fonts.check('16px Sarabun', 'กA')")
