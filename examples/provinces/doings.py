"""What a province made by rule agreed on, deals with and did."""

from datetime import date, timedelta

from examples.provinces.members import Member, Scene

_KINDS = ("mou", "public_action_contract", "grant", "performance_contract", "commissioning")
_LEVELS = ("inform", "consult", "involve", "collaborate", "empower")
_TERMS = {
    "indicators": ("จำนวนพื้นที่ที่ดำเนินการแล้ว",),
    "resource_kinds": ("personnel", "place"),
    "monitoring": "รายงานผลทุกสามเดือน",
}
"""What the agreements of a managed network also say; elsewhere they name an objective and a term only."""
_ISSUES = ("น้ำ", "ฝุ่นควัน", "ผู้สูงอายุ", "ขยะ")


def write_doings(scene: Scene) -> None:
    """Issues, agreements and activities."""
    for number, topic in enumerate(_ISSUES, 1):
        name = f"ประเด็น{topic} {scene.shape.name}"
        scene.ledger.node(("issue", str(number)), "issue", name, name=name, status="in_execution")
    for number in range(1, scene.shape.agreements + 1):
        name = f"ข้อตกลงสมมุติที่ {number} {scene.shape.name}"
        since = scene.dice.day_between(date(2025, 1, 1), date(2026, 6, 1), "agreement", name)
        scene.ledger.node(
            ("agreement", str(number)),
            "agreement",
            name,
            name=name,
            agreement_kind=_KINDS[number % len(_KINDS)],
            objective=f"ร่วมกันจัดการประเด็น{_ISSUES[number % len(_ISSUES)]}",
            signed_on=since,
            valid_from=since,
            valid_to=since + timedelta(days=730),
            **(_TERMS if scene.shape.managed else {}),
        )
    for number in range(1, scene.shape.activities + 1):
        name = f"เวทีสมมุติที่ {number} {scene.shape.name}"
        held = scene.dice.day_between(date(2025, 10, 1), date(2026, 9, 20), "activity", name)
        scene.ledger.node(
            ("activity", str(number)),
            "activity",
            name,
            name=name,
            status="completed",
            held_on=held,
            iap2_level=_LEVELS[scene.dice.below(len(_LEVELS), "level", name)],
            origin="organic" if scene.dice.chance(40, "origin", name) else "induced",
            participants=12 + scene.dice.below(120, "participants", name),
        )


def write_participations(scene: Scene) -> None:
    """Who is party to what and who came, always of one piece: what would join pieces is said in the shape alone."""
    for number in range(1, scene.shape.agreements + 1):
        since = scene.dice.day_between(
            date(2025, 1, 1), date(2026, 6, 1), "agreement", f"ข้อตกลงสมมุติที่ {number} {scene.shape.name}"
        )
        for place, member in enumerate(_few(scene, 3, "party", str(number))):
            role = "partner" if place else "lead"
            told = {"role": role, "valid_from": since, "valid_to": since + timedelta(days=730)}
            scene.ledger.tie("party_to", member.key, ("agreement", str(number)), **told)
        if scene.shape.managed:
            about = ("issue", str(1 + number % len(_ISSUES)))
            scene.ledger.tie("covers", ("agreement", str(number)), about, valid_from=since)
    for number in range(1, scene.shape.activities + 1):
        for member in _few(scene, 5, "came", str(number)):
            scene.ledger.tie("participated_in", member.key, ("activity", str(number)))
        issue = ("issue", str(1 + number % len(_ISSUES)))
        scene.ledger.tie("concerns", ("activity", str(number)), issue)


def _few(scene: Scene, count: int, *words: str) -> list[Member]:
    piece = scene.dice.below(scene.shape.pieces, "piece", *words)
    inside = [member for member in scene.members if member.piece == piece]
    drawn = (inside[scene.dice.below(len(inside), *words, str(number))] for number in range(count))
    return list(dict.fromkeys(drawn))
