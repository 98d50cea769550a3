"""What is agreed, worked on and met over, and who has which part in it."""

from datetime import date
from pathlib import Path

from network_service.snapshot.affairs.collaboration import Flow
from network_service.snapshot.affairs.held import Involved, actors_of, sectors_of
from network_service.snapshot.affairs.surroundings import RatingAffairs
from tests.snapshot.affairs.province import NET, NOBODY, SPEAKER, A, B, affairs_of, rating
from tests.snapshot.records import DAY, PROVINCE, node, tie

BY_A = Involved(SPEAKER.id, A.id, "state")


def test_an_agreement_has_its_parties_its_cover_and_what_of_its_terms_is_written(tmp_path: Path) -> None:
    issue = node("issue", "น้ำแล้ง")
    full = node(
        "agreement",
        "ข้อตกลงครบ",
        agreement_kind="grant",
        objective="มีน้ำใช้",
        signed_on=date(2026, 1, 1),
        valid_from=date(2026, 1, 2),
        valid_to=date(2027, 1, 2),
        stage="deliver",
        indicators=("ครัวเรือน", "ไร่"),
        budget_baht=0,
        monitoring="รายเดือน",
    )
    bare = node("agreement", "ข้อตกลงเปล่า", agreement_kind="mou", resource_kinds=("place",))
    over = node("agreement", "ข้อตกลงเก่า", agreement_kind="mou", valid_to=DAY)
    ties = [
        tie("party_to", A, full, role="lead"),
        tie("party_to", SPEAKER, full, role="provider"),
        tie("party_to", NOBODY, full, role="witness"),
        tie("represents", SPEAKER, B),
        tie("covers", full, issue),
    ]
    affairs = affairs_of(tmp_path, NET, A, B, SPEAKER, NOBODY, issue, full, bare, over, *ties)
    told = {one.name: one for one in affairs.agreements}
    assert told.keys() == {"ข้อตกลงครบ", "ข้อตกลงเปล่า"}
    one = told["ข้อตกลงครบ"]
    assert set(one.parties) == {
        Involved(A.id, A.id, "state", "lead"),
        Involved(SPEAKER.id, B.id, "business", "provider"),
        Involved(NOBODY.id, None, None, "witness"),
    }
    assert (sectors_of(one.parties), actors_of(one.parties)) == ({"state", "business"}, {A.id, B.id})
    assert one.covers == (issue.id,)
    assert (one.signed_on, one.starts_on, one.ends_on) == (date(2026, 1, 1), date(2026, 1, 2), date(2027, 1, 2))
    assert (one.has_objective, one.indicators, one.has_resource, one.is_monitored) == (True, 2, True, True)
    two = told["ข้อตกลงเปล่า"]
    assert (two.has_objective, two.indicators, two.has_resource, two.is_monitored) == (False, 0, True, False)
    assert (two.resource_kinds, two.budget_baht, two.parties) == (("place",), None, ())


def test_an_agreement_is_signed_by_day_or_by_stage_and_else_not_known(tmp_path: Path) -> None:
    told = {
        "ลงนามแล้ว": {"signed_on": DAY},
        "ยังไม่ลงนาม": {"signed_on": date(2026, 10, 2), "stage": "deliver"},
        "รับเงินแล้ว": {"stage": "accept_funds"},
        "ยื่นข้อเสนอ": {"stage": "submit"},
        "ไม่ระบุ": {},
    }
    made = [node("agreement", name, agreement_kind="grant", **fields) for name, fields in told.items()]
    signed = {one.name: one.signed for one in affairs_of(tmp_path, NET, *made).agreements}
    assert signed == {
        "ลงนามแล้ว": True,
        "ยังไม่ลงนาม": False,
        "รับเงินแล้ว": True,
        "ยื่นข้อเสนอ": False,
        "ไม่ระบุ": None,
    }


def test_flows_issues_and_plans_that_have_ended_are_read_with_the_activities_about_them(tmp_path: Path) -> None:
    over = node("issue", "น้ำแล้ง", decided_on=date(2026, 1, 5), objective="มีน้ำใช้", valid_to=date(2026, 3, 1))
    plan = node("plan", "แผนเก่า", valid_from=date(2026, 1, 1), valid_to=DAY)
    lasting = node("plan", "แผน", valid_to=date(2026, 10, 2))
    held = node("activity", "เวที", held_on=date(2026, 1, 4))
    ties = [
        tie("concerns", held, over, valid_to=date(2026, 3, 1)),
        tie("concerns", held, plan),
        tie("shares_resource", A, B, resource_kind="budget", valid_to=DAY),
        tie("shares_resource", B, A, resource_kind="place", valid_to=date(2026, 10, 2)),
    ]
    affairs = affairs_of(tmp_path, NET, A, B, over, plan, lasting, held, *ties)
    assert {(one.name, one.kind, one.has_objective, one.ended_on) for one in affairs.ended_work} == {
        ("น้ำแล้ง", "issue", True, date(2026, 3, 1)),
        ("แผนเก่า", "plan", False, DAY),
    }
    assert [one.decided_on for one in affairs.ended_work if one.id == over.id] == [date(2026, 1, 5)]
    assert (affairs.issues, [one.name for one in affairs.plans]) == ((), ["แผน"])
    [activity] = affairs.activities
    assert set(activity.concerns) == {over.id, plan.id}
    [ended] = affairs.ended_flows
    assert (ended.flow, ended.ended_on) == (Flow(A.id, B.id, "budget", None), DAY)
    assert [flow.resource_kind for flow in affairs.flows] == ["place"]


def test_bodies_networks_and_communities_have_met_up_to_today_and_in_order(tmp_path: Path) -> None:
    body = node("body", "คณะ", body_kind="steering_committee", meeting_cycle="monthly")
    idle = node("body", "คณะเงียบ", body_kind="executive_committee")
    circle = node("community_of_practice", "ชุมชน", lesson_published_on=DAY)
    days = {body: (date(2026, 9, 1), date(2026, 3, 1), date(2026, 10, 2)), circle: (DAY,), NET: (date(2026, 1, 1),)}
    meetings = [node("meeting", f"{of.id} {on}", body=of.id, held_on=on) for of, some in days.items() for on in some]
    ties = [
        tie("member_of", SPEAKER, circle),
        tie("member_of", B, circle, status="invited"),
        tie("represents", SPEAKER, A),
    ]
    affairs = affairs_of(tmp_path, NET, A, B, SPEAKER, body, idle, circle, *meetings, *ties)
    met = {one.name: one for one in affairs.bodies}
    assert met["คณะ"].meetings == (date(2026, 3, 1), date(2026, 9, 1))
    assert (met["คณะ"].last_met_on, met["คณะเงียบ"].last_met_on) == (date(2026, 9, 1), None)
    assert [one.meetings for one in affairs.networks] == [(date(2026, 1, 1),)]
    (community,) = affairs.communities
    assert (community.members, community.meetings, community.lesson_published_on) == ((BY_A,), (DAY,), DAY)


def test_an_issue_has_its_stakeholders_by_kind_and_who_works_on_it(tmp_path: Path) -> None:
    group = node("population_group", "เกษตรกร", population_kind="farmers")
    issue = node(
        "issue",
        "น้ำแล้ง",
        status="open",
        objective="มีน้ำ",
        initiator_sector="community",
        stakeholder_sectors=("state", "community"),
        valid_from=date(2026, 1, 1),
        decided_on=date(2026, 2, 1),
    )
    ties = [
        tie("stakeholder_of", A, issue),
        tie("stakeholder_of", group, issue),
        tie("works_on", SPEAKER, issue),
        tie("represents", SPEAKER, A),
    ]
    affairs = affairs_of(tmp_path, NET, A, SPEAKER, group, issue, *ties)
    (one,) = affairs.issues
    assert (one.status, one.initiator_sector, one.has_objective) == ("open", "community", True)
    assert (one.since, one.decided_on) == (date(2026, 1, 1), date(2026, 2, 1))
    assert set(one.stakeholder_sectors) == {"state", "community"}
    assert (one.stakeholders, one.population_groups, one.workers) == ((A.id,), (group.id,), (BY_A,))
    assert [(one.population_kind, one.area) for one in affairs.population_groups] == [("farmers", None)]


def test_plans_services_tasks_and_activities_have_their_parts(tmp_path: Path) -> None:
    plan = node("plan", "แผน", plan_kind="provincial", fiscal_year=2027, status="open", decided_on=date(2026, 8, 1))
    service = node("service", "บริการ", status="in_execution", activity_field="health")
    task = node("task", "งาน", resource_kind="place", activity_field="health", due_on=DAY)
    activity = node(
        "activity",
        "เวที",
        held_on=date(2026, 5, 1),
        iap2_level="consult",
        origin="organic",
        promise_kept=False,
        feedback_published_on=date(2026, 6, 1),
    )
    ties = [
        tie("works_on", A, plan),
        tie("works_on", A, service),
        tie("responsible_for", A, task, responsibility="accountable"),
        tie("responsible_for", SPEAKER, task),
        tie("participated_in", SPEAKER, activity),
        tie("concerns", activity, plan, population_groups_present=("women", "farmers")),
        tie("concerns", activity, service, population_groups_present=("women",)),
        tie("represents", SPEAKER, A),
    ]
    affairs = affairs_of(tmp_path, NET, A, SPEAKER, plan, service, task, activity, *ties)
    by_itself = Involved(A.id, A.id, "state")
    assert [(one.fiscal_year, one.workers) for one in affairs.plans] == [(2027, (by_itself,))]
    assert [(one.status, one.activity_field, one.workers) for one in affairs.services] == [
        ("in_execution", "health", (by_itself,))
    ]
    (one,) = affairs.tasks
    assert (one.resource_kind, one.activity_field, one.area, one.due_on) == ("place", "health", None, DAY)
    assert set(one.parts) == {
        Involved(A.id, A.id, "state", "accountable"),
        Involved(SPEAKER.id, A.id, "state", "responsible"),
    }
    (held,) = affairs.activities
    assert (held.held_on, held.iap2_level, held.origin) == (date(2026, 5, 1), "consult", "organic")
    assert (held.feedback_published_on, held.promise_kept) == (date(2026, 6, 1), False)
    assert (held.participants, set(held.concerns)) == ((BY_A,), {plan.id, service.id})
    assert held.groups_present == ("farmers", "women")


def test_ratings_up_to_today_are_told_the_newest_first(tmp_path: Path) -> None:
    told = {"rating_kind": "competence", "subject": SPEAKER.id, "rater_sector": "state"}
    old = rating(**told, surveyed_on=date(2025, 6, 1), survey_round="1", asked=9, raters=4)
    new = rating(**told, surveyed_on=date(2026, 6, 1), survey_round="2", asked=9, raters=5, mean=4.5)
    coming = rating(**told, surveyed_on=date(2026, 11, 1), survey_round="3", asked=9)
    affairs = affairs_of(tmp_path, NET, SPEAKER, old, new, coming)
    assert affairs.ratings == (
        RatingAffairs("competence", SPEAKER.id, "state", None, "2", date(2026, 6, 1), 9, 5, 4.5),
        RatingAffairs("competence", SPEAKER.id, "state", None, "1", date(2025, 6, 1), 9, 4, None),
    )
    assert PROVINCE in affairs.lens.provinces
