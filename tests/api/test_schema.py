"""The description of the API holds: what it allows is answered without a fault of ours, and as it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok

from network_service.domain.principal import Role
from tests.api.server import Server
from tests.trials import trials

ROLES = (None, Role.VIEWER, Role.RESEARCHER, Role.NETWORK_MANAGER, Role.ADMINISTRATOR)
CASES = trials(300, 20_000)
"""Of each role, over all routes."""
_ENDING = {"DELETE /api/v1/session", "DELETE /api/v1/session/everywhere"}
"""Routes after which nobody is signed in any more: asked by those only who are not."""
_LASTING = {"POST /api/v1/provinces/{code}/analyses", "POST /api/v1/provinces/{code}/imports"}
"""Routes that begin a process: they have their own tests."""


@pytest.fixture(scope="module")
def own(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serving(tmp_path_factory.mktemp("schema"))


@pytest.mark.parametrize("role", ROLES)
def test_what_the_description_allows_is_answered_as_it_says(own: Server, role: Role | None) -> None:
    schema = schemathesis.openapi.from_dict(own.app.openapi())
    operations = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    asked = [one for one in operations if one.label not in (_LASTING | _ENDING if role else _LASTING)]
    client = own.client(under="") if role is None else own.signed_in(role, "TH-98")
    for operation in asked:
        _ask(operation, client, own.address, CASES // len(asked) + 1)
    assert client.get(f"{own.address}/api/v1/session").status_code == (200 if role else 401)


def _ask(operation: Any, client: httpx.Client, address: str, cases: int) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=cases, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def answered(case: Any) -> None:
        given_ = {name: value for name, value in (case.headers or {}).items() if name.lower() != "cookie"}
        kept = case.as_transport_kwargs(base_url=address)
        sent = {name: kept[name] for name in ("params", "json", "data") if kept.get(name) is not None}
        answer = client.request(kept["method"], kept["url"], headers=given_, follow_redirects=False, **sent)
        assert answer.status_code < 500, (operation.label, kept, answer.text)
        if answer.is_error:
            assert answer.headers["content-type"] == "application/problem+json", (operation.label, answer.text)
        case.validate_response(answer, checks=[schemathesis.checks.not_a_server_error])

    answered()


def test_every_route_is_explained_in_both_languages_with_an_example_and_its_problems(own: Server) -> None:
    for path, methods in own.app.openapi()["paths"].items():
        for method, told in methods.items():
            assert re.fullmatch(r"[^|]*[A-Za-z][^|]* \| [^|]*[\u0e00-\u0e7f][^|]*", told["summary"]), (method, path)
            assert told["description"], (method, path)
            problems = told["responses"]["4XX"]["content"]
            assert problems.keys() == {"application/problem+json"}, (method, path)
            assert "422" not in told["responses"], (method, path)
