"""Every tool of participation stands under the heads that the source report gives it."""

import pytest

from network_service.domain.participation_tools import heads_of
from network_service.domain.vocabulary import terms


def test_every_tool_has_a_head_that_is_a_form_of_participation():
    for tool in terms("participation_tool"):
        assert {head for head, _ in heads_of(tool)} <= terms("participation_form").keys()
        assert heads_of(tool)


def test_a_tool_named_twice_keeps_both_heads():
    assert heads_of("focus_group") == (("co_governance", "listening"), ("co_governance", "dialogue_small_group"))


@pytest.mark.parametrize(
    ("tool", "head"),
    [
        ("public_hearing", ("co_governance", "discussion")),
        ("forum_theatre", ("co_governance", "dialogue_public")),
        ("e_consultation", ("co_management", "digital")),
        ("citizens_assembly", ("co_production", "commissioning")),
        ("commissioning", ("co_production", "delivery")),
        ("citizen_charter", ("co_production", "assessment")),
    ],
)
def test_a_tool_stands_where_the_report_puts_it(tool: str, head: tuple[str, str]):
    assert heads_of(tool) == (head,)


def test_the_three_forms_have_as_many_tools_as_the_report_lists():
    heads = [head for tool in terms("participation_tool") for head, _ in heads_of(tool)]
    assert [heads.count(form) for form in ("co_governance", "co_management", "co_production")] == [31, 7, 15]


def test_a_tool_that_is_not_named_is_an_error():
    with pytest.raises(KeyError):
        heads_of("no_tool")
