"""The few shapes that the picture of the model is drawn with."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

FONTS = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Leelawadee UI', Tahoma, 'Droid Sans', sans-serif"
"""Fonts that have Thai, by the systems that have them."""

Point = tuple[int, int]


class Box(NamedTuple):
    """A rectangle by its left upper corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.x + self.width // 2, self.y + self.height // 2)


def rectangle(box: Box, fill: str, line: str, *, radius: int = 6, dashes: str = "") -> str:
    """A rectangle with round corners."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{radius}" '
        f'fill="{fill}" stroke="{line}"{dashed}/>'
    )


def words(at: Point, text: str, size: int, colour: str, *, anchor: str = "middle", bold: bool = False) -> str:
    """A line of text, with a white rim so that it can be read on lines."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{at[0]}" y="{at[1]}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight} '
        f'class="words">{escape(text)}</text>'
    )


def arrow(points: Sequence[Point], colour: str, *, dashes: str = "", head: bool = True) -> str:
    """A line of straight pieces with round corners, and a head at its end."""
    corners = zip(points, points[1:], points[2:], strict=False)
    line = f"M{points[0][0]} {points[0][1]}" + "".join(_corner(*three) for three in corners)
    line += f"L{points[-1][0]} {points[-1][1]}"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    drawn = f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="1.6"{dashed}/>'
    return drawn + (_head(points[-2], points[-1], colour) if head else "")


def _corner(before: Point, corner: Point, after: Point, radius: int = 7) -> str:
    into, out = _towards(corner, before, radius), _towards(corner, after, radius)
    return f"L{into[0]} {into[1]}Q{corner[0]} {corner[1]} {out[0]} {out[1]}"


def _towards(start: Point, end: Point, by: int) -> Point:
    """The point that lies so far from the start on the way to an end above, below or beside it."""
    return (start[0] + by * _sign(end[0] - start[0]), start[1] + by * _sign(end[1] - start[1]))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _head(before: Point, tip: Point, colour: str) -> str:
    back = _towards(tip, before, 9)
    across = (4, 0) if back[0] == tip[0] else (0, 4)
    left, right = (back[0] - across[0], back[1] - across[1]), (back[0] + across[0], back[1] + across[1])
    return f'<path d="M{tip[0]} {tip[1]}L{left[0]} {left[1]}L{right[0]} {right[1]}Z" fill="{colour}"/>'
