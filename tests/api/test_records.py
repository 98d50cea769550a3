"""Records over the API: pages, changes that know what they change, repeats that do nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from network_service.domain.principal import Role
from tests.api.server import Server, code_of

GROUP = {"kind": "group", "province": "TH-98", "name": "ชมรมทดสอบ", "sector": "community"}


@pytest.fixture(scope="module")
def own(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serving(tmp_path_factory.mktemp("records"))


def test_pages_follow_each_other_and_tell_the_total(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    met: list[str] = []
    cursor = None
    while True:
        asked = {"kind": "group", "limit": "20", **({"cursor": cursor} if cursor else {})}
        page = manager.get("/provinces/TH-98/records", params=asked).json()
        met += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(met) == len(set(met)) == page["total"]


def test_a_record_is_created_read_changed_and_remembered(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    made = manager.post("/records", json=GROUP)
    assert made.status_code == 201, made.text
    place = made.headers["location"].removeprefix("/api/v1")
    read = manager.get(place)
    assert read.headers["etag"] == made.headers["etag"]
    changed = manager.patch(place, json={"name": "ชมรมทดสอบใหม่"}, headers={"If-Match": read.headers["etag"]})
    assert (changed.status_code, changed.json()["name"]) == (200, "ชมรมทดสอบใหม่")
    assert changed.headers["etag"] != read.headers["etag"]
    history = manager.get(f"{place}/history").json()["items"]
    assert [one["by"]["operation"] for one in history] == ["create_record", "change_record"]
    assert history[1]["changed"] == {"name": ["ชมรมทดสอบ", "ชมรมทดสอบใหม่"]}


def test_a_change_without_or_on_an_old_version_is_refused(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    made = manager.post("/records", json={**GROUP, "name": "ชมรมสองรุ่น"})
    place = made.headers["location"].removeprefix("/api/v1")
    without = manager.patch(place, json={"name": "ก"})
    assert (without.status_code, code_of(without)) == (428, "if_match.missing")
    tag = {"If-Match": made.headers["etag"]}
    assert manager.patch(place, json={"name": "ข"}, headers=tag).status_code == 200
    late = manager.patch(place, json={"name": "ค"}, headers=tag)
    assert (late.status_code, code_of(late)) == (412, "store.stale_write")
    assert manager.get(place).json()["name"] == "ข"


def test_faults_name_their_fields(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    answer = manager.post("/records", json={**GROUP, "sector": "nobody", "version": 3, "colour": "red"})
    assert answer.status_code == 422
    told = answer.json()["faults"]
    assert told
    assert all(one["message"] and one["cure"] for one in told)


def test_a_repeat_with_its_key_does_nothing_twice(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    key = {"Idempotency-Key": "one-and-the-same"}
    fields = {**GROUP, "name": "ชมรมกดสองครั้ง"}

    def send(_: int) -> tuple[int, str]:
        answer = manager.post("/records", json=fields, headers=key)
        return answer.status_code, answer.json().get("id", answer.text)

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(send, range(24)))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
    found = manager.get("/provinces/TH-98/records", params={"where": "name:equals:ชมรมกดสองครั้ง"}).json()
    assert found["total"] == 1


def test_of_writers_who_saw_the_same_only_one_writes(own: Server) -> None:
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    place = manager.post("/records", json={**GROUP, "name": "ชมรมแย่งกันแก้"}).headers["location"]
    place = place.removeprefix("/api/v1")
    for turn in range(5):
        seen = manager.get(place)

        def write(number: int, seen: str = seen.headers["etag"], turn: int = turn) -> int:
            note = {"note": f"รอบ {turn} คนที่ {number}"}
            return manager.patch(place, json=note, headers={"If-Match": seen}).status_code

        with ThreadPoolExecutor(10) as pool:
            statuses = sorted(pool.map(write, range(10)))
        assert statuses.count(200) == 1
        assert set(statuses) <= {200, 412, 503}
        assert manager.get(place).json()["version"] == seen.json()["version"] + 1


def test_what_is_of_another_province_is_as_if_it_were_not_there(own: Server) -> None:
    everywhere = own.signed_in(Role.NETWORK_MANAGER)
    manager = own.signed_in(Role.NETWORK_MANAGER, "TH-98")
    foreign = everywhere.get("/provinces/TH-97/records").json()["items"]
    assert foreign
    for one in foreign:
        for path in (f"/records/{one['id']}", f"/records/{one['id']}/history", f"/records/{one['id']}/neighbours"):
            assert manager.get(path).status_code == 404
        answer = manager.patch(f"/records/{one['id']}", json={"note": "x"}, headers={"If-Match": '"1"'})
        assert answer.status_code == 404
    assert manager.post("/records", json={**GROUP, "province": "TH-97"}).status_code == 404
