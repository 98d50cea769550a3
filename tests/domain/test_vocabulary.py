"""The closed sets in code and the words in the data file agree."""

import re
from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import BaseModel, ValidationError

from network_service.domain import vocabulary
from network_service.domain.thai.text import match_form
from network_service.domain.vocabulary import Coded, codes_by_word, label, terms, vocabularies
from network_service.messages import LANGUAGES, messages_in

ENUMS = {
    "sector": vocabulary.Sector,
    "actor_level": vocabulary.ActorLevel,
    "area_level": vocabulary.AreaLevel,
    "membership_status": vocabulary.MembershipStatus,
    "sub_network_kind": vocabulary.SubNetworkKind,
    "body_kind": vocabulary.BodyKind,
    "body_role": vocabulary.BodyRole,
    "seat_kind": vocabulary.SeatKind,
    "manager_role": vocabulary.ManagerRole,
    "resource_kind": vocabulary.ResourceKind,
    "agreement_kind": vocabulary.AgreementKind,
    "party_role": vocabulary.PartyRole,
    "confidence": vocabulary.Confidence,
    "visibility": vocabulary.Visibility,
    "layer": vocabulary.Layer,
    "work_status": vocabulary.WorkStatus,
    "instrument_kind": vocabulary.InstrumentKind,
    "rating_kind": vocabulary.RatingKind,
    "responsibility": vocabulary.Responsibility,
    "iap2_level": vocabulary.Iap2Level,
    "assessment_phase": vocabulary.AssessmentPhase,
    "meeting_cycle": vocabulary.MeetingCycle,
    "origin": vocabulary.Origin,
}

# How many the sources name: 14 forms of civil society, 9 success factors, 8 rungs ... (12th field: the rest).
COUNTS = {
    "activity_field": 12,
    "agreement_stage": 18,
    "area_mode": 5,
    "assessment_award": 3,
    "assessment_criterion": 4,
    "assessment_party": 3,
    "brokerage": 5,
    "building_step": 7,
    "consideration": 7,
    "consultation_record": 3,
    "coproduction_activity": 8,
    "coproduction_stage": 4,
    "costing": 3,
    "cso_form": 14,
    "engagement_points": 2,
    "engagement_scope": 4,
    "evaluation_side": 2,
    "evaluation_timing": 2,
    "factor_status": 4,
    "finding_state": 4,
    "fit_dimension": 3,
    "formality": 2,
    "frequency": 5,
    "funding_mode": 5,
    "iap2_goal": 5,
    "iap2_promise": 5,
    "iap2_technique": 13,
    "interaction_form": 4,
    "ladder_rung": 8,
    "mediation": 2,
    "mission_type": 7,
    "network_function": 3,
    "obstacle": 8,
    "participation_form": 3,
    "participation_tool": 52,
    "plan_kind": 3,
    "population_group": 8,
    "provider_type": 5,
    "public_role": 3,
    "readiness": 3,
    "selection_criterion": 5,
    "service_nature": 3,
    "severity": 3,
    "success_factor": 9,
    "sustainable_stage": 5,
    "ultimate_goal": 2,
}

# Written by hand from the dictionary of the domain, not copied from the data file.
EXACT_THAI = [
    ("sub_network_kind", "service_delivery", "เครือข่ายขับเคลื่อนการจัดบริการสาธารณะ"),
    ("agreement_stage", "deliver", "การจัดทำบริการสาธารณะ"),
    ("service_nature", "administrative", "บริการสาธารณะทางปกครอง"),
    ("interaction_form", "co_production", "การร่วมจัดทำบริการสาธารณะ"),
    ("resource_kind", "social_capital", "ทุนทางสังคม"),
    ("participation_tool", "citizens_assembly", "สภาพลเมือง"),
    ("cso_form", "social_enterprise", "กิจการธุรกิจเพื่อสังคม"),
    ("activity_field", "law_advocacy_politics", "บริการทางกฎหมาย การรณรงค์ และการเคลื่อนไหวทางการเมือง"),
    ("iap2_level", "empower", "เสริมพลังเพิ่มอำนาจ"),
    ("ladder_rung", "citizen_control", "ร่วมกำหนดทิศทางการใช้อำนาจตัดสินใจ"),
    ("success_factor", "mutual_trust", "ความไว้วางใจซึ่งกันและกันระหว่างภาคีเครือข่าย"),
    ("building_step", "define_composition", "การกำหนดองค์ประกอบเครือข่าย"),
    ("consideration", "ultimate_goal", "เป้าหมายสูงสุดของการพัฒนาเครือข่าย"),
    ("assessment_criterion", "leadership", "ภาวะผู้นำของผู้บริหารในระดับจังหวัด"),
    ("finding_state", "acknowledged", "รับทราบแล้ว"),
    ("brokerage", "gatekeeper", "ผู้เปิดทางเข้ากลุ่ม"),
    ("kind", "merged", "รวมแล้ว"),
]
# Slips of the scanned report that must not come back: "health" for "public", and words that are none.
SLIPS = re.compile("บริการสาธารณสุข|ทูทางสังคม|สภากลุ่มเมือง|กิจกรรมธุรกิจเพื่อสังคม|ยืดประชาชน|ผลวัด|สาธารธ|เเ|ํา")
# Sentences that are shown and never typed.
SENTENCES = ("iap2_goal", "iap2_promise")


@pytest.mark.parametrize("name", ENUMS)
def test_every_code_of_a_closed_set_has_its_words_in_the_same_order(name: str):
    assert [member.value for member in ENUMS[name]] == list(terms(name))


def test_no_enum_is_without_its_words():
    enums = {one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, StrEnum)}
    assert enums == set(ENUMS.values())


@pytest.mark.parametrize("name", COUNTS)
def test_a_vocabulary_has_as_many_words_as_the_sources_name(name: str):
    assert len(terms(name)) == COUNTS[name]


def test_every_vocabulary_is_held_by_an_enum_or_a_count():
    assert ENUMS.keys() | COUNTS.keys() | {"kind"} == set(vocabularies())


@pytest.mark.parametrize(("name", "code", "thai"), EXACT_THAI)
def test_thai_stands_as_the_source_writes_it(name: str, code: str, thai: str):
    assert label(name, code, "th") == thai


def test_fields_of_activity_stand_in_the_order_of_their_international_numbers():
    numbered = dict(enumerate(terms("activity_field"), start=1))
    assert [numbered[number] for number in (1, 4, 7, 11, 12)] == [
        "culture_recreation",
        "social_services",
        "law_advocacy_politics",
        "business_professional_unions",
        "not_elsewhere_classified",
    ]


@pytest.mark.parametrize("name", vocabularies())
def test_a_word_means_one_code_in_either_language(name: str):
    meant: dict[str, set[str]] = {}
    for term in terms(name).values():
        assert all((term.code, term.thai, term.english))
        for word in (term.code, term.thai, term.english):
            meant.setdefault(match_form(word), set()).add(term.code)
    assert {word: codes for word, codes in meant.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("name", [name for name in vocabularies() if name not in SENTENCES])
def test_no_word_holds_what_separates_words_in_a_cell(name: str):
    assert [term for term in terms(name).values() if re.search("[,;\n]", f"{term.code}{term.thai}{term.english}")] == []


@pytest.mark.parametrize("name", vocabularies())
def test_no_slip_of_the_scanned_report_and_no_confirmed_word_without_its_source(name: str):
    for term in terms(name).values():
        assert not SLIPS.search(term.thai)
        assert term.source or not term.confirmed


def test_people_may_type_code_thai_or_english_in_any_case():
    words = codes_by_word("sector")
    assert words["ภาครัฐ"] == words["government"] == words["state"] == "state"


class Office(BaseModel):
    form: Annotated[str, Coded("cso_form")] | None = None
    tools: tuple[Annotated[str, Coded("participation_tool")], ...] = ()


def test_a_coded_field_takes_the_codes_of_its_vocabulary():
    office = Office.model_validate({"form": "cooperative", "tools": ["focus_group", "citizens_assembly"]})
    assert (office.form, office.tools) == ("cooperative", ("focus_group", "citizens_assembly"))
    assert Office.model_validate({"form": None}).form is None


@pytest.mark.parametrize("data", [{"form": "สหกรณ์"}, {"form": ""}, {"tools": ["focus_group", "no_tool"]}])
def test_a_coded_field_refuses_anything_else_with_a_code_that_has_a_sentence(data: dict[str, object]):
    with pytest.raises(ValidationError) as refused:
        Office.model_validate(data)
    context = refused.value.errors()[0]["ctx"]
    assert str(context["error"]) == "record.unknown_code"
    for language in LANGUAGES:
        assert "X" in messages_in(language).text("fault.record.unknown_code", value="X")
        assert messages_in(language).text("fault.record.unknown_code.cure")


def test_a_field_of_a_vocabulary_that_does_not_exist_fails_where_it_is_defined():
    with pytest.raises(KeyError):

        class Wrong(BaseModel):
            form: Annotated[str, Coded("no_such_set")]
