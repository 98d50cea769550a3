"""Several services on one store, and what becomes of them and it: crossed writers, kills, a store that goes away."""

from __future__ import annotations

import random
import string
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from itertools import product
from pathlib import Path

import httpx
import pytest

from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.sqlite import SqliteStore
from tests.api.office_tls import made_by_the_manual, tls_proxy
from tests.api.processes import Served, begun_at_once, children_of, client_of, free_port, lives, manager_of, serving
from tests.api.server import code_of
from tests.neo4j_server.server import Neo4jServer
from tests.store.neo4j.proxy import BoltProxy
from tests.trials import trials

PROVINCE = "TH-98"
GROUP = {"kind": "group", "province": PROVINCE, "name": "ชมรมที่แก้พร้อมกัน", "sector": "community"}
SOON = 4.0  # seconds: what a page may take to say that the store cannot be reached
WORDS = [
    "".join(two) for two in product(string.ascii_lowercase, repeat=2)
]  # no figures: a note takes no telephone number


@pytest.fixture
def proxy(empty_neo4j: Neo4jServer) -> Iterator[BoltProxy]:
    with BoltProxy(empty_neo4j.address) as opened:
        yield opened


def neo4j_settings(server: Neo4jServer, folder: Path, uri: str | None = None) -> dict[str, object]:
    """A Neo4j as the settings of a service name it, its password in a file."""
    password = folder / "neo4j_password"
    password.write_text(server.password, encoding="utf-8")
    return {"store": uri or server.uri, "neo4j_user": server.user, "neo4j_password_file": password}


def opened_neo4j(server: Neo4jServer) -> Neo4jStore:
    return Neo4jStore.open(server.uri, Credentials(server.user, server.password))


def sqlite_of(folder: Path) -> tuple[str, Path]:
    file = folder / "network.sqlite"
    return f"sqlite:///{file}", file


def made_by(client: httpx.Client, name: str) -> str:
    """Create a group; its place."""
    answer = client.post("/records", json={**GROUP, "name": name})
    assert answer.status_code == 201, answer.text
    return answer.headers["location"].removeprefix("/api/v1")


def add_word(client: httpx.Client, place: str, word: str) -> None:
    """Add a word to a note, as often as it takes: what another wrote meanwhile is read and kept."""
    while True:
        seen = client.get(place)
        assert seen.status_code == 200, seen.text
        note = f"{seen.json()['fields'].get('note') or ''} {word}".strip()
        answer = client.patch(place, json={"note": note}, headers={"If-Match": seen.headers["etag"]})
        if answer.status_code == 200:
            return
        assert answer.status_code in (412, 503), answer.text


def write_crossed(addresses: list[str], secret: str, rounds: int, writers: int) -> None:
    """Each writer of each round adds its word to two records, every other one in the other order; none is lost."""
    with ExitStack() as stack:
        clients = [stack.enter_context(client_of(addresses[n % len(addresses)], secret)) for n in range(writers)]
        places = [made_by(clients[0], name) for name in ("ชมรมหนึ่ง", "ชมรมสอง")]
        words = iter(WORDS)
        with ThreadPoolExecutor(writers) as pool:
            for _ in range(rounds):
                given = [next(words) for _ in clients]

                def write(number: int, given: list[str] = given) -> None:
                    for place in places if number % 2 else places[::-1]:
                        add_word(clients[number], place, given[number])

                list(pool.map(write, range(writers)))
        for place in places:
            kept = {address: client.get(place).json() for address, client in zip(addresses, clients, strict=False)}
            for told in kept.values():
                assert sorted(told["fields"]["note"].split()) == WORDS[: rounds * writers]
                assert told["version"] == 1 + rounds * writers
            history = clients[0].get(f"{place}/history").json()["items"]
            assert len(history) == 1 + rounds * writers


def test_two_services_on_one_file_lose_none_of_200_crossed_updates(tmp_path: Path):
    place, file = sqlite_of(tmp_path)
    with SqliteStore.open(file) as store:
        secret = manager_of(store, PROVINCE)
    with serving(tmp_path / "one", store=place) as one, serving(tmp_path / "other", store=place) as other:
        write_crossed([one.address, other.address], secret, rounds=20, writers=10)
    with SqliteStore.open(file) as store:
        assert store.check() == []


def test_two_services_on_one_neo4j_behind_a_proxy_lose_none_of_their_crossed_updates(
    empty_neo4j: Neo4jServer, tmp_path: Path
):
    """The topology of docker-compose.yml as plain processes: each request meets whichever replica has its turn."""
    settings = {**neo4j_settings(empty_neo4j, tmp_path), "trusted_proxies": "127.0.0.1"}
    begin = partial(serving, **settings)
    with opened_neo4j(empty_neo4j) as store:
        secret = manager_of(store, PROVINCE)
        with (
            begin(tmp_path / "one", "--behind-proxy") as one,
            begin(tmp_path / "other", "--behind-proxy") as other,
            tls_proxy(made_by_the_manual(tmp_path), one.address, other.address) as address,
        ):
            write_crossed([address], secret, rounds=trials(2, 20), writers=10)
            with client_of(address) as stranger:
                answer = stranger.post("/session", json={"name": "manager", "password": "a wrong password"})
                assert answer.status_code == 401
                assert answer.headers["strict-transport-security"].startswith("max-age=")
                assert stranger.get(f"{address}/metrics").status_code == 404
            assert all('"/records/{record_id}"' in served.logged() for served in (one, other))
        assert store.check() == []


def test_a_service_killed_while_it_writes_has_lost_nothing_that_it_acknowledged(tmp_path: Path):
    place, file = sqlite_of(tmp_path)
    chance, port = random.Random(8), free_port()
    acknowledged: list[str] = []
    with SqliteStore.open(file) as store:
        secret = manager_of(store, PROVINCE)
    for trial in range(trials(20, 200)):
        process = begun_at_once(place, tmp_path, port)
        wanted = len(acknowledged) + chance.randint(1, 20)
        writers = [threading.Thread(target=write_on, args=(port, secret, trial, n, acknowledged)) for n in range(4)]
        for one in writers:
            one.start()
        while len(acknowledged) < wanted:
            assert process.is_alive()
            time.sleep(0.001)
        process.kill()
        process.join()
        for one in writers:
            one.join()
    process = begun_at_once(place, tmp_path, port)
    with client_of(f"http://127.0.0.1:{port}", secret) as client:
        assert client.get(f"/records/{acknowledged[-1]}").status_code == 200
    process.terminate()
    process.join()
    with SqliteStore.open(file) as store:
        assert set(acknowledged) - store.get_many(acknowledged).keys() == set()
        assert store.check() == []


def write_on(port: int, secret: str, trial: int, writer: int, acknowledged: list[str]) -> None:
    """Create one record after the other until the service is gone; note each that it said it had written."""
    with client_of(f"http://127.0.0.1:{port}", secret) as client:
        number = 0
        while True:
            name = f"ชมรม {trial}/{writer}/{number}"
            try:
                answer = client.post("/records", json={**GROUP, "name": name})
            except httpx.TransportError:
                return
            assert answer.status_code in (201, 503), answer.text
            if answer.status_code == 201:
                acknowledged.append(answer.json()["id"])
            number += 1


def test_a_file_that_is_gone_is_told_soon_and_used_again_when_it_is_back(tmp_path: Path):
    place, file = sqlite_of(tmp_path)
    with SqliteStore.open(file) as store:
        secret = manager_of(store, PROVINCE)
    away = file.with_name("away.sqlite")
    with serving(tmp_path / "one", store=place) as served, served.client(secret) as client:
        record = made_by(client, "ก่อนหาย")
        for trial in range(trials(2, 20)):
            file.rename(away)
            told_soon(served, client, record)
            assert not file.exists()
            away.rename(file)
            works_again(client, record, str(trial))
        assert served.process.poll() is None


def test_a_neo4j_that_is_gone_is_told_soon_and_used_again_when_it_is_back(
    empty_neo4j: Neo4jServer, proxy: BoltProxy, tmp_path: Path
):
    with opened_neo4j(empty_neo4j) as store:
        secret = manager_of(store, PROVINCE)
    settings = neo4j_settings(empty_neo4j, tmp_path, proxy.uri)
    with serving(tmp_path / "one", **settings) as served, served.client(secret) as client:
        record = made_by(client, "ก่อนหาย")
        for trial in range(trials(2, 20)):
            proxy.stop()
            told_soon(served, client, record)
            proxy.start()
            works_again(client, record, str(trial))
        assert served.process.poll() is None


def told_soon(served: Served, client: httpx.Client, record: str) -> None:
    """Reading, writing, computing, signing in and readiness say 503 and when to come again; liveness goes on."""
    asks = {
        "read": lambda: client.get(record),
        "write": lambda: client.post("/records", json=GROUP),
        "compute": lambda: client.get(f"/provinces/{PROVINCE}/findings"),
        "sign in": lambda: client.post("/session", json={"name": "manager", "password": "a wrong password"}),
        "ready": lambda: httpx.get(f"{served.address}/readyz", timeout=30),
    }
    for name, ask in asks.items():
        began = time.monotonic()
        answer = ask()
        assert time.monotonic() - began < SOON, name
        assert (answer.status_code, int(answer.headers["retry-after"]) > 0) == (503, True), (name, answer.text)
    assert httpx.get(f"{served.address}/healthz").status_code == 200


def works_again(client: httpx.Client, record: str, word: str) -> None:
    seen = client.get(record)
    assert seen.status_code == 200, seen.text
    changed = client.patch(record, json={"note": f"กลับมาแล้ว {word}"}, headers={"If-Match": seen.headers["etag"]})
    assert changed.status_code == 200, changed.text
    # Computed in another process, which must have found the store again to know that one group is no network.
    assert code_of(client.get(f"/provinces/{PROVINCE}/findings")) == "province.no_network"


def test_a_service_that_is_killed_leaves_no_process_behind(tmp_path: Path):
    place, file = sqlite_of(tmp_path)
    with SqliteStore.open(file) as store:
        secret = manager_of(store, PROVINCE)
    with serving(tmp_path / "one", "--workers", "2", store=place) as served, served.client(secret) as client:
        made_by(client, "มีงานค้าง")
        for _ in range(4):
            client.get(f"/provinces/{PROVINCE}/findings")  # has whichever worker answers begin what computes
        workers = children_of(served.process.pid)
        left = [*workers, *(one for worker in workers for one in children_of(worker))]
        assert len(left) > len(workers) >= 2
        served.process.kill()
        served.process.wait()
        while any(map(lives, left)):
            time.sleep(0.05)


@pytest.mark.parametrize("trusted", [False, True])
def test_what_an_asker_says_of_his_own_address_counts_only_from_a_trusted_proxy(tmp_path: Path, trusted: bool):
    settings: dict[str, object] = {"trusted_proxies": "127.0.0.0/8" if trusted else "192.0.2.1"}
    with serving(tmp_path, store=sqlite_of(tmp_path)[0], **settings) as served, served.client() as client:
        codes = []
        for number in range(8):
            # What a proxy adds stands last; what stands before it is what the asker said.
            claimed = {"X-Forwarded-For": f"127.0.0.1, 198.51.100.{number}"}
            wrong = {"name": "nobody", "password": "a wrong password"}
            codes.append(client.post("/session", json=wrong, headers=claimed).status_code)
        assert codes == ([401] * 8 if trusted else [401] * 5 + [429] * 3)
        for _ in range(100):  # a line is written once its answer is on the way
            logged = [line for line in served.logged().splitlines() if '"WARNING"' in line]
            if len(logged) >= 8:
                break
            time.sleep(0.05)
        assert len(logged) == 8
        assert all('"code": "account.' in line for line in logged)
        with closing(served.client(**{"X-Forwarded-For": "127.0.0.1"})) as near:
            assert near.get(f"{served.address}/metrics").status_code == 404


def test_services_that_share_a_store_count_wrong_passwords_together(tmp_path: Path):
    place, _ = sqlite_of(tmp_path)
    wrong = {"name": "nobody", "password": "a wrong password"}
    with serving(tmp_path / "one", store=place) as one, serving(tmp_path / "other", store=place) as other:
        with one.client() as here, other.client() as there:
            codes = [client.post("/session", json=wrong).status_code for _ in range(3) for client in (here, there)]
        assert codes == [401] * 5 + [429]
