"""Node shapes as vis-network draws them: the size at which each has the area of a circle, and how far it reaches.

A map says that area is the measure, so every shape of one value has the area of one circle. Reach is what a layout
needs to keep symbols apart.
"""

from math import cos, pi, sin, sqrt

# vis-network's triangle of size 1 has a side of 2.3; its centre of gravity hangs 0.3 below the node's place.
_TRIANGLE_SIDE = 2.3

DRAWN_SIZE = {
    "dot": 1.0,
    "square": sqrt(pi) / 2,
    "diamond": sqrt(pi / 2),
    "triangle": sqrt(pi / (sqrt(3) / 4 * _TRIANGLE_SIDE**2)),
    "triangleDown": sqrt(pi / (sqrt(3) / 4 * _TRIANGLE_SIDE**2)),
    "hexagon": sqrt(pi / (3 * sqrt(3) / 2)),
}
"""The `size` option of each shape whose area is that of a circle of radius 1."""

REACH = {
    "dot": 1.0,
    "square": DRAWN_SIZE["square"] * sqrt(2),
    "diamond": DRAWN_SIZE["diamond"],
    "triangle": DRAWN_SIZE["triangle"] * sqrt(1.15**2 + 1.0**2),
    "triangleDown": DRAWN_SIZE["triangleDown"] * sqrt(1.15**2 + 1.0**2),
    "hexagon": DRAWN_SIZE["hexagon"],
}
"""The farthest point of each shape from its place, where the circle of the same area has radius 1."""

SHAPES = tuple(DRAWN_SIZE)
"""The shapes that a renderer knows."""


def corners(shape: str, radius: float, x: float, y: float) -> list[tuple[float, float]]:
    """Corners of a shape (not a dot) with the area of a circle of the radius, as vis-network draws it."""
    size = radius * DRAWN_SIZE[shape]
    if shape == "square":
        return [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
    if shape in {"triangle", "triangleDown"}:
        flip = 1 if shape == "triangle" else -1
        return [(x, y - flip * size), (x + 1.15 * size, y + flip * size), (x - 1.15 * size, y + flip * size)]
    sides, turn = {"diamond": (4, pi / 2), "hexagon": (6, 0.0)}[shape]
    angles = [2 * pi * side / sides + turn for side in range(sides)]
    return [(x + size * cos(angle), y + size * sin(angle)) for angle in angles]
