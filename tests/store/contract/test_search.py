"""Search finds current nodes by any part of any of their names, however the Thai was typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network_service.domain.thai.text import match_form
from network_service.errors import UsageError
from network_service.store.change import ChangeSet, Removal
from network_service.store.search_form import LONGEST_SEARCH
from tests.store.records import DAY, ELSEWHERE, PROVINCE, changed, collaboration, node, organization, put
from tests.trials import trials

SARA_AM, NIKHAHIT, SARA_AA, MAI_THO, SARA_II = "\u0e33", "\u0e4d", "\u0e32", "\u0e49", "\u0e35"
ZERO_WIDTH = "\u200b"


def names(store, text, **filters):
    return [found.record.display_name for found in store.search(text, **filters)]


def test_any_part_of_a_name_is_found_wherever_it_stands(store):
    put(store, organization("สำนักงานพัฒนาชุมชน"), organization("สมาคมแม่บ้าน"))
    for text in ("สำนักงานพัฒนาชุมชน", "สำนักงาน", "พัฒนา", "ชุมชน", "งานพัฒ", "ส" + SARA_AM):
        assert names(store, text) == ["สำนักงานพัฒนาชุมชน"]
    assert names(store, "พัฒนาแม่บ้าน") == []


def test_every_name_of_a_node_counts_and_no_text_reaches_from_one_into_the_next(store):
    office = organization(
        "ที่ทำการ", name_english="Provincial Office", aliases=("ชื่อเดิม", "อักษรย่อ"), note="หมายเหตุลับ", source_key="กขค123"
    )
    person = node("person", "สมหญิง", family_name="ตัวอย่างดี", nickname="หน่อย", titles=("นาง",))
    put(store, office, person)
    for text in ("ที่ทำ", "provincial", "PROVINCIAL office", "ชื่อเดิม", "ษรย่อ"):
        assert names(store, text) == ["ที่ทำการ"]
    for text in ("สมหญิง", "ตัวอย่าง", "สมหญิง ตัว", "หน่อย"):
        assert names(store, text) == [person.display_name]
    for text in ("หมายเหตุ", "กขค123", "การProvincial", "เดิมอักษร", "เดิม\nอักษร", office.id[:8]):
        assert names(store, text) == []


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("กรมน" + MAI_THO + SARA_AM, "น" + SARA_AM + MAI_THO),  # the tone after SARA AM
        ("กรมน" + MAI_THO + SARA_AM, "น" + NIKHAHIT + MAI_THO + SARA_AA),  # SARA AM in two pieces
        ("กรมน" + NIKHAHIT + MAI_THO + SARA_AA, "น" + MAI_THO + SARA_AM),
        ("ป" + MAI_THO + SARA_II + "ทดสอบ", "ป" + SARA_II + MAI_THO + "ทด"),  # the tone before the vowel
        ("\u0e40\u0e40ม่บ้าน", "\u0e41ม่บ้าน"),  # two SARA E for one SARA AE
        ("พัฒนา" + ZERO_WIDTH + "ชุมชน", "นาชุม"),
        ("พัฒนาชุมชน", "นา" + ZERO_WIDTH + "ชุม"),
        ("ชมรม  สองช่องว่าง", "รม สอง"),
        ("Office of PEACE", "of peace"),
        ("ป่า", " ป่า\t"),
    ],
)
def test_spellings_that_look_alike_are_one(store, stored, typed):
    put(store, organization(stored), organization("อื่น"))
    assert names(store, typed) == [organization(stored).name]


@pytest.mark.parametrize("text", ["ก", "กข", "กขค"])
def test_short_texts_are_found_like_long_ones(store, text):
    put(store, organization("กขคง"), organization("จกขค"), organization("งจ"))
    assert sorted(names(store, text)) == ["กขคง", "จกขค"]


@pytest.mark.parametrize(
    "text", ["%", "_", '"', "*", "%%%", "___", '"""', "a*b", "100%", "x_y", "\\", "' OR 1 --", "NEAR(", "a AND b"]
)
def test_every_character_stands_for_itself(store, text):
    put(store, organization(f"ก {text} ข"), organization("ก axb 100x xzy a b กขค"))
    assert names(store, text) == [f"ก {text} ข"]


@pytest.mark.parametrize("text", ["", "   ", "\t\n", ZERO_WIDTH * 3, "\x00"])
def test_blank_text_finds_nothing(store, text):
    put(store, organization("กขค"))
    assert names(store, text) == []


def test_a_text_that_is_too_long_is_refused(store):
    put(store, organization("ก" * 200))
    assert names(store, "ก" * LONGEST_SEARCH) == ["ก" * 200]
    with pytest.raises(UsageError, match=r"store\.search_too_long"):
        store.search("ก" * (LONGEST_SEARCH + 1))


def test_names_that_begin_with_the_text_come_first_then_ids_and_a_limit_cuts_the_end(store):
    inside = [organization(f"ชมรมตัวอย่าง {n}") for n in range(6)]
    first = [organization(f"ตัวอย่าง {n}") for n in range(5)] + [organization("อื่น", aliases=("ตัวอย่างเดิม",))]
    put(store, *inside, *first)
    expected = [*sorted(record.id for record in first), *sorted(record.id for record in inside)]
    for limit in (1, 6, 7, 12, 50):
        assert [found.record.id for found in store.search("ตัวอย่าง", limit=limit)] == expected[:limit]
    assert [found.record.id for found in store.search("ตัวอย่าง")] == expected
    assert store.search("ตัวอย่าง", limit=0) == store.search("ตัวอย่าง", limit=-1) == []


def test_twenty_are_answered_unless_more_are_asked_for(store):
    put(store, *(organization(f"ชมรม {n}") for n in range(25)))
    assert (len(store.search("ชมรม")), len(store.search("ชมรม", limit=100))) == (20, 25)


def test_search_is_narrowed_to_a_province_and_to_kinds(store):
    put(
        store,
        organization("ตัวอย่างหนึ่ง"),
        organization("ตัวอย่างสอง", province=ELSEWHERE),
        node("group", "ตัวอย่างสาม"),
        node("person", "ตัวอย่างสี่"),
    )
    assert len(names(store, "ตัวอย่าง")) == 4
    assert names(store, "ตัวอย่าง", province=ELSEWHERE) == ["ตัวอย่างสอง"]
    assert names(store, "ตัวอย่าง", province="TH-10") == []
    assert sorted(names(store, "ตัวอย่าง", kinds=["group", "person"])) == ["ตัวอย่างสาม", "ตัวอย่างสี่"]
    assert names(store, "ตัวอย่าง", province=PROVINCE, kinds=["organization"]) == ["ตัวอย่างหนึ่ง"]
    assert names(store, "ตัวอย่าง", kinds=["collaborates_with"]) == []
    with pytest.raises(UsageError, match=r"store\.unknown_kind"):
        store.search("ตัวอย่าง", kinds=["elephant"])


def test_only_current_names_are_found_and_with_them_the_current_record(store):
    office, club = organization("ชื่อแรก"), organization("ชมรม")
    put(store, office, club, collaboration("ชื่อแรก", "ชมรม", note="ชื่อแรก"))
    renamed = changed(office, name="ชื่อใหม่")
    put(store, renamed)
    assert names(store, "ชื่อแรก") == []
    (found,) = store.search("ชื่อใหม่")
    assert (found.record, found.version, found.revision, found.superseded) == (renamed, 2, 2, None)
    put(store, changed(renamed, note="ชื่อเดิมไม่เปลี่ยน"))
    assert store.search("ชื่อใหม่")[0].version == 3


def test_what_ended_is_found_what_was_removed_is_not_until_it_comes_back(store):
    office = organization("สำนักงาน")
    put(store, changed(office, valid_to=DAY))
    assert names(store, "สำนักงาน") == ["สำนักงาน"]
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(office.id, 1),)))
    assert names(store, "สำนักงาน") == names(store, "สน") == []
    put(store, office)
    assert names(store, "สำนักงาน") == ["สำนักงาน"]
    assert store.check() == []


def test_a_record_that_changes_its_kind_and_province_is_found_as_what_it_is_now(store):
    put(store, node("group", "ตัวอย่าง"))
    put(store, organization("ตัวอย่าง", province=ELSEWHERE))
    assert names(store, "ตัวอย่าง", kinds=["group"]) == names(store, "ตัวอย่าง", province=PROVINCE) == []
    assert names(store, "ตัวอย่าง", kinds=["organization"], province=ELSEWHERE) == ["ตัวอย่าง"]


def test_a_change_set_that_is_refused_leaves_what_is_found(store):
    office = organization("ก่อนหน้า")
    put(store, office)
    with pytest.raises(UsageError):
        store.apply(ChangeSet("os:t", "test", (), removals=(Removal(office.id, 1), Removal(office.id, 1))))
    assert names(store, "ก่อนหน้า") == ["ก่อนหน้า"]


TEXTS = st.text(alphabet='กขaA%_"* \u0e33\u0e49\u0e4d\u0e32\u200b', min_size=1, max_size=9)


@settings(max_examples=trials(40, 1_000), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(TEXTS.map(lambda text: "ข" + text), min_size=1, max_size=6, unique=True), text=TEXTS)
def test_what_is_found_is_what_contains_the_text_in_match_form(empty_store, typed, text):
    store, records = empty_store(), [organization(name) for name in typed]
    put(store, *records)
    wanted = match_form(text)
    forms = {record.id: match_form(record.name) for record in records}
    expected = sorted((not form.startswith(wanted), key) for key, form in forms.items() if wanted and wanted in form)
    assert [found.record.id for found in store.search(text)] == [key for _, key in expected]
