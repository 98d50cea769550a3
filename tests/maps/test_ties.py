"""Ties fade as they grow in number."""

from __future__ import annotations

from network_service.maps.ties import opacity


def test_more_ties_are_drawn_fainter_and_none_vanishes():
    drawn = [opacity(count) for count in (0, 1, 100, 400, 1_500, 15_000, 60_000)]
    assert drawn == sorted(drawn, reverse=True)
    assert drawn[0] <= 0.5
    assert drawn[-1] >= 0.05
