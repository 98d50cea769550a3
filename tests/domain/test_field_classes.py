"""Every field of every kind of record has a class; what is not a closed set of values counts as a text."""

import pytest

from network_service.domain.field_classes import Nature, class_of, field_classes, higher, reaches
from network_service.domain.kinds import RECORD_TYPES, record_from
from network_service.domain.vocabulary import Visibility
from tests.store.records import changed, node, uid


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_field_of_a_kind_has_one_class(kind):
    assert field_classes(kind).keys() == RECORD_TYPES[kind].model_fields.keys()


def test_free_texts_names_and_codes_of_offices_count_as_texts():
    texts = {name for kind in RECORD_TYPES for name, one in field_classes(kind).items() if one.nature is Nature.TEXT}
    assert {"name", "given_name", "aliases", "note", "source_key", "recorded_by", "juristic_id", "topics"} <= texts
    assert {"area_code", "latitude", "longitude", "file_sha256", "number", "survey_round"} <= texts
    assert not texts & {"sector", "valid_from", "frequency", "formal", "activity_field", "tools", "kind", "province"}


def test_ids_are_told_apart_from_what_they_say():
    tie = field_classes("member_of")
    assert (tie["id"].nature, tie["source"].nature, tie["certified_by"].nature) == (
        Nature.OWN_ID,
        Nature.REFERENCE,
        Nature.REFERENCE,
    )


def test_contacts_of_the_record_are_for_officers_and_names_of_people_for_members():
    person = field_classes("person")
    assert {person[name].seen_by for name in ("note", "recorded_by", "verifier", "source_key")} == {Visibility.OFFICER}
    assert {person[name].seen_by for name in ("given_name", "family_name", "nickname")} == {Visibility.MEMBER}


def test_a_person_is_never_public_and_a_rating_always_restricted_whatever_they_say_themselves():
    person = node("person", "สมหญิง", visibility="public")
    was_person = node("merged", "สมหญิง", was="person", into=uid("x"), visibility="public")
    rating = record_from(
        {"id": uid("r"), "kind": "rating", "province": "TH-98", "rating_kind": "trust", "visibility": "public"}
    )
    assert class_of(person) is Visibility.MEMBER
    assert class_of(was_person) is Visibility.MEMBER
    assert class_of(rating) is Visibility.RESTRICTED
    assert class_of(changed(person, visibility="restricted")) is Visibility.RESTRICTED
    assert class_of(node("organization", "ชมรม", visibility="officer")) is Visibility.OFFICER


def test_the_classes_have_one_order():
    assert higher(Visibility.MEMBER, Visibility.PUBLIC, Visibility.OFFICER) is Visibility.OFFICER
    assert reaches(Visibility.MEMBER, Visibility.PUBLIC)
    assert not reaches(Visibility.MEMBER, Visibility.OFFICER)
