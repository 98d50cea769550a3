"""The static picture: well-formed, whole, harmless, the same every time, and drawn as the model says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.browser import CutContext
from tests.maps.invented import drawn, isolate, province, untied
from tests.visualizations.hand_made import HOSTILE, hostile, model
from visualizations.map_model import Hull, MapEdge, MapModel
from visualizations.shapes import REACH
from visualizations.svg_map import LEGENDS, render_svg

SVG = "{http://www.w3.org/2000/svg}"


def parsed(made: MapModel, **how: object) -> Element:
    return fromstring(render_svg(made, **how))  # type: ignore[arg-type]


def layer(picture: Element, name: str) -> Element:
    found = picture.find(f".//*[@id='map-{name}']")
    assert found is not None, name
    return found


def texts(element: Element) -> list[str]:
    return [each.text or "" for each in element.iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def large() -> MapModel:
    shown = province(2_000)
    return drawn(shown, [untied("business", "community")]).model


@pytest.mark.parametrize("legend", LEGENDS)
@pytest.mark.parametrize("standalone", [True, False])
def test_it_is_well_formed_and_says_what_it_shows(legend: str, standalone: bool):
    picture = parsed(model(), legend=legend, standalone=standalone)
    assert (picture.tag, picture.get("lang"), picture.get("role")) == (f"{SVG}svg", "th", "img")
    assert [picture.findtext(f"{SVG}{name}") for name in ("title", "desc")] == ["เครือข่ายตัวอย่าง", "แผนที่สองภาคส่วน"]


def test_every_actor_is_drawn_once_at_its_place_in_its_looks():
    made = model()
    marks = list(layer(parsed(made), "actors"))
    assert [mark.findtext(f"{SVG}title") for mark in marks] == [node.name for node in made.nodes]
    for node, mark in zip(made.nodes, marks, strict=True):
        points = [tuple(map(float, point.split(","))) for point in (mark.get("points") or "").split()]
        assert sum(x for x, _ in points) / 4 == pytest.approx(node.x, abs=0.05)
        assert sum(y for _, y in points) / 4 == pytest.approx(node.y, abs=0.05)
        reach = max(((x - node.x) ** 2 + (y - node.y) ** 2) ** 0.5 for x, y in points)
        assert reach == pytest.approx(node.radius * REACH[node.shape], abs=0.1)
    assert [mark.get("fill") for mark in marks] == ["#0C13B3", "#0C13B3", "url(#map-hatch)"]


def test_a_large_network_is_whole_and_small_enough(large: MapModel):
    text = render_svg(large)
    picture = fromstring(text)
    drawn_once = Counter(mark.findtext(f"{SVG}title") for mark in layer(picture, "actors"))
    assert drawn_once == Counter(node.name for node in large.nodes)
    assert sum(len(group) for group in layer(picture, "ties")) == len(large.edges)
    assert texts(layer(picture, "labels")) == [node.label.text for node in large.nodes if node.label]
    assert len(text.encode()) < 1_000_000


def test_ties_end_at_their_actors_and_bend_to_the_side_the_model_says():
    made = model(
        edges=(
            MapEdge(0, 2, "#4B5563", 0.3, 1.0, inside=False),
            MapEdge(0, 1, "#4B5563", 0.3, 1.0, inside=False, bend=0.1),
        )
    )
    (group,) = layer(parsed(made), "ties")
    straight, bent = (path.get("d") for path in group)
    assert straight == "M200 260L760 300"
    # From left to right, left is up: a tenth of 120 above the middle.
    assert bent == "M200 260Q260 248 320 260"


def test_gaps_lie_over_the_actors_with_their_numbers():
    picture = parsed(model())
    order = [group.get("id") for group in picture.iter(f"{SVG}g") if group.get("id")]
    assert order.index("map-actors") < order.index("map-gaps") < order.index("map-labels") < order.index("map-badges")
    assert texts(layer(picture, "badges")) == ["1", "2"]
    dashes = [path.get("stroke-dasharray") for path in layer(picture, "gaps").iter(f"{SVG}path")]
    assert dashes == [None, "8 6"]
    (ring,) = layer(picture, "gaps").iter(f"{SVG}circle")
    assert (ring.get("cx"), ring.get("cy"), ring.get("stroke-dasharray")) == ("760", "300", "3.5 2.5")


def test_who_stands_apart_has_a_ring_without_a_number():
    (ring,) = layer(parsed(model(apart=(1,))), "apart")
    assert (ring.get("cx"), ring.get("stroke-dasharray")) == ("320", "3.5 2.5")


def test_every_group_has_a_pattern_of_its_own_and_the_unknown_is_hatched():
    discs = model().hulls
    many = tuple(replace(discs[0], group=f"g{number}", colour=f"#00000{number}") for number in range(8))
    picture = parsed(model(hulls=(*many, discs[1])))
    drawn_over = [disc.get("fill") for disc in list(layer(picture, "hulls"))[1::2]]
    made = {pattern.get("id"): pattern.find(f"{SVG}path") for pattern in picture.iter(f"{SVG}pattern")}
    ways = [made[fill[5:-1]].get("d") if fill != "none" else "" for fill in drawn_over]  # type: ignore[index,union-attr]
    assert len(set(ways)) == len(ways) == 9


def test_a_missing_group_is_an_empty_dashed_disc():
    discs = list(layer(parsed(model()), "hulls"))
    assert (discs[5].get("fill"), discs[5].get("stroke-dasharray")) == ("none", "7 5")
    assert discs[1].get("stroke-dasharray") is None


@pytest.mark.parametrize("legend", ["right", "below"])
def test_the_legend_names_everything_within_the_picture(legend: str):
    made = model()
    picture = parsed(made, legend=legend)
    _, _, width, height = map(float, (picture.get("viewBox") or "").split())
    assert (width > made.width) == (legend == "right")
    assert (height > made.height) == (legend == "below")
    words = {block.heading for block in made.legend} | {entry.text for block in made.legend for entry in block.entries}
    assert set(texts(layer(picture, "legend"))) == words


def test_a_picture_without_a_legend_is_the_sheet_alone():
    picture = parsed(model(), legend="none")
    assert picture.get("viewBox") == "0 0 1060 800"
    assert picture.find(".//*[@id='map-legend']") is None


def test_a_place_for_the_legend_that_is_unknown_is_refused():
    with pytest.raises(ValueError, match="left"):
        render_svg(model(), legend="left")


def test_alone_it_says_what_it_is_and_carries_its_font():
    text = render_svg(model(notes=("โปรดอ่านก่อน",)), standalone=True)
    said = " ".join(texts(fromstring(text)))
    for words in ("เครือข่ายตัวอย่าง", "ณ วันที่ 1 ตุลาคม 2569", "ข้อมูลสังเคราะห์", "โปรดอ่านก่อน", "รหัสข้อมูล abc"):
        assert words in said
    assert text.count("@font-face") == 4
    assert "@font-face" not in render_svg(model())


def test_nothing_is_loaded_and_nothing_runs():
    text = render_svg(model(), standalone=True)
    assert not re.findall(r"<(?:script|image|foreignObject|a|use)\b|\son\w+=|href", text)
    assert all(re.match("data:font/woff2|#map-|#hatch", target) for target in re.findall(r"url\((.*?)\)", text))


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "a\x00b\ud83dc", "&amp;\"'"])
def test_hostile_names_stay_names(text: str):
    shown = text.replace("\x00", "\ufffd").replace("\ud83d", "\ufffd")
    calm = {element.tag for element in parsed(model(), standalone=True).iter()}
    picture = parsed(hostile(text), standalone=True)
    assert {element.tag for element in picture.iter()} <= calm
    assert not any(name.startswith("on") for element in picture.iter() for name in element.attrib)
    assert {mark.findtext(f"{SVG}title") for mark in layer(picture, "actors")} == {shown}
    assert texts(layer(picture, "headings")) == [shown] * 3


def test_a_hostile_colour_or_prefix_stays_an_attribute():
    made = model(hulls=(Hull("g", 1, 2, 3, '"/><script/>', model().hulls[0].heading, "'><b/>"),))
    assert b"<script" not in render_svg(made, prefix='m"><script>').encode()


def test_the_same_model_gives_the_same_text_and_no_long_numbers():
    shown = province(60, isolates=2)
    text = render_svg(drawn(shown, [isolate(shown, 0)]).model)
    assert text == render_svg(drawn(shown, [isolate(shown, 0)]).model)
    assert not re.findall(r"\d\.\d{4,}", text.split("</desc>")[1])


def test_two_pictures_can_stand_in_one_page():
    both = render_svg(model(), prefix="before") + render_svg(model(), prefix="after")
    found = re.findall(r'\bid="([^"]+)"', both)
    assert len([one for one in found if one != "hatch"]) == len({one for one in found if one != "hatch"})


def test_a_browser_draws_it_without_a_network(cut_browser: CutContext, tmp_path: Path):
    file = tmp_path / "map.svg"
    file.write_text(render_svg(model(), standalone=True), encoding="utf-8")
    page = cut_browser.page()
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.localName") == "svg"
    # The legend and the texts stay within the sheet, as the browser measures them.
    outside = page.evaluate(
        "() => { const root = document.documentElement, all = root.viewBox.baseVal, m = root.getScreenCTM().inverse();"
        "return [...document.querySelectorAll('text')].filter(text => { const box = text.getBoundingClientRect();"
        "const end = new DOMPoint(box.right, box.bottom).matrixTransform(m);"
        "return end.x > all.width + 1 || end.y > all.height + 1; }).map(text => text.textContent); }"
    )
    assert outside == []
    assert cut_browser.refused == []
