"""Success factor: contracts as tools of administration."""

from network_service.domain.vocabulary import WorkStatus
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.judging import share
from network_service.process.situation import Situation
from network_service.snapshot.affairs.agreements import AgreementAffairs
from network_service.snapshot.affairs.held import sectors_of
from network_service.snapshot.affairs.work import IssueAffairs, ServiceAffairs


def contract_tools(situation: Situation) -> Factor:
    """Share of services and issues in execution that a complete agreement in force covers.

    Complete: signed, of parties of enough sectors, with objective, indicator, resource, term and monitoring. Absence
    answers once any agreement is recorded; cover is the share of services and issues whose status is known.
    """
    affairs = situation.affairs
    work: list[IssueAffairs | ServiceAffairs] = [*affairs.services, *affairs.issues]
    running = {one.id for one in work if one.status == WorkStatus.IN_EXECUTION}
    complete = [agreement for agreement in affairs.agreements if _complete(situation, agreement)]
    covered = running & {one for agreement in complete for one in agreement.covers}
    loose = running & {one for agreement in affairs.agreements for one in agreement.covers} - covered
    known = sum(one.status is not None for one in work) / len(work) if work else 0.0
    part = Part("covered", share(len(covered), len(running)), known if affairs.agreements else 0.0)
    return scored(
        "contract_tools",
        (part,),
        (1.0,),
        situation.standards,
        Responsible.GOVERNORS_OFFICE,
        {
            "in_execution": len(running),
            "covered": len(covered),
            "agreements": len(affairs.agreements),
            "agreements_complete": len(complete),
            "agreement_incomplete": tuple(sorted(loose)),
            "without_agreement": tuple(sorted(running - covered - loose)),
        },
        {
            "count": len(running),
            "covered": len(covered),
            "names": situation.names(running - covered),
        },
    )


def _complete(situation: Situation, one: AgreementAffairs) -> bool:
    written = one.has_objective and one.indicators > 0 and one.has_resource and one.is_monitored
    term = one.ends_on is not None
    return (
        one.signed is True and written and term and len(sectors_of(one.parties)) >= situation.standards.contract_sectors
    )
