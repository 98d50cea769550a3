"""Records check themselves: fields, dates in order, ends apart."""

from datetime import date

import pytest
from pydantic import ValidationError

from network_service.domain.identity import id_from_name, id_of_tie
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES, record_from
from network_service.domain.nodes import Agreement, Organization, Person
from network_service.domain.ties import TIE_ENDS, CollaboratesWith, seat_kind
from network_service.domain.vocabulary import AgreementKind, SeatKind, Visibility, terms

PROVINCE = "TH-98"
ONE = id_from_name(PROVINCE, "organization", "สำนักงานจังหวัดตัวอย่าง")
OTHER = id_from_name(PROVINCE, "group", "กลุ่มออมทรัพย์ต้นน้ำ")


def an_organization(**fields: object) -> Organization:
    return Organization.model_validate({"id": ONE, "province": PROVINCE, "name": "สำนักงานจังหวัดตัวอย่าง", **fields})


def test_a_record_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValidationError, match=r"record\.ends_before_start"):
        an_organization(valid_from=date(2026, 2, 1), valid_to=date(2026, 2, 1))


def test_a_record_holds_from_its_first_day_to_the_day_before_its_end():
    record = an_organization(valid_from=date(2026, 2, 1), valid_to=date(2026, 3, 1))
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [record.holds_on(day) for day in days] == [False, True, True, False]


def test_a_record_without_dates_holds_on_every_day():
    assert an_organization().holds_on(date.min)
    assert an_organization().holds_on(date.max)


def test_an_unknown_field_is_refused_so_that_sensitive_data_has_no_place():
    with pytest.raises(ValidationError, match="religion"):
        Person.model_validate({"id": ONE, "province": PROVINCE, "given_name": "ทดลอง", "religion": "x"})


@pytest.mark.parametrize("frequency", [0, 6, 2.5, "daily"])
def test_a_frequency_outside_one_to_five_is_refused(frequency: object):
    with pytest.raises(ValidationError):
        CollaboratesWith.model_validate(
            {"id": ONE, "province": PROVINCE, "source": ONE, "target": OTHER, "frequency": frequency}
        )


def test_a_tie_from_a_node_to_itself_is_refused():
    with pytest.raises(ValidationError, match=r"record\.self_tie"):
        CollaboratesWith(id=OTHER, province=PROVINCE, source=ONE, target=ONE)


def test_an_agreement_signed_after_its_end_is_refused():
    with pytest.raises(ValidationError, match=r"record\.signed_after_end"):
        Agreement(
            id=ONE,
            province=PROVINCE,
            name="ข้อตกลง",
            agreement_kind=AgreementKind.MOU,
            valid_to=date(2026, 1, 1),
            signed_on=date(2026, 1, 1),
        )


def test_names_keep_their_writing_but_not_control_or_direction_marks():
    assert an_organization(name="สำนักงาน\u202eจังหวัด\x07 ก").name == "สำนักงานจังหวัด ก"


def test_people_and_declared_ties_are_not_public_unless_somebody_says_so():
    person = Person(id=ONE, province=PROVINCE, given_name="ทดลอง")
    tie = CollaboratesWith(id=ONE, province=PROVINCE, source=ONE, target=OTHER)
    assert person.seen_by() is tie.seen_by() is Visibility.MEMBER
    assert an_organization().seen_by() is Visibility.PUBLIC
    assert an_organization(visibility="officer").seen_by() is Visibility.OFFICER


def test_every_kind_of_tie_says_which_nodes_it_joins():
    assert TIE_ENDS.keys() == TIE_TYPES.keys()
    for sources, targets in TIE_ENDS.values():
        assert sources | targets <= NODE_TYPES.keys()


def test_every_kind_has_a_word_and_makes_its_own_type():
    assert RECORD_TYPES.keys() == terms("kind").keys()
    for kind, record_type in RECORD_TYPES.items():
        assert record_type.model_fields["kind"].default == kind


def test_plain_data_becomes_the_record_it_came_from():
    record = an_organization(aliases=("สนจ.",), valid_from=date(2026, 2, 1), sector="state")
    assert record_from(record.model_dump(mode="json")) == record


def test_the_three_kinds_of_seat_are_kept_apart():
    assert [seat_kind(kind) for kind in ("person", "post", "organization", "group")] == [
        SeatKind.PERSON,
        SeatKind.EX_OFFICIO,
        SeatKind.REPRESENTATIVE,
        SeatKind.REPRESENTATIVE,
    ]


def test_a_tie_id_tells_direction_kind_and_ordinal_apart():
    ids = {
        id_of_tie(PROVINCE, "collaborates_with", ONE, OTHER),
        id_of_tie(PROVINCE, "collaborates_with", OTHER, ONE),
        id_of_tie(PROVINCE, "shares_resource", ONE, OTHER),
        id_of_tie(PROVINCE, "collaborates_with", ONE, OTHER, ordinal=2),
        id_of_tie(PROVINCE, "collaborates_with", ONE, OTHER, apart="budget"),
    }
    assert len(ids) == 5
