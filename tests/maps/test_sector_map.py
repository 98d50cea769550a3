"""What the sector map shows of a network, and what it refuses."""

from __future__ import annotations

import pytest

from network_service.errors import RefusedForSafety
from network_service.findings.finding import Severity, Subject
from network_service.maps.sector_map import MOST_ACTORS, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import messages_in
from tests.maps import laws
from tests.maps.invented import REQUIRED, SEED, absent, actor_id, drawn, finding, isolate, snapshot, untied
from visualizations.map_model import WORDS


def hulls(model):
    return {hull.group: hull for hull in model.hulls}


def test_a_missing_required_sector_is_an_empty_dashed_disc():
    model = drawn(snapshot(["state", "business"])).model
    assert {group for group, hull in hulls(model).items() if hull.missing} == {"civil_society", "community", "academic"}
    assert hulls(model)["academic"].heading.text == "ภาควิชาการ: ยังไม่มีสมาชิก"
    assert not hulls(model)["state"].missing


def test_a_sector_that_is_neither_required_nor_present_has_no_disc():
    assert "political" not in hulls(drawn(snapshot(["state"])).model)


def test_actors_of_unknown_sector_have_a_hatched_disc_of_their_own():
    model = drawn(snapshot(["state", None, None])).model
    unknown = hulls(model)["unknown"]
    assert (unknown.hatched, unknown.colour, unknown.heading.text) == (True, "#6B7280", "ยังไม่ทราบภาคส่วน 2")
    assert {node.id for node in model.nodes if node.hatched} == {actor_id(1), actor_id(2)}


def test_an_empty_network_says_so():
    model = drawn(snapshot([])).model
    assert model.nodes == ()
    assert model.notes == ("ยังไม่มีสมาชิกที่จะแสดงตามเงื่อนไขที่เลือก",)


def test_title_and_subtitle_in_thai_use_the_buddhist_era_and_the_digits_of_the_screen():
    model = drawn(snapshot(["state", "state", "business"], [(0, 1), (1, 2)])).model
    assert model.title == "เครือข่ายบริหารกิจการสาธารณะ จังหวัดตัวอย่าง"
    assert model.subtitle == "ณ วันที่ 1 ตุลาคม 2569 · สมาชิก 3 ราย · 2 สายสัมพันธ์ · ข้อมูลสังเคราะห์"
    assert model.language == "th"


def test_title_and_subtitle_in_english():
    model = drawn(snapshot(["state", "state"], [(0, 1)], synthetic=False), language="en").model
    assert model.subtitle == "As of 1 October 2026 · 2 actors · 1 tie"
    assert model.banner == ""


def test_the_footer_makes_the_picture_reproducible():
    footer = drawn(snapshot(["state"]), language="en").model.footer
    assert footer.endswith("data revision 12 · data hash 3fa9c17be2d0 · seed 11")
    assert "betweenness in the undirected network" in footer
    assert "collaboration, resource sharing and agreements" in footer


def test_synthetic_data_bear_a_banner():
    assert "ข้อมูลสังเคราะห์" in drawn(snapshot(["state"])).model.banner


def test_every_actor_is_a_row_of_the_table_by_sector_and_in_the_order_of_the_dictionary():
    shown = snapshot(["business", "state", "state", None], names=["ค", "ไก่", "เขา", "ก"])
    model = drawn(shown).model
    assert [node.name for node in model.nodes] == ["ไก่", "เขา", "ค", "ก"]
    assert [node.cells[1] for node in model.nodes] == ["ภาครัฐ", "ภาครัฐ", "ภาคธุรกิจ", "ยังไม่ทราบภาคส่วน"]
    assert {len(node.cells) for node in model.nodes} == {len(model.table_headers)} == {len(model.numeric)}


def test_betweenness_that_is_not_known_is_said_and_not_shown_as_nought():
    shown = snapshot(["state", "state"], [(0, 1)])
    made = sector_map(
        shown, ActorFigures([None, 0.5], [1, 1]), [], messages=messages_in("en"), seed=SEED, required_sectors=REQUIRED
    ).model
    assert made.notes == ("The betweenness of 1 actor is not known; it is drawn at the smallest size.",)
    assert {node.id: node.cells[5] for node in made.nodes} == {actor_id(0): "not known", actor_id(1): "0.500"}


def test_shapes_say_the_area_level_and_hollow_symbols_persons():
    shown = snapshot(["state"] * 6, levels=["person"] + ["organization"] * 5)
    nodes = {node.id: node for node in drawn(shown).model.nodes}
    shapes = ["diamond", "square", "triangle", "triangleDown", "dot", "hexagon"]
    assert [nodes[actor_id(n)].shape for n in range(6)] == shapes
    assert [nodes[actor_id(n)].hollow for n in range(6)] == [True] + [False] * 5


def test_ties_inside_a_sector_are_straight_and_in_its_colour_those_between_sectors_curved_and_grey():
    model = drawn(snapshot(["state", "state", "business"], [(0, 1), (1, 2)])).model
    inside, across = model.edges
    assert (inside.inside, inside.colour, inside.bend) == (True, "#0C13B3", 0.0)
    assert (across.inside, across.colour) == (False, "#4B5563")
    assert across.bend != 0.0


def test_every_sector_with_a_tied_member_has_a_name_written():
    sectors = ["state"] * 40 + ["political", "academic", "citizen"]
    model = drawn(snapshot(sectors, [(0, n) for n in range(1, 43)])).model
    assert {node.group for node in model.nodes if node.label} == {"state", "political", "academic", "citizen"}


def test_marks_are_numbered_in_the_order_of_the_findings():
    shown = snapshot(["state", "state", "business", "community"], [(0, 1)])
    found = [absent("academic"), untied("business", "community"), isolate(shown, 3), isolate(shown, 2)]
    model = drawn(shown, found).model
    assert [mark.number for mark in model.gaps] == [1, 2, 3, 4]
    heading, line, ring, other = model.gaps
    assert (heading.line, heading.ringed) == (None, ())
    assert line.line is not None
    assert [model.nodes[place].id for place in (*ring.ringed, *other.ringed)] == [actor_id(3), actor_id(2)]
    assert ring.dashed
    assert ring.text.startswith("ยังไม่พบบันทึกสายสัมพันธ์")
    assert ring.rank == "สำคัญ"


def test_the_line_between_two_sectors_runs_from_edge_to_edge():
    model = drawn(snapshot(["business"] * 5 + ["community"] * 5), [untied("business", "community")]).model
    line = model.gaps[0].line
    for x, y, group in ((line.x1, line.y1, "business"), (line.x2, line.y2, "community")):
        disc = hulls(model)[group]
        assert abs(complex(x - disc.x, y - disc.y)) == pytest.approx(disc.radius + 3)


def test_an_actor_that_others_hang_on_has_a_solid_ring():
    shown = snapshot(["state"] * 3, [(0, 1), (1, 2)])
    told = {"name": "ก", "count": 1, "sectors": (), "names": ("ข",), "names_more": 0}
    cut = finding("single_point_of_failure", Subject("actor", actor_id(1), "ก"), **told)
    (mark,) = drawn(shown, [cut]).model.gaps
    assert not mark.dashed


def test_at_most_ten_findings_are_marked_and_those_without_a_place_are_left_to_the_list():
    shown = snapshot(["state"] * 20)
    body = finding("body_lacks_sector", Subject("body", "b", "คณะ"), severity=Severity.CRITICAL)
    model = drawn(shown, [body, *(isolate(shown, actor) for actor in range(14))]).model
    assert len(model.gaps) == 10
    assert [model.nodes[place].id for place in model.apart] == [actor_id(number) for number in range(10, 14)]
    assert model.nodes[model.gaps[0].ringed[0]].id == actor_id(0)


def test_few_actors_of_one_finding_all_bear_its_number():
    shown = snapshot(["state", "business", "community", "state"], [(0, 1), (1, 2)])
    subjects = [Subject("actor", actor_id(n), "") for n in range(3)]
    split = finding("split_component", *subjects, count=3, main=4, names=("ก",), names_more=2)
    (mark,) = drawn(shown, [split]).model.gaps
    assert len(mark.badges) == len(mark.ringed) == 3


def test_the_legend_names_only_what_is_there():
    texts = [entry.text for block in drawn(snapshot(["state"]), required=[]).model.legend for entry in block.entries]
    assert "ภาครัฐ" in texts
    assert "ภาคธุรกิจ" not in texts
    assert "สมาชิกที่ยังไม่มีสายสัมพันธ์" not in texts


def test_isolates_without_a_number_are_ringed_and_in_the_legend():
    shown = snapshot(["state", "state", "business", *["community"] * 12], [(0, 1), (0, 2)])
    pairs = [untied("business", "community"), untied("state", "community")] * 5
    model = drawn(shown, [*pairs, *(isolate(shown, actor) for actor in range(3, 15))]).model
    assert len(model.apart) == 12
    assert "สมาชิกที่ยังไม่มีสายสัมพันธ์" in {entry.text for block in model.legend for entry in block.entries}


def test_a_long_name_gives_up_the_name_of_the_province_before_it_is_cut():
    names = ["สำนักงานส่งเสริมการปกครองจังหวัดตัวอย่าง", "วัดจังหวัดตัวอย่าง", "จังหวัดตัวอย่างและผองเพื่อนเพื่อสังคมและสิ่งแวดล้อม"]
    model = drawn(snapshot(["state"] * 3, names=names)).model
    shown = {node.name: node.short_name for node in model.nodes}
    assert shown[names[0]] == "สำนักงานส่งเสริมการปกครอง"
    assert shown[names[1]] == names[1]
    assert shown[names[2]].startswith("และผองเพื่อน")
    assert shown[names[2]].endswith("…")


def test_the_legend_gives_the_size_of_three_values():
    model = drawn(snapshot(["state"] * 5, [(0, n) for n in range(1, 5)])).model
    sizes = next(block for block in model.legend if block.row).entries
    assert [entry.text for entry in sizes] == ["0.062", "0.25", "1"]
    assert sizes[-1].radius == pytest.approx(max(node.radius for node in model.nodes), abs=0.001)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_gets_every_caption_it_asks_for(language: str):
    assert drawn(snapshot(["state"]), language=language).model.words.keys() == set(WORDS)


def test_a_crowded_map_says_that_single_actors_cannot_be_told_apart():
    model = drawn(snapshot(["state"] * 2_001), language="en").model
    assert model.notes[0].startswith("The network has 2,001 actors")
    assert laws.outside_their_disc(model) == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_network_too_large_to_read_is_refused_with_the_cure(language: str):
    with pytest.raises(RefusedForSafety) as refused:
        drawn(snapshot(["state"] * (MOST_ACTORS + 1)))
    assert refused.value.code == "map.too_large"
    assert "5,001" in messages_in(language).text(refused.value.code, **refused.value.parameters)
