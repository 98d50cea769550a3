"""Every mission and every nature of service has the form of participation that the source report gives it."""

from network_service.domain.suited_forms import form_for_mission, forms_for_service
from network_service.domain.vocabulary import terms


def test_each_mission_has_its_form():
    assert {mission: form_for_mission(mission) for mission in terms("mission_type")} == {
        "support": "co_management",
        "policy": "co_governance",
        "academic": "co_management",
        "regulation": "co_management",
        "licensing": "co_management",
        "dispute_complaint": "co_management",
        "service": "co_production",
    }


def test_each_nature_of_service_has_its_forms():
    assert {nature: forms_for_service(nature) for nature in terms("service_nature")} == {
        "administrative": ("information",),
        "industrial_commercial": ("consultation", "public_decision_making"),
        "social_cultural": ("co_production",),
    }


def test_forms_are_words_of_their_vocabularies():
    assert {form_for_mission(mission) for mission in terms("mission_type")} == terms("participation_form").keys()
    used = {form for nature in terms("service_nature") for form in forms_for_service(nature)}
    assert used == terms("interaction_form").keys()
