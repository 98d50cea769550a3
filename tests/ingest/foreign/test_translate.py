"""Other programs' networks become records by the rules of our own workbook: kinds, names, directions, parallels."""

from datetime import date

import pytest

from network_service.domain.identity import id_from_code
from network_service.domain.kinds import record_from
from network_service.domain.record import Node, Record
from network_service.domain.ties import CollaboratesWith
from network_service.domain.vocabulary import Sector, Visibility
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.imported import Imported
from tests.ingest.foreign.translated import PROVINCE, ends, imported, network, nodes_of, notes, table, ties_of

UUID_OF_ONE, UUID_OF_TWO = (f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
NODES = table(
    "Nodes",
    "Id,Label,Type",
    [
        ["1", "สำนักงานจังหวัด", "Government"],
        ["2", "มูลนิธิ ก", "NGO"],
        ["3", "นายสมมุติ ทดลอง", "Person"],
        ["4", "ชมรม ข", "กลุ่ม"],
        ["5", "โครงการ", "Project"],
        ["6", "ลำพัง", None],
    ],
)
TIES = table(
    "Edges", "Source,Target,Weight,Type", [["1", "2", 3, "funds"], ["2", "1", None, None], ["3", "4", 0.5, None]]
)


def test_types_give_kind_and_sector_and_unknown_ones_are_kept_as_the_source_calls_them():
    found = imported(network(NODES, TIES))
    assert found.faults == ()
    told = {name: (node.kind, getattr(node, "sector", None)) for name, node in nodes_of(found).items()}
    assert told == {
        "สำนักงานจังหวัด": ("organization", Sector.STATE),
        "มูลนิธิ ก": ("organization", Sector.CIVIL_SOCIETY),
        "นายสมมุติ ทดลอง": ("person", None),
        "ชมรม ข": ("group", None),
        "โครงการ": ("organization", None),
        "ลำพัง": ("organization", None),
    }
    assert [getattr(node, "source_type", None) for node in nodes_of(found).values()].count("Project") == 1
    assert notes(found)["foreign_types"] == {"count": 1, "words": ("Project",)}
    assert notes(found)["foreign_levels"]["count"] == 2


def test_ties_find_their_ends_by_key_and_keep_weight_type_and_direction():
    found = imported(network(NODES, TIES))
    assert ends(found) == [
        ("สำนักงานจังหวัด", "มูลนิธิ ก"),
        ("มูลนิธิ ก", "สำนักงานจังหวัด"),
        ("นายสมมุติ ทดลอง", "ชมรม ข"),
    ]
    first, _, third = ties_of(found)
    assert isinstance(first, CollaboratesWith)
    assert (first.weight, first.source_type, first.frequency, first.mutual) == (3.0, "funds", None, None)
    assert isinstance(third, CollaboratesWith)
    assert third.weight == 0.5
    assert notes(found)["foreign_tie_types"] == {"count": 1, "words": ("funds",)}


def test_undirected_ties_are_mutual_whether_the_file_or_the_row_says_so():
    plain = table("Edges", "Source,Target,Direction", [["ก", "ข", None], ["ข", "ค", "directed"], ["ค", "ก", "mutual"]])
    for directed, expected in ((True, [None, False, True]), (False, [True, False, True]), (None, [None, False, True])):
        found = imported(network(None, plain, directed=directed))
        assert [getattr(tie, "mutual", "?") for tie in ties_of(found)] == expected
        assert ("foreign_directed" in notes(found)) == (directed is None)


def test_a_direction_that_is_no_word_of_ours_is_a_fault_at_its_cell():
    found = imported(network(None, table("Edges", "Source,Target,Direction", [["ก", "ข", "sideways"]])))
    assert [(fault.code, fault.cell, fault.value) for fault in found.faults] == [
        ("value.not_yes_or_no", "C2", "sideways")
    ]


def test_names_that_only_ties_mention_become_organisations_that_count_as_no_rows():
    found = imported(network(None, table("Edges", "From,To", [["ก", "ข"], ["ข", "ค"]])))
    assert sorted(nodes_of(found)) == ["ก", "ข", "ค"]
    assert (found.read, found.accepted, found.refused) == (2, 2, 0)
    assert notes(found)["foreign_named_in_ties"] == {"part": "Edges", "count": 3}


def test_a_self_tie_is_refused_by_name_and_the_rest_is_read():
    found = imported(network(NODES, table("Edges", "Source,Target", [["1", "1"], ["1", "2"]])))
    assert [(fault.code, fault.sheet, fault.cell) for fault in found.faults] == [("record.self_tie", "Edges", "B2")]
    assert len(ties_of(found)) == 1
    assert (found.read, found.accepted, found.refused) == (8, 7, 1)


def test_parallel_ties_are_several_and_the_same_ones_again():
    rows = table("Edges", "Source,Target,Weight", [["1", "2", 1], ["1", "2", 2], ["1", "2", 2]])
    first = imported(network(NODES, rows))
    assert len({tie.id for tie in ties_of(first)}) == 3
    again = imported(network(NODES, rows), first.records)
    assert [(tie.id, getattr(tie, "weight", None)) for tie in ties_of(again)] == [
        (tie.id, getattr(tie, "weight", None)) for tie in ties_of(first)
    ]


def test_parallel_ties_keep_what_they_say_whatever_their_order():
    def ties(*rows: tuple[str, int]) -> ForeignNetwork:
        return network(NODES, table("Edges", "Source,Target,Type,Weight", [["1", "2", *row] for row in rows]))

    first = imported(ties(("x", 1), ("y", 2), ("y", 3)))
    said = {tie.id: (getattr(tie, "source_type", ""), getattr(tie, "weight", 0)) for tie in ties_of(first)}
    turned = imported(ties(("y", 3), ("y", 2), ("x", 1)), first.records)
    assert {tie.id: (getattr(tie, "source_type", ""), getattr(tie, "weight", 0)) for tie in ties_of(turned)} == said
    (other,) = ties_of(imported(ties(("z", 1)), first.records))
    assert other.id not in said


def test_an_undirected_tie_the_other_way_round_is_the_same_tie():
    first = imported(network(NODES, table("Edges", "Source,Target", [["1", "2"]]), directed=False))
    again = imported(network(NODES, table("Edges", "Source,Target", [["2", "1"]]), directed=False), first.records)
    assert ties_of(again) == ties_of(first)


@pytest.mark.parametrize("word", ["Meeting", "Agreement", "Province network", "issue"])
def test_a_type_that_is_a_record_of_ours_but_no_actor_is_what_the_source_calls_it(word: str):
    first = imported(network(NODES, None))
    found = imported(network(table("Nodes", "Label,Type", [["X", word]]), None), first.records)
    assert found.faults == ()
    (node,) = found.records[:1]
    assert (node.kind, getattr(node, "source_type", None)) == ("organization", word)


def test_two_nodes_of_one_name_are_told_apart_by_the_keys_of_the_file():
    twins = table("Nodes", "Id,Label", [["a", "ชมรม"], ["b", "ชมรม"]])
    found = imported(network(twins, table("Edges", "Source,Target", [["a", "b"]])))
    assert found.faults == ()
    assert sorted(str(node.source_key) for node in found.records if node.kind == "organization") == ["a ชมรม", "b ชมรม"]
    assert len(ties_of(found)) == 1


def test_a_key_that_two_rows_have_is_a_fault_for_nobody_knows_which_a_tie_means():
    twins = table("Nodes", "Id,Label", [["a", "ก"], ["a", "ข"]])
    found = imported(network(twins, None))
    assert [(fault.code, fault.cell) for fault in found.faults] == [("id.twice", "A3")]


def test_an_actor_that_the_store_has_by_name_stays_what_it_is_there():
    first = imported(network(NODES, None))
    again = imported(network(None, table("Edges", "Source,Target", [["ชมรม ข", "มูลนิธิ ก"]])), first.records)
    assert (nodes_of(again), len(ties_of(again))) == ({}, 1)
    listed = imported(network(table("Nodes", "Label", [["ชมรม ข"]]), None), first.records)
    assert nodes_of(listed)["ชมรม ข"] == nodes_of(first)["ชมรม ข"]


def after(first: Imported, second: ForeignNetwork) -> dict[str, Record]:
    """What the store holds by id once the second file has followed the first."""
    again = imported(second, first.records)
    assert again.faults == ()
    return {record.id: record for record in (*first.records, *again.records)}


def test_an_empty_cell_of_another_program_empties_nothing_that_is_stored():
    ties = table("Edges", "Source,Target,Weight,End", [["A", "B", 3, "1/3/2569"]])
    first = imported(
        network(table("Nodes", "Label,Description,visibility", [["A", "x", "officer"], ["B", None, None]]), ties)
    )
    blank = table("Edges", "Source,Target,Weight,End", [["A", "B", None, None]])
    second = network(table("Nodes", "Label,Description,visibility", [["A", None, None], ["B", "y", None]]), blank)
    kept = after(first, second)
    (a,) = [one for one in kept.values() if getattr(one, "name", "") == "A"]
    (tie,) = [one for one in kept.values() if isinstance(one, CollaboratesWith)]
    assert (a.note, a.visibility) == ("x", Visibility.OFFICER)
    assert (tie.weight, tie.valid_to) == (3.0, date(2026, 3, 2))


def test_columns_of_sheets_that_no_row_belongs_to_are_said_to_be_unread():
    found = imported(network(table("Nodes", "Label,Funding,Scope,Empty", [["A", "EU grant", "national", None]]), None))
    assert notes(found)["foreign_unread"]["columns"] == ("Empty", "Funding", "Scope")
    assert "Funding" not in str(notes(found)["foreign_columns"]["pairs"])


@pytest.mark.parametrize("said", [("1", "John"), ("2", "John")])
def test_counters_of_one_file_are_no_codes_of_the_next(said: tuple[str, str]):
    first = imported(network(table("Nodes", "Id,Label", [["1", "John"], ["2", "John"]]), None))
    kept = after(first, network(table("Nodes", "Id,Label", [["1", "Mary"], ["2", "Mary"]]), None))
    names = sorted(one.display_name for one in kept.values() if isinstance(one, Node) and one.kind == "organization")
    assert names == ["John", "John", "Mary", "Mary"]


def test_a_name_that_is_a_number_is_no_code_of_an_office():
    coded = record_from(
        {"kind": "group", "id": id_from_code(PROVINCE, "5"), "province": PROVINCE, "name": "ชมรม", "source_key": "5"}
    )
    found = imported(network(None, table("Edges", "Source,Target", [["5", "6"]])), [coded])
    assert found.faults == ()
    assert coded.id not in {end for tie in ties_of(found) for end in (tie.source, tie.target)}
    assert sorted(nodes_of(found)) == ["5", "6"]


def test_a_file_without_types_changes_no_level_and_one_without_memberships_makes_none():
    group = record_from({"kind": "group", "id": UUID_OF_ONE, "province": PROVINCE, "name": "ชมรม"})
    outsider = record_from({"kind": "organization", "id": UUID_OF_TWO, "province": PROVINCE, "name": "มูลนิธิ"})
    first = imported(network(NODES, None))
    labels = table("Nodes", "Id,Label", [[UUID_OF_ONE, "ชมรม"], [UUID_OF_TWO, "มูลนิธิ"]])
    again = imported(network(labels, None), [*first.records, group, outsider])
    assert {one.id: one for one in again.records} == {UUID_OF_ONE: group, UUID_OF_TWO: outsider}


def test_an_actor_called_by_another_name_of_it_is_not_renamed():
    office = record_from(
        {"kind": "group", "id": UUID_OF_ONE, "province": PROVINCE, "name": "องค์การบริหาร", "aliases": ("อบจ.",)}
    )
    found = imported(network(table("Nodes", "Id,Label", [["1", "อบจ."]]), None), [office])
    assert {one.id: one for one in found.records}[UUID_OF_ONE] == office


def test_of_two_stored_actors_of_a_name_a_tie_may_mean_either_so_it_is_refused():
    twins = [
        record_from({"kind": "group", "id": one, "province": PROVINCE, "name": "ชมรม"})
        for one in (UUID_OF_ONE, UUID_OF_TWO)
    ]
    found = imported(network(None, table("Edges", "Source,Target", [["ชมรม", "ข"]])), twins)
    assert [(fault.code, fault.cell) for fault in found.faults] == [("reference.ambiguous", "A2")]


def test_who_maps_a_column_of_contacts_is_refused_it_all_the_same():
    nodes = table("Nodes", "Label,Phone", [["ชมรม", "0812345678"]])
    assert [fault.code for fault in imported(network(nodes, None), said=["Phone=note"]).faults] == [
        "column.office_contact"
    ]
    assert imported(network(nodes, None), said=["Phone=-"]).faults == ()


def test_a_label_that_a_stored_record_is_shown_by_says_nothing_new_of_its_name():
    network_id = next(one.id for one in imported(network(NODES, None)).records if one.kind == "province_network")
    person = record_from(
        {"kind": "person", "id": UUID_OF_ONE, "province": PROVINCE, "given_name": "ก ข", "family_name": "ค"}
    )
    meeting = record_from(
        {"kind": "meeting", "id": UUID_OF_TWO, "province": PROVINCE, "held_on": "2026-01-15", "body": network_id}
    )
    stored = [*imported(network(NODES, None)).records, person, meeting]
    labels = table(
        "Nodes",
        "id,label,kind",
        [[UUID_OF_ONE, person.display_name, "person"], [UUID_OF_TWO, meeting.display_name, "meeting"]],
    )
    assert {one.id: one for one in imported(network(labels, None), stored).records}.items() >= {
        UUID_OF_ONE: person,
        UUID_OF_TWO: meeting,
    }.items()


def test_a_column_means_what_somebody_says_it_means():
    nodes = table("Nodes", "Who,Label,Branch", [["ชมรม ก", "1", "business"]])
    found = imported(network(nodes, None), said=["nodes.Who=name", "Branch=sector", "Label=-"])
    (node,) = nodes_of(found).values()
    assert (node.display_name, getattr(node, "sector", None)) == ("ชมรม ก", Sector.BUSINESS)
    assert "foreign_unread" not in notes(found)


def test_weights_are_frequencies_only_where_somebody_says_so():
    ties = table("Edges", "Source,Target,Weight", [["ก", "ข", 4]])
    (tie,) = ties_of(imported(network(None, ties), said=["ties.Weight=frequency"]))
    assert (getattr(tie, "frequency", None), getattr(tie, "weight", None)) == (4, None)


def test_contacts_of_people_are_refused_as_in_our_own_workbook():
    nodes = table("Nodes", "Label,Type,Phone", [["นายสมมุติ ทดลอง", "Person", "0812345678"]])
    found = imported(network(nodes, None))
    assert [(fault.code, fault.cell) for fault in found.faults] == [("column.contact", "C1")]
    assert not found.is_clean


def test_a_network_is_made_only_where_nobody_has_one():
    first = imported(network(NODES, None))
    assert [record.kind for record in first.records].count("province_network") == 1
    assert "province_network" not in {record.kind for record in imported(network(NODES, None), first.records).records}


def test_a_tie_of_a_kind_of_ours_makes_the_organisations_that_only_it_names_and_nothing_else():
    ties = table("Edges", "Source,Target,Type", [["ก", "ข", "links"], ["สมมุติ", "คณะทำงาน", "appointed_to"]])
    found = imported(network(None, ties))
    assert {*nodes_of(found)} == {"ก", "ข"}
    assert {(fault.code, fault.row) for fault in found.faults} == {("reference.unknown", 3)}
