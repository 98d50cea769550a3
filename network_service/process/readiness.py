"""All steps and all factors of one network on one day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from network_service.process.condition import Step
from network_service.process.factor import Factor
from network_service.process.factors.accepted_leader import accepted_leader
from network_service.process.factors.connector_persons import connector_persons
from network_service.process.factors.contract_tools import contract_tools
from network_service.process.factors.formal_relations import formal_relations
from network_service.process.factors.integrative_culture import integrative_culture
from network_service.process.factors.manager_ability import manager_ability
from network_service.process.factors.mutual_trust import mutual_trust
from network_service.process.factors.participation_tools import participation_tools
from network_service.process.factors.tie_closeness import tie_closeness
from network_service.process.situation import Situation
from network_service.process.steps.allocate_roles import allocate_roles
from network_service.process.steps.define_composition import define_composition
from network_service.process.steps.designate_network_manager import designate_network_manager
from network_service.process.steps.formalize_ties import formalize_ties
from network_service.process.steps.identify_linkers import identify_linkers
from network_service.process.steps.structure_mechanisms import structure_mechanisms
from network_service.process.steps.success_factors import success_factors

STEPS: tuple[Callable[[Situation], Step], ...] = (
    define_composition,
    identify_linkers,
    designate_network_manager,
    formalize_ties,
    structure_mechanisms,
    allocate_roles,
)
"""The first six steps, which are done; the seventh is measured by the factors."""

FactorRule: TypeAlias = Callable[[Situation], Factor]

FACTORS: tuple[FactorRule, ...] = (
    accepted_leader,
    connector_persons,
    manager_ability,
    formal_relations,
    tie_closeness,
    mutual_trust,
    integrative_culture,
    contract_tools,
    participation_tools,
)
"""The nine success factors, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The seven steps in their order, and the nine factors in theirs."""

    steps: tuple[Step, ...]
    factors: tuple[Factor, ...]


def read_readiness(situation: Situation) -> Readings:
    """How far the network has been built."""
    factors = tuple(factor(situation) for factor in FACTORS)
    steps = tuple(step(situation) for step in STEPS)
    return Readings((*steps, success_factors(factors, situation.standards)), factors)
