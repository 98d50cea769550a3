"""A store with something of everything: corrections, removals, a come-back, an erasure, keys, application records."""

from __future__ import annotations

from datetime import timedelta

from network_service.store.base import Store
from network_service.store.change import Change, ChangeSet, Removal
from tests.store.contract.conftest import StoppedClock
from tests.store.records import change_set, changed, collaboration, organization, put

KEYED = change_set(organization("มีกุญแจ"), key="กุญแจ 1")
"""The change set that was written under a key: repeated, it gives the first answer."""


def write_history(store: Store, clock: StoppedClock) -> None:
    """Ten revisions, a key of a change set that wrote nothing, an erasure, and application records of every kind."""
    offices = [organization(f"สำนักงาน {number}") for number in range(6)]
    put(store, *offices)
    link = collaboration("สำนักงาน 0", "สำนักงาน 1", frequency=1)
    put(store, link, collaboration("สำนักงาน 1", "สำนักงาน 2", frequency=2))
    clock.move(minutes=5)
    for turn in range(3):
        put(store, changed(offices[turn], note=f"แก้ {turn}"))
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(link.id, 1),)))
    put(store, link)
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(offices[5].id, 1),)))
    store.apply(KEYED)
    store.apply(ChangeSet("os:tester", "test", (Change(offices[4], 1),), "กุญแจ 2"))
    gone = organization("ชื่อที่จะลบ", note="ของผู้ที่ขอให้ลบ")
    put(store, gone)
    store.erase([gone.id], principal="os:tester", reason_code="consent_withdrawn")
    records = store.application
    records.put("ตำแหน่ง", "ก", {"x": 1.5, "y": -2}, expected_version=0)
    records.put("ตำแหน่ง", "ก", {"x": 2, "y": None}, expected_version=1)
    records.put("ชั่วคราว", "ข", "หมดอายุแล้ว", expected_version=0, expires_at=clock() - timedelta(days=1))
    records.put("ชั่วคราว", "ค", [True, "ยังไม่หมด"], expected_version=0, expires_at=clock() + timedelta(days=1))
    for number in range(3):
        records.append("บันทึก", number)
