"""Creating and changing records: by the same rules as imports, each a change set of whoever wrote it."""

import pytest

from network_service.domain.identity import id_from_code
from network_service.errors import FaultyInput, InputError, NotPermitted, StaleWrite, UnknownRecord, UsageError
from network_service.messages import messages_in
from network_service.operations.records.change_record import change_record
from network_service.operations.records.create_record import create_record
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import HERE, THERE, sights, who
from tests.store.records import changed, node, organization, put, tie, uid

MANAGER = who("network_manager")
NETWORK = node("province_network", "เครือข่าย")
OFFICE, CLUB = organization("สำนักงาน ก", note="เดิม"), organization("ชมรม ข")
FAR = node("organization", "ที่อื่น", province=THERE)
HIDDEN = organization("ลับ", visibility="restricted")
MEMBER = tie("member_of", "สำนักงาน ก", "เครือข่าย")


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, NETWORK, OFFICE, CLUB, FAR, HIDDEN, MEMBER)
        yield opened


def create(store, principal=MANAGER, key=None, **fields):
    given = {"kind": "organization", "province": HERE, **fields}
    return create_record(principal, store, given, sights(store.application), idempotency_key=key)


def change(store, record, principal=MANAGER, version=1, key=None, **fields):
    return change_record(
        principal, store, record.id, fields, sights(store.application), expected_version=version, idempotency_key=key
    )


def faults(error):
    return {(one.column, one.code) for one in error.value.faults}


def test_a_record_is_created_and_read_back_with_its_author_in_the_audit(store):
    written = create(store, name="ชมรมใหม่", valid_from="2026-01-01", aliases=["ช.ม."])
    stored = store.get(written.id)
    assert (stored.record.name, stored.version, written.version) == ("ชมรมใหม่", 1, 1)
    assert written.shown.fields["valid_from"] == "2026-01-01"
    last = list(store.audit())[-1]
    assert (last.principal, last.operation, last.record_ids) == ("network_manager", "create_record", (written.id,))


def test_an_offices_own_code_gives_the_id_that_imports_give_and_is_taken_once(store):
    assert create(store, name="ก", source_key="ORG-๑").id == id_from_code(HERE, "org-1")
    with pytest.raises(InputError, match=r"records\.exists"):
        create(store, name="ข", source_key="ORG-1")


def test_the_same_request_with_the_same_key_creates_one_record(store):
    first, again = (create(store, key="k", name="ชมรมใหม่") for _ in range(2))
    assert (first.id, first.revision, again.repeated) == (again.id, again.revision, True)
    with pytest.raises(UsageError, match="key_reused"):
        create(store, key="k", name="อีกชมรม")
    other = create(store, who("local_operator"), key="k", name="ชมรมของคนอื่น")
    assert other.id != first.id


def test_each_wrong_field_is_named_with_its_rule(store):
    with pytest.raises(FaultyInput) as error:
        create(store, name="", sector="nobody", valid_from="15/1/69", extra=1, note="x" * 4_001, juristic_id="12")
    assert faults(error) == {
        ("name", "records.refused"),
        ("sector", "record.unknown_code"),
        ("valid_from", "records.refused"),
        ("extra", "records.no_such_field"),
        ("note", "value.too_long"),
        ("juristic_id", "actor.juristic_id"),
    }
    for language in ("th", "en"):
        words = messages_in(language)
        assert all(one.sentence(words) and one.cure(words) for one in error.value.faults)


def test_rules_over_several_fields_are_told_at_one_of_them(store):
    with pytest.raises(FaultyInput) as error:
        create(store, name="ก", valid_from="2026-01-02", valid_to="2026-01-01")
    assert faults(error) == {("valid_to", "record.ends_before_start")}


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": "nothing"}, ("kind", "records.no_such_kind")),
        ({"kind": "merged", "was": "group"}, ("kind", "records.no_such_kind")),
        ({"id": uid("x"), "name": "ก"}, ("id", "records.fixed_field")),
        ({"version": 3, "name": "ก"}, ("version", "records.fixed_field")),
        ({"province": None, "name": "ก"}, ("province", "records.missing")),
        ({}, ("name", "records.missing")),
        ({"name": "ก", "parent": uid("nobody")}, ("parent", "integrity.named_is_missing")),
        ({"name": "ก", "parent": FAR.id}, ("parent", "integrity.named_is_missing")),
        ({"name": "ก", "parent": HIDDEN.id}, ("parent", "integrity.named_is_missing")),
        ({"name": "ก", "parent": NETWORK.id}, ("parent", "integrity.named_is_of_other_kind")),
        ({"kind": "province_network", "name": "ที่สอง"}, ("name", "integrity.second_network")),
        (
            {"kind": "member_of", "source": OFFICE.id, "target": NETWORK.id, "status": "invited"},
            ("valid_from", "integrity.membership_twice_at_once"),
        ),
        ({"kind": "member_of", "source": OFFICE.id, "target": OFFICE.id}, ("target", "record.self_tie")),
    ],
)
def test_what_an_import_would_refuse_is_refused_here(store, fields, fault):
    with pytest.raises(FaultyInput) as error:
        create(store, **fields)
    assert faults(error) == {fault}
    assert store.revision() == 1


def test_a_change_sets_the_fields_given_and_empties_those_given_as_nothing(store):
    written = change(store, OFFICE, name="สำนักงานใหม่", note=None)
    assert store.get(OFFICE.id).record == changed(OFFICE, name="สำนักงานใหม่", note=None)
    assert (written.version, written.repeated) == (2, False)


def test_a_change_of_an_older_version_is_refused_and_writes_nothing(store):
    change(store, OFFICE, name="หนึ่ง")
    for version in (1, 3):
        with pytest.raises(StaleWrite):
            change(store, OFFICE, version=version, name="สอง")
    assert store.get(OFFICE.id).record.name == "หนึ่ง"


def test_a_repeated_change_with_its_key_is_answered_as_the_first_though_others_wrote_since(store):
    first = change(store, OFFICE, key="k", name="หนึ่ง")
    change(store, OFFICE, version=2, name="สอง")
    again = change(store, OFFICE, key="k", name="หนึ่ง")
    assert (again.repeated, again.revision, again.version) == (True, first.revision, 2)
    assert store.get(OFFICE.id).record.name == "สอง"
    with pytest.raises(StaleWrite):
        change(store, OFFICE, key="other", name="หนึ่ง")


def test_id_and_kind_never_change(store):
    with pytest.raises(FaultyInput) as error:
        change(store, OFFICE, id=CLUB.id, kind="group", version_=1)
    assert faults(error) == {("id", "records.fixed_field"), ("kind", "records.fixed_field")}
    assert change(store, OFFICE, id=OFFICE.id, kind="organization", name="ใหม่").version == 2


def test_a_record_moves_to_another_province_only_for_who_reaches_both(store):
    with pytest.raises(UnknownRecord):
        change(store, CLUB, province=THERE)
    with pytest.raises(UnknownRecord):
        change(store, CLUB, who("network_manager", provinces=THERE), province=THERE)
    assert change(store, CLUB, who("network_manager", provinces=None), province=THERE).shown.province == THERE


def test_what_is_out_of_sight_cannot_be_changed(store):
    for record in (FAR, HIDDEN, organization("ไม่มี")):
        with pytest.raises(UnknownRecord):
            change(store, record, name="ใหม่")
    with pytest.raises(UnknownRecord):
        create(store, province=THERE, name="ใหม่")


def test_a_reference_to_what_is_out_of_sight_may_stay_and_may_not_be_made(store):
    put(store, changed(CLUB, parent=HIDDEN.id))
    assert change(store, CLUB, version=2, name="ชมรมใหม่").version == 3
    with pytest.raises(FaultyInput):
        change(store, OFFICE, parent=HIDDEN.id)


def test_a_contradiction_that_was_there_before_does_not_keep_other_fields_from_being_changed(store):
    put(store, node("province_network", "ที่สอง"))
    assert change(store, NETWORK, note="ดูอีกครั้ง").version == 2


def test_only_writers_write(store):
    for role in ("viewer", "member", "researcher", "governors_office", "administrator"):
        with pytest.raises(NotPermitted):
            create(store, who(role), name="ก")
        with pytest.raises(NotPermitted):
            change(store, OFFICE, who(role), name="ก")
