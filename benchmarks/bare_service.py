"""The least that FastAPI and SQLite can do: no accounts, no scope, no audit; the peer of `bench_service`."""

from __future__ import annotations

import json
import os
import sqlite3
import threading

from fastapi import FastAPI, Request

app = FastAPI()
_local = threading.local()
_lock = threading.Lock()


def connection() -> sqlite3.Connection:
    """The connection of this thread."""
    if not hasattr(_local, "connection"):
        _local.connection = sqlite3.connect(os.environ["BARE_STORE"], isolation_level=None)
        _local.connection.execute("PRAGMA journal_mode=WAL")
        _local.connection.execute("PRAGMA synchronous=FULL")
    made: sqlite3.Connection = _local.connection
    return made


@app.get("/actor/{number}")
def actor(number: int) -> dict[str, object]:
    """One actor."""
    [text] = connection().execute("SELECT fields FROM actor WHERE number = ?", (number,)).fetchone()
    told: dict[str, object] = json.loads(text)
    return told


@app.get("/map")
def whole_map() -> dict[str, object]:
    """All actors and ties."""
    actors = [json.loads(text) for (text,) in connection().execute("SELECT fields FROM actor")]
    ties = connection().execute("SELECT source, target, frequency FROM tie").fetchall()
    return {"actors": actors, "ties": ties}


@app.post("/actor", status_code=201)
async def add(request: Request) -> dict[str, object]:
    """Write one actor durably."""
    fields = await request.body()
    with _lock:
        number = connection().execute("INSERT INTO actor (fields) VALUES (?)", (fields.decode(),)).lastrowid
    return {"number": number}
