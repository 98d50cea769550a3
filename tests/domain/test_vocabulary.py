"""The closed sets in code and the words in the data file agree."""

import pytest

from network_service.domain import vocabulary
from network_service.domain.vocabulary import codes_by_word, label, terms, vocabularies

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
}


@pytest.mark.parametrize("name", ENUMS)
def test_every_code_of_a_closed_set_has_its_words_in_the_same_order(name: str):
    assert [member.value for member in ENUMS[name]] == list(terms(name))


@pytest.mark.parametrize("name", vocabularies())
def test_no_two_codes_of_a_set_share_a_word(name: str):
    for language in ("th", "en"):
        words = [label(name, code, language) for code in terms(name)]
        assert all(words)
        assert len(set(words)) == len(words)


def test_people_may_type_code_thai_or_english_in_any_case():
    words = codes_by_word("sector")
    assert words["ภาครัฐ"] == words["government"] == words["state"] == "state"
