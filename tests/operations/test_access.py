"""Who may do what is said in one table; what is not in it is refused."""

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted
from network_service.operations.access import MAY, permit


@pytest.mark.parametrize("operation", MAY)
def test_each_operation_is_refused_to_every_role_that_is_not_named_for_it(operation: str):
    for role in Role:
        principal = Principal("somebody", frozenset({role}))
        if role in MAY[operation]:
            permit(principal, operation)
        else:
            with pytest.raises(NotPermitted, match=r"access\.role"):
                permit(principal, operation)


def test_an_operation_nobody_declared_is_refused_even_to_the_local_operator():
    with pytest.raises(NotPermitted):
        permit(local_operator("tester"), "undeclared")


def test_a_province_outside_the_scope_is_refused():
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-98"}))
    permit(manager, "analyse", "TH-98")
    with pytest.raises(NotPermitted, match=r"access\.province"):
        permit(manager, "analyse", "TH-97")


def test_the_local_operator_reaches_every_province_and_is_named_by_the_system_user():
    principal = local_operator("tester")
    assert principal.name == "os:tester"
    permit(principal, "import", "TH-10", "TH-98")
