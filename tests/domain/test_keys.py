"""What makes two records one: how an order is cited."""

import pytest

from network_service.domain.identity import id_from_name
from network_service.domain.keys import citation, node_key
from network_service.domain.nodes import Instrument


@pytest.mark.parametrize("number", ["12/2569", "12 / 2569", "๑๒/ ๒๕๖๙", " 12", "๑๒"])
def test_an_order_is_cited_by_number_and_buddhist_year_however_it_was_typed(number: str):
    assert citation(number, 2026) == "12/2569"
    values = {"instrument_kind": "order", "number": number, "year": 2026}
    assert node_key("instrument", values.get) == ("order", "12/2569")
    order = values | {"id": id_from_name("TH-98", "instrument", "คำสั่ง"), "province": "TH-98", "name": "คำสั่ง"}
    assert Instrument.model_validate(order | {"signed_on": "2026-03-01"}).citation == "12/2569"


@pytest.mark.parametrize(("number", "year"), [("", 2026), ("12", None)])
def test_without_number_or_year_it_cannot_be_cited(number: str, year: int | None):
    assert citation(number, year) is None
