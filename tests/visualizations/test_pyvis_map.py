"""The page carries everything, loads nothing, and shows every text as text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from math import cos, pi, sin
from pathlib import Path

import pytest

from tests.visualizations.hand_made import HOSTILE, hostile, model
from visualizations.map_model import MapEdge
from visualizations.pyvis_map import MapPage, render_map

# What may be there without being asked for: our own and vis-network's.
SCRIPTS = [{"type": "application/json", "id": "data"}, {}, {}]


@dataclass
class Parsed(HTMLParser):
    """A page's elements, attributes and texts."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag):
        self._inside.append("")

    def handle_data(self, data):
        if not (self._inside and self._inside[-1] in {"script", "style"}):
            self.texts.append(data.strip())

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]


def parse(html: str) -> Parsed:
    page = Parsed()
    page.feed(html)
    return page


def embedded(html: str) -> dict[str, object]:
    """The data block of a page, as its own script reads it."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="module")
def html() -> str:
    return render_map(model())


def test_the_page_is_a_modern_document_in_its_language(html: str):
    assert html.startswith("<!doctype html>\n")
    page = parse(html)
    assert page.named("html") == [{"lang": "th"}]
    assert {"charset": "utf-8"} in page.named("meta")
    assert len(page.named("title")) == len(page.named("h1")) == 1


def test_nothing_is_loaded_from_anywhere(html: str):
    page = parse(html)
    loading = {"src", "href", "srcset", "data", "action", "poster", "background", "xlink:href"}
    assert [(tag, attributes) for tag, attributes in page.tags if loading & attributes.keys()] == []
    style = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert set(re.findall(r"url\(\s*([a-z]+:[a-z/0-9]+)", style)) == {"data:font/woff2"}
    assert "@import" not in style


def test_the_policy_allows_the_two_scripts_of_the_page_and_no_other(html: str):
    (policy,) = [each["content"] for each in parse(html).named("meta") if "http-equiv" in each]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}='", rules["script-src"])
    assert (rules["font-src"], rules["img-src"], rules["base-uri"], rules["form-action"]) == (
        "data:", "data:", "'none'", "'none'",
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_everywhere(text: str):
    plain, struck = parse(render_map(model())), parse(render_map(hostile(text)))
    assert struck.named("script") == SCRIPTS
    known = {tag for tag, _ in plain.tags}
    assert {tag for tag, _ in struck.tags} <= known
    assert not any(name.startswith("on") for _, attributes in struck.tags for name in attributes)
    assert struck.texts.count(text.strip()) >= 12
    assert embedded(render_map(hostile(text)))["hulls"][0]["heading"]["text"] == text


def test_the_data_block_holds_no_character_that_could_end_it():
    block = re.search(r'id="data">(.*?)</script>', render_map(hostile(HOSTILE[0])), re.DOTALL)
    assert block
    assert not set(block[1]) & set("<>&\u2028\u2029")


def test_half_a_character_does_not_stop_the_page_from_being_written():
    assert "ก" in render_map(model(("ก\ud83d", "b\x00", "c"))).encode("utf-8").decode("utf-8")


def test_every_node_is_a_row_of_the_table_with_all_its_cells(html: str):
    page, made = parse(html), model()
    assert [row["data-row"] for row in page.named("tr") if "data-row" in row] == ["0", "1", "2"]
    for node in made.nodes:
        assert set(node.cells) <= set(page.texts)


def test_every_gap_is_in_the_list_with_its_number(html: str):
    page = parse(html)
    assert [button["data-gap"] for button in page.named("button") if "data-gap" in button] == ["0", "1"]
    assert {"ยังไม่พบสายสัมพันธ์", "(สำคัญ)"} <= set(page.texts)


def test_a_map_without_gaps_says_so():
    assert "คำ no_gaps" in parse(render_map(model(gaps=()))).texts


def test_data_that_are_not_synthetic_bear_no_banner(html: str):
    assert "ข้อมูลสังเคราะห์" in parse(html).texts
    assert 'class="banner"' not in render_map(model(banner=""))


def test_it_stays_a_pyvis_network_with_numbered_nodes_and_places_from_the_model():
    page = MapPage(model())
    assert page.get_nodes() == [0, 1, 2]
    assert [(node["x"], node["y"]) for node in page.nodes] == [(200, 260), (320, 260), (760, 300)]
    assert page.num_edges() == 3
    assert embedded(page.generate_html())["options"]["physics"] is False


def test_the_page_is_written_as_utf_8_whatever_the_machine_prefers(tmp_path: Path):
    MapPage(model()).write_html(str(tmp_path / "map.html"))
    assert (tmp_path / "map.html").read_bytes().decode("utf-8") == render_map(model())


@pytest.mark.parametrize("bend", [0.05, -0.12, 0.24])
def test_a_tie_bends_in_vis_network_as_the_model_says(bend: float):
    made = model(edges=(MapEdge(0, 2, "#4B5563", 0.3, 1.0, inside=False, bend=bend),))
    (edge,) = MapPage(made).edges
    assert edge["smooth"]["type"] == ("curvedCW" if bend > 0 else "curvedCCW")
    # vis-network: the control point lies (1 + f) / 2 of the length away, f quarter turns off the straight way.
    roundness = edge["smooth"]["roundness"]
    length, turn = (1 + roundness) / 2, roundness * pi / 2
    assert length * sin(turn) == pytest.approx(abs(bend), abs=1e-3)
    assert length * cos(turn) == pytest.approx(0.5, abs=0.08)
