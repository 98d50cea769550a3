"""Two records that are one become one, nothing is lost, and the merge can be taken back."""

from datetime import date

import pytest

from network_service.domain.integrity.rules import CONTRADICTIONS, check_network
from network_service.domain.kinds import TIE_TYPES
from network_service.domain.merged import Merged, kept_ids
from network_service.domain.principal import local_operator
from network_service.domain.references import reference_fields
from network_service.domain.vocabulary import Visibility
from network_service.errors import InputError, UsageError
from network_service.operations.end_record import end_record
from network_service.operations.merge_records import merge_records
from network_service.operations.undo_change_set import undo_change_set
from network_service.operations.unmerge_records import unmerge_records
from network_service.store.sqlite.store import SqliteStore
from tests.domain.strategies import PROVINCE
from tests.store.records import changed, collaboration, node, organization, put, tie

USER = local_operator("tester")
GONE = organization("สนง.ก", aliases=("ก.",), sector="state", name_english="Office A", district="เมือง")
KEPT = organization("สำนักงาน ก", aliases=("ก.",), sector="business")
OTHER = organization("ชมรม ข")


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        yield opened


def state(store, revision=None):
    return {found.record.id: found.record for found in store.records(revision=revision)}


def merge(store, gone=GONE, kept=KEPT, **options):
    return merge_records(USER, store, gone.id, kept.id, **options)


def test_the_gone_record_leads_to_the_kept_one_and_keeps_its_history(store):
    put(store, GONE, KEPT)
    report = merge(store, reason="จดซ้ำ")
    merged = store.get(GONE.id).record
    assert (merged.kind, merged.was, merged.into, merged.name, merged.note) == (
        *("merged", "organization", KEPT.id),
        *(GONE.name, "จดซ้ำ"),
    )
    assert [found.record.kind for found in store.history(GONE.id)] == ["organization", "merged"]
    assert [found.record.id for found in store.records(kinds=["organization"])] == [KEPT.id]
    assert (report.correction.revision, store.check()) == (2, [])
    assert list(store.audit())[-1].operation == "merge"


def test_names_become_other_names_and_nothing_empty_is_filled_in_silence(store):
    put(store, GONE, KEPT)
    report = merge(store)
    kept = store.get(KEPT.id).record
    assert kept.aliases == ("ก.", "สนง.ก", "Office A")
    assert (kept.sector, kept.district, kept.name_english, kept.name) == ("business", None, None, KEPT.name)
    assert {(one.field, one.before, one.after) for one in report.plan.differing} == {
        ("sector", "business", "state"),
        ("district", None, "เมือง"),
    }


def test_every_tie_turns_to_the_kept_record_ended_ones_too(store):
    ended = tie("collaborates_with", GONE.name, OTHER.name, "ended", valid_to=date(2020, 1, 1))
    back = collaboration(OTHER.name, GONE.name, frequency=4)
    put(store, GONE, KEPT, OTHER, ended, back)
    merge(store)
    assert store.get(ended.id).record == changed(ended, source=KEPT.id)
    assert store.get(back.id).record == changed(back, target=KEPT.id)
    assert store.neighbours(GONE.id) == []
    assert store.check() == []


def test_a_tie_that_would_join_the_kept_record_to_itself_goes(store):
    between = collaboration(GONE.name, KEPT.name)
    put(store, GONE, KEPT, between)
    merge(store)
    assert store.get(between.id) is None
    assert [found.record for found in store.history(between.id)] == [between]


def test_a_tie_said_twice_of_one_time_stays_once_over_both_periods(store):
    own = collaboration(KEPT.name, OTHER.name, frequency=2, valid_from=date(2025, 3, 1), valid_to=date(2026, 1, 1))
    same = collaboration(GONE.name, OTHER.name, frequency=5, valid_from=date(2025, 1, 1), valid_to=date(2025, 9, 1))
    put(store, GONE, KEPT, OTHER, own, same)
    report = merge(store)
    assert store.get(same.id) is None
    assert store.get(own.id).record == changed(own, valid_from=date(2025, 1, 1))
    (twice,) = report.plan.said_twice
    assert (twice.gone.id, twice.stays.id) == (same.id, own.id)
    assert [(one.field, one.before, one.after) for one in twice.fields] == [("frequency", 2, 5)]


def test_an_open_period_wins(store):
    own = collaboration(KEPT.name, OTHER.name, valid_from=date(2025, 3, 1), valid_to=date(2026, 1, 1))
    put(store, GONE, KEPT, OTHER, own, collaboration(GONE.name, OTHER.name))
    merge(store)
    assert store.get(own.id).record == changed(own, valid_from=None, valid_to=None)


def test_ties_of_other_times_directions_or_resources_are_no_repetition(store):
    own = collaboration(KEPT.name, OTHER.name, valid_to=date(2025, 1, 1))
    later = collaboration(GONE.name, OTHER.name, valid_from=date(2025, 1, 1))
    back = collaboration(OTHER.name, GONE.name)
    place = tie("shares_resource", KEPT.name, OTHER.name, resource_kind="place")
    budget = tie("shares_resource", GONE.name, OTHER.name, resource_kind="budget")
    put(store, GONE, KEPT, OTHER, own, later, back, place, budget)
    assert merge(store).plan.said_twice == ()
    assert len(store.neighbours(KEPT.id)) == 5


def test_a_tie_that_bridges_two_periods_makes_one_of_them(store):
    first = tie("collaborates_with", KEPT.name, OTHER.name, "1", valid_to=date(2025, 3, 1))
    last = tie("collaborates_with", KEPT.name, OTHER.name, "2", valid_from=date(2025, 6, 1))
    bridge = collaboration(GONE.name, OTHER.name, valid_from=date(2025, 1, 1), valid_to=date(2025, 7, 1))
    put(store, GONE, KEPT, OTHER, first, last, bridge)
    merge(store)
    assert {found.record for found in store.neighbours(KEPT.id)} == {changed(first, valid_to=None)}


def test_fields_that_named_the_gone_record_name_the_kept_one(store):
    post = node("post", "ผู้อำนวยการ", organization=GONE.id)
    part = organization("ฝ่าย ค", parent=GONE.id)
    put(store, GONE, changed(KEPT, parent=GONE.id), post, part)
    merge(store)
    assert store.get(post.id).record.organization == KEPT.id
    assert store.get(part.id).record.parent == KEPT.id
    assert store.get(KEPT.id).record.parent is None, "nothing is a part of itself"


def test_fields_of_ties_that_named_the_gone_record_name_the_kept_one_until_they_are_apart_again(store):
    """Of all fields of ties but their ends, one names a record today: another asks for its place here."""
    naming = {(kind, one) for kind in TIE_TYPES for one in reference_fields(TIE_TYPES[kind])} - {
        (kind, end) for kind in TIE_TYPES for end in ("source", "target")
    }
    assert naming == {("member_of", "certified_by")}
    order, copy = (node("instrument", name, instrument_kind="certificate") for name in ("ใบรับรอง", "ใบรับรอง (สำเนา)"))
    network = node("sub_network", "เครือข่ายย่อย", sub_network_kind="area_data")
    member = tie("member_of", OTHER.name, network.name, certified_by=copy.id, status="certified")
    put(store, OTHER, order, copy, network, member)
    before = state(store)
    merge(store, copy, order)
    assert store.get(member.id).record == changed(member, certified_by=order.id)
    assert check_network(state(store).values(), date(2026, 1, 1), CONTRADICTIONS) == []
    unmerge_records(USER, store, copy.id)
    assert state(store) == before


def test_a_merge_that_would_bring_about_what_an_import_refuses_is_refused(store):
    old, between, new = (node("instrument", name, instrument_kind="minutes") for name in ("เก่า", "กลาง", "ใหม่"))
    put(store, old, between, new, tie("supersedes", "ใหม่", "กลาง"), tie("supersedes", "กลาง", "เก่า"))
    with pytest.raises(InputError, match=r"merge\.contradicts") as error:
        merge(store, new, old)
    assert "กลาง" in str(error.value.parameters["records"])
    assert store.revision() == 1


def test_a_group_and_an_organisation_may_be_merged_unless_parts_need_an_organisation(store):
    group = node("group", "กลุ่ม ง")
    put(store, GONE, group, node("post", "ผู้อำนวยการ", organization=GONE.id))
    with pytest.raises(InputError, match=r"merge\.kind_needed"):
        merge(store, GONE, group)
    merge(store, group, GONE)
    assert store.get(group.id).record.was == "group"


def test_a_circle_of_parts_is_refused(store):
    between, above = organization("ฝ่าย", parent=GONE.id), organization("กอง")
    put(store, GONE, changed(above, parent=between.id), between, changed(KEPT, parent=above.id))
    with pytest.raises(InputError, match=r"merge\.circle"):
        merge(store)


def test_what_cannot_be_one_is_refused_and_nothing_is_written(store):
    person = node("person", "สมใจ")
    elsewhere = organization("อื่น", province="TH-97")
    link = collaboration(GONE.name, KEPT.name)
    network = node("province_network", "เครือข่าย")
    put(store, GONE, KEPT, person, elsewhere, link, network, node("province_network", "เครือข่ายอื่น"))
    refused = {
        "merge.itself": (GONE, GONE),
        "merge.other_kind": (GONE, person),
        "merge.other_province": (GONE, elsewhere),
        "merge.no_node": (GONE, link),
    }
    for code, (gone, kept) in refused.items():
        with pytest.raises(InputError) as error:
            merge(store, gone, kept)
        assert error.value.code == code
    with pytest.raises(InputError, match=r"merge\.no_node"):
        merge(store, network, node("province_network", "เครือข่ายอื่น"))
    assert store.revision() == 1


def test_merging_into_a_merged_record_means_the_one_it_leads_to_so_that_no_circle_can_be(store):
    put(store, GONE, KEPT, OTHER)
    merge(store, GONE, KEPT)
    with pytest.raises(InputError, match=r"merge\.already"):
        merge(store, GONE, OTHER)
    with pytest.raises(InputError, match=r"merge\.itself"):
        merge(store, KEPT, GONE)
    merge(store, OTHER, GONE)
    assert store.get(OTHER.id).record.into == KEPT.id
    third = organization("ง")
    put(store, third)
    merge(store, KEPT, third)
    assert kept_ids(state(store)) == {GONE.id: third.id, OTHER.id: third.id, KEPT.id: third.id}


def test_the_name_of_a_person_is_not_public_for_being_a_second_one(store):
    one, other = node("person", "สมใจ", family_name="ตัวอย่าง"), node("person", "สมจัย", family_name="ตัวอย่าง")
    put(store, one, other)
    merge(store, one, other)
    assert store.get(one.id).record.seen_by() is Visibility.MEMBER


def test_a_dry_run_says_the_same_and_writes_nothing(store):
    put(store, GONE, KEPT, OTHER, collaboration(GONE.name, OTHER.name))
    preview = merge(store, dry_run=True)
    assert (preview.correction.revision, store.revision()) == (None, 1)
    assert merge(store).plan == preview.plan


def test_a_merged_record_is_found_by_its_name_for_unmerging_and_is_then_apart_again(store):
    put(store, GONE, KEPT, OTHER, collaboration(GONE.name, OTHER.name))
    merge(store)
    report = unmerge_records(USER, store, GONE.name)
    assert (report.conflicts, report.correction.revision) == ((), 3)
    assert state(store) == state(store, 1)
    last = list(store.audit())[-1]
    assert (last.operation, last.about["undone_revision"]) == ("unmerge", "2")


def test_a_merge_on_which_something_was_built_since_is_not_taken_back(store):
    link = collaboration(GONE.name, OTHER.name)
    put(store, GONE, KEPT, OTHER, link)
    merge(store)
    put(store, changed(store.get(link.id).record, frequency=3))
    report = unmerge_records(USER, store, GONE.id)
    assert [(conflict.code, conflict.record.id, conflict.by.revision) for conflict in report.conflicts] == [
        ("changed", link.id, 3)
    ]
    assert store.revision() == 3


def test_an_unmerging_that_was_undone_can_be_done_again(store):
    put(store, GONE, KEPT)
    merge(store)
    unmerge_records(USER, store, GONE.id)
    undo_change_set(USER, store, "3")
    assert isinstance(store.get(GONE.id).record, Merged)
    unmerge_records(USER, store, GONE.id)
    assert state(store) == state(store, 1)


def test_only_what_was_merged_here_is_taken_apart(store):
    put(store, KEPT)
    with pytest.raises(InputError, match=r"unmerge\.not_merged"):
        unmerge_records(USER, store, KEPT.id)
    brought = Merged(id=GONE.id, province=PROVINCE, name=GONE.name, was="organization", into=KEPT.id)
    put(store, brought)
    with pytest.raises(InputError, match=r"unmerge\.not_here"):
        unmerge_records(USER, store, GONE.id)


def test_ending_a_merged_record_ends_the_kept_one(store):
    put(store, GONE, KEPT)
    merge(store)
    assert end_record(USER, store, GONE.id, date(2026, 9, 30)).record.id == KEPT.id


def test_a_name_of_several_lists_them(store):
    put(store, GONE, changed(KEPT, name=GONE.name), OTHER)
    with pytest.raises(UsageError) as error:
        merge_records(USER, store, GONE.name, OTHER.name)
    assert error.value.code == "record.ambiguous"
    assert GONE.id in str(error.value.parameters["candidates"])
    assert KEPT.id in str(error.value.parameters["candidates"])


@pytest.mark.parametrize(
    ("reason", "code"), [("ก" * 4_001, "merge.reason_too_long"), ("โทร 081-234-5678", "merge.reason_personal")]
)
def test_a_reason_that_may_not_be_kept_is_refused_and_an_empty_one_is_none(store, reason: str, code: str):
    put(store, GONE, KEPT)
    with pytest.raises(InputError) as refused:
        merge(store, reason=reason)
    assert refused.value.code == code
    merge(store, reason=" ")
    assert store.get(GONE.id).record.note is None


def test_what_few_may_see_is_not_seen_by_more_for_being_merged(store):
    hidden = changed(GONE, visibility="officer")
    before = collaboration(KEPT.name, OTHER.name, valid_to=date(2026, 1, 1))
    after = collaboration(GONE.name, OTHER.name, visibility="restricted")
    put(store, hidden, KEPT, OTHER, before, after)
    merge(store)
    assert store.get(KEPT.id).record.seen_by() is Visibility.OFFICER
    assert store.get(before.id).record.seen_by() is Visibility.RESTRICTED
