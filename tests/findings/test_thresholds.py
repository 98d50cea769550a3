from network_service.domain.vocabulary import BodyKind
from network_service.findings.thresholds import Thresholds


def test_the_defaults_are_those_of_the_domain_dictionary() -> None:
    defaults = Thresholds()
    assert defaults.required_sectors == {"state", "business", "civil_society", "community", "academic"}
    assert (defaults.cut_off_share, defaults.acting_linkers_share) == (0.1, 0.8)
    assert (defaults.members_for_major, defaults.bodies_per_person) == (3, 3)
    assert (defaults.thin_pair_ratio, defaults.thin_pair_expected, defaults.community_ties) == (0.5, 3, 1)
    assert (defaults.manager_reach, defaults.greatest_centralisation, defaults.state_brokerage_share) == (0.8, 0.5, 0.5)


def test_the_defaults_of_the_affairs_are_those_of_the_domain_dictionary() -> None:
    defaults = Thresholds()
    assert (defaults.strong_frequency, defaults.overload_factor) == (4, 3.0)
    assert (defaults.ending_days, defaults.stale_days, defaults.recent_months) == (90, 365, 12)


def test_only_the_support_working_group_may_have_two_sectors() -> None:
    assert {kind: Thresholds().sectors_on(kind) for kind in BodyKind} == {
        BodyKind.STRATEGIC_PARTNER_WG: 3,
        BodyKind.EXECUTIVE_COMMITTEE: 3,
        BodyKind.STEERING_COMMITTEE: 3,
        BodyKind.MONITORING_COMMITTEE: 3,
        BodyKind.PROVINCIAL_SUPPORT_WG: 2,
    }
