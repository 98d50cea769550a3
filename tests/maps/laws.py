"""The laws of the picture, each as a list of what breaks it: an empty list is a good map."""

from __future__ import annotations

from itertools import combinations
from math import dist, hypot

from visualizations.map_model import Label, MapModel
from visualizations.shapes import REACH

ROUNDING = 0.02  # places are kept to a hundredth of a unit


def symbols(model: MapModel) -> list[tuple[str, float, float, float]]:
    """Each symbol as id, place and the reach of its shape."""
    return [(node.id, node.x, node.y, node.radius * REACH[node.shape]) for node in model.nodes]


def gap(label: Label, x: float, y: float) -> float:
    """Room between a text's box and a point."""
    across, down = abs(x - label.x) - label.width / 2, abs(y - label.y) - label.height / 2
    return hypot(max(across, 0.0), max(down, 0.0))


def touching_symbols(model: MapModel) -> list[tuple[str, str]]:
    """Pairs of symbols that overlap."""
    return [
        (a, b)
        for (a, ax, ay, ar), (b, bx, by, br) in combinations(symbols(model), 2)
        if hypot(ax - bx, ay - by) < ar + br - ROUNDING
    ]


def outside_their_disc(model: MapModel) -> list[str]:
    """Symbols that reach out of their sector's disc."""
    discs = {hull.group: hull for hull in model.hulls}
    return [
        node.id
        for node in model.nodes
        if dist((node.x, node.y), (discs[node.group].x, discs[node.group].y)) + node.radius * REACH[node.shape]
        > discs[node.group].radius + ROUNDING
    ]


def touching_discs(model: MapModel) -> list[tuple[str, str]]:
    """Pairs of discs that overlap."""
    return [
        (a.group, b.group)
        for a, b in combinations(model.hulls, 2)
        if dist((a.x, a.y), (b.x, b.y)) < a.radius + b.radius
    ]


def off_the_sheet(model: MapModel) -> list[str]:
    """Discs, headings, labels and badges that leave the sheet."""
    boxes = [(hull.group, hull.x, hull.y, hull.radius, hull.radius) for hull in model.hulls]
    boxes += [(hull.heading.text, *_box(hull.heading)) for hull in model.hulls]
    boxes += [(node.id, *_box(node.label)) for node in model.nodes if node.label]
    boxes += [(str(mark.number), x, y, mark.radius, mark.radius) for mark in model.gaps for x, y in mark.badges]
    return [
        name
        for name, x, y, half, high in boxes
        if min(x - half, y - high, model.width - x - half, model.height - y - high) < 0
    ]


def colliding_labels(model: MapModel) -> list[tuple[str, str]]:
    """What labels cover: symbols, headings, badges, other labels."""
    labels = [(node.id, node.label) for node in model.nodes if node.label]
    found = [(name, other) for name, label in labels for other, x, y, r in symbols(model) if gap(label, x, y) < r]
    found += [(name, hull.group) for name, label in labels for hull in model.hulls if _touch(label, hull.heading)]
    found += [(a, b) for (a, one), (b, other) in combinations(labels, 2) if _touch(one, other)]
    badges = [(str(mark.number), x, y, mark.radius) for mark in model.gaps for x, y in mark.badges]
    return found + [(name, number) for name, label in labels for number, x, y, r in badges if gap(label, x, y) < r]


def covering_badges(model: MapModel) -> list[tuple[str, str]]:
    """What badges cover: symbols, headings and each other."""
    badges = [(str(mark.number), x, y, mark.radius) for mark in model.gaps for x, y in mark.badges]
    found = [
        (n, name) for n, x, y, r in badges for name, sx, sy, sr in symbols(model) if hypot(x - sx, y - sy) < r + sr
    ]
    found += [(n, hull.group) for n, x, y, r in badges for hull in model.hulls if gap(hull.heading, x, y) < r]
    return found + [
        (a, b) for (a, ax, ay, ar), (b, bx, by, br) in combinations(badges, 2) if hypot(ax - bx, ay - by) < ar + br
    ]


def colliding_headings(model: MapModel) -> list[tuple[str, str]]:
    """Headings that lie in a disc or on each other."""
    found = [
        (hull.group, other.group)
        for hull in model.hulls
        for other in model.hulls
        if gap(hull.heading, other.x, other.y) < other.radius
    ]
    return found + [(a.group, b.group) for a, b in combinations(model.hulls, 2) if _touch(a.heading, b.heading)]


def _box(label: Label) -> tuple[float, float, float, float]:
    return label.x, label.y, label.width / 2, label.height / 2


def _touch(one: Label, other: Label) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < (one.height + other.height) / 2
    )
