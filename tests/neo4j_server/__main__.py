"""`make test` calls this first: fetches the server before any test waits for it, or says what the machine lacks."""

from __future__ import annotations

import os

from tests.neo4j_server.jars import Neo4jMissingError, jars
from tests.neo4j_server.server import URI

if not os.environ.get(URI):
    try:
        jars()
    except Neo4jMissingError as missing:
        print(f"Tests of the Neo4j store will be left out: {missing}, or name a test server in {URI}.")
