"""Rules: stages of agreements are those of their kind, fall within the term, and are done in their order."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from network_service.domain.agreement_stages import Stage, due_by_default, stages_of
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Agreement, AgreementStage, has_stage


def stage_of_other_kind(whole: Whole) -> Iterator[Found]:
    """A stage that agreements of its agreement's kind do not pass through."""
    for one in whole.of(AgreementStage):
        agreement = whole.find(one.agreement, Agreement)
        if agreement is not None and not has_stage(agreement.agreement_kind, one.stage):
            yield Found(Spot(one.id, "stage"), (Spot(agreement.id, "agreement_kind"),))


def stage_due_after_term(whole: Whole) -> Iterator[Found]:
    """A stage due after the agreement's last day, or after the months that its kind of stage may take beyond it.

    Stages before the first day are no doubt: most of them (announcing, proposing, choosing) lead to the agreement.
    """
    for one in whole.of(AgreementStage):
        agreement = whole.find(one.agreement, Agreement)
        if agreement is None or agreement.valid_to is None or one.due_on is None:
            continue
        last = agreement.valid_to - timedelta(days=1)
        stage = _stage(agreement, one)
        if one.due_on > ((stage and due_by_default(stage, last)) or last):
            yield Found(Spot(one.id, "due_on"), (Spot(agreement.id, "valid_to"),))


def stage_done_too_early(whole: Whole) -> Iterator[Found]:
    """A stage done before one that comes earlier was done; those that run at the same time have no order."""
    done: dict[str, list[tuple[AgreementStage, date]]] = defaultdict(list)
    for one in whole.of(AgreementStage):
        if one.done_on is not None:
            done[one.agreement].append((one, one.done_on))
    for agreement_id, stages in done.items():
        agreement = whole.find(agreement_id, Agreement)
        if agreement is None:
            continue
        order = {stage.code: place for place, stage in enumerate(stages_of(agreement.agreement_kind))}
        known = sorted((one for one in stages if one[0].stage in order), key=lambda one: order[one[0].stage])
        for place, (one, day) in enumerate(known):
            stage = _stage(agreement, one)
            beside = (one.stage, stage.parallel if stage else None)
            before = [(when, other.id) for other, when in known[:place] if other.stage not in beside]
            if before and max(before)[0] > day:
                yield Found(Spot(one.id, "done_on"), (Spot(max(before)[1], "done_on"),))


def _stage(agreement: Agreement, one: AgreementStage) -> Stage | None:
    return next((stage for stage in stages_of(agreement.agreement_kind) if stage.code == one.stage), None)
