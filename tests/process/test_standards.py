from network_service.domain.vocabulary import BodyKind
from network_service.process.standards import Standards


def test_the_defaults_are_those_of_the_domain_dictionary() -> None:
    one = Standards()
    assert one.required_sectors == {"state", "business", "civil_society", "community", "academic"}
    assert (one.least_diversity, one.largest_sector_share, one.stakeholder_share) == (0.6, 0.5, 0.8)
    assert (one.group_members, one.acting_linkers_share) == (5, 0.8)
    assert (one.manager_reach, one.manager_sectors, one.certified_share) == (0.8, 3, 0.9)
    assert (one.meeting_months, one.bodies_per_person) == (6, 3)
    assert (one.members_with_role, one.matching_assignments, one.load_inequality) == (0.8, 0.8, 0.4)
    assert (one.factors_met, one.factor_met, one.factor_partial, one.data_cover, one.least_raters) == (
        7,
        0.7,
        0.4,
        0.6,
        5,
    )
    assert (one.connector_weights, one.formal_weights) == ((0.5, 0.3, 0.2), (0.5, 0.3, 0.2))
    assert (one.culture_weights, one.trust_gap_weight, one.tie_years, one.core_number) == ((0.6, 0.4), 0.5, 5, 2)
    assert (one.culture_sectors, one.contract_sectors, one.recent_months, one.stale_days) == (3, 2, 12, 365)
    assert (one.sub_network_sectors, one.community_sectors, one.community_meetings) == (3, 3, 4)


def test_only_the_support_working_group_may_have_two_sectors() -> None:
    assert [Standards().sectors_on(kind) for kind in BodyKind] == [3, 3, 3, 3, 2]
