"""Where the members stand in their sector's disc: evenly, near those they are tied to, and never on one another.

Everything here is relative to the middle of one disc. Members are pushed apart until they are free of each other; what
is fixed (isolates docked at the edge, members with a place from before) pushes but does not move.
"""

from math import asin, cos, pi, sin, sqrt

import numpy as np

from network_service.maps.crowd import LABEL_DROP, LABEL_HEIGHT, Boxes, Crowd, Push, Symbols
from network_service.maps.geometry import Numbers, Points

AIR = 4.0
"""Room between two symbols."""
EDGE = 5.0
"""Room between a symbol and the edge of its disc."""
_STEPS = 320
_STEPS_OF_MANY, _MANY = 200, 600
_SETTLING = 0.4  # the last share of the steps only parts what overlaps
_STAND = 0.3  # a member with a label moves this much as easily as one without: its room is harder to find again
_RESCUES = 4  # times that symbols caught between labels are taken to the freest place; most discs need one
_RESCUED = 20  # at a time
_GRID = 31
_RENEW = 8  # steps for which one list of neighbours serves
_DOCK = 0.9 * pi  # isolates keep to this arc of the edge, away from the middle of the map


def dock(radius: float, reach: Numbers, facing: float, *, alone: bool, air: float) -> Points:
    """Places side by side at the disc's edge around the angle `facing`, in as many rows as it takes, outermost first.

    `alone` uses the whole circle, where there is nobody else in the disc.
    """
    places: list[tuple[float, float]] = []
    squeeze = 1.0
    while len(places) < len(reach):
        places = []
        largest = float(reach.max())
        pitch = (2 * largest + air) * squeeze
        row = radius - EDGE - largest
        while len(places) < len(reach) and row > pitch / 2:
            step = 2 * asin(min(1.0, pitch / 2 / row))
            room = int((2 * pi if alone else _DOCK) / step)
            count = min(room, len(reach) - len(places))
            angles = facing + (np.arange(count) - (count - 1) / 2) * step
            places += [(row * cos(angle), row * sin(angle)) for angle in angles]
            row -= pitch
        if len(places) < len(reach) and row > -pitch / 2:
            places.append((0.0, 0.0))
        squeeze *= 0.9
    return np.array(places[: len(reach)]).reshape(-1, 2)


def evened(points: Points, radius: float) -> Points:
    """The same points spread over a disc so that every ring of it holds its share, angles kept."""
    if len(points) == 0:
        return points
    centred = points - points.mean(axis=0)
    far = np.hypot(*centred.T)
    order = np.lexsort((np.arange(len(far)), far))
    rank = np.empty(len(far))
    rank[order] = np.arange(len(far))
    wanted = radius * np.sqrt((rank + 0.5) / len(far))
    # Points on the very middle have no angle; the golden angle gives each its own.
    angles = np.where(far > 1e-9, np.arctan2(centred[:, 1], centred[:, 0]), rank * pi * (3 - sqrt(5)))
    return np.column_stack([wanted * np.cos(angles), wanted * np.sin(angles)])


def spread(crowd: Crowd) -> Points:
    """Places of all members: near where they start, evenly apart, inside the disc."""
    if not len(crowd.reach):
        return crowd.start
    ease = np.where(crowd.fixed, 0.0, np.where(crowd.labels > 0, _STAND, 1.0))
    symbols, boxes = Symbols(crowd.reach + AIR / 2, ease), Boxes.of(crowd)
    steps = _STEPS if len(crowd.reach) <= _MANY else _STEPS_OF_MANY
    places = _relaxed(crowd, crowd.start, symbols, boxes, steps)
    for _ in range(_RESCUES):
        caught = [member for member in boxes.covered(places, crowd.reach) if ease[member] > 0][:_RESCUED]
        if not caught:
            break
        for member in caught:
            places[member] = _freest(member, places, crowd, boxes)
        places = _relaxed(crowd, places, symbols, boxes, _STEPS // 4)
    return places


def _relaxed(crowd: Crowd, start: Points, symbols: Symbols, boxes: Boxes, steps: int) -> Points:
    """The places after some steps of pushing, the last of which only part what overlaps."""
    spacing = 0.92 * sqrt(pi * crowd.radius**2 / len(crowd.reach))
    loose = (symbols.ease > 0)[:, None]
    places = start.copy()
    pairs = symbols.near(places, spacing)
    for step in range(steps):
        settling = step >= steps * (1 - _SETTLING)
        if step % _RENEW == 0:
            pairs = symbols.near(places, spacing)
        push = Push(len(places), symbols.ease)
        symbols.part(push, places, pairs, 0.0 if settling else spacing)
        boxes.part(push, places, crowd.reach)
        move = push.mean() + boxes.pulled_in(places)
        if not settling:
            move += 0.015 * loose * (start - places)
        places = _held(places + move, crowd)
    return places


def _freest(member: int, places: Points, crowd: Crowd, boxes: Boxes) -> Points:
    """The place in the disc with the most room for a member that another's label has caught, and for its own label."""
    reach, width = float(crowd.reach[member]), float(crowd.labels[member])
    steps = np.linspace(-crowd.radius, crowd.radius, _GRID)
    spots = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    spots = spots[np.hypot(*spots.T) <= max(crowd.radius - EDGE - reach, crowd.radius / _GRID * 2)]
    parts = [(0.0, 0.0, reach)]
    if width:
        drop = reach + LABEL_DROP + LABEL_HEIGHT / 2
        parts += [(share * width, drop, LABEL_HEIGHT / 2) for share in (-0.42, -0.21, 0.0, 0.21, 0.42)]
    others = np.arange(len(places)) != member
    room = np.full(len(spots), np.inf)
    for across, down, need in parts:
        points = spots + np.array([across, down])
        room = np.minimum(room, boxes.room_at(points, places, member) - need)
        for place, other in zip(places[others], crowd.reach[others], strict=True):
            room = np.minimum(room, np.hypot(*(points - place).T) - other - need)
    best: Points = spots[int(room.argmax())]
    return best


def _held(places: Points, crowd: Crowd) -> Points:
    """The same places with every symbol that may move inside the disc."""
    limit = np.maximum(crowd.radius - EDGE - crowd.reach, 0.0)
    far = np.hypot(*places.T)
    over = (far > limit) & ~crowd.fixed
    places[over] *= (limit[over] / far[over])[:, None]
    return places
