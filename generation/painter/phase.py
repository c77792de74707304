"""Time a morph: what sinks, travels, forms and comes out at each moment of it.

Shape before colour before detail: first the drawing of what was sinks into matter of its shape,
then the matter travels, then it forms what becomes, takes its colours, and its drawing comes out.
"""

from __future__ import annotations

from dataclasses import dataclass

from generation.painter.field import smooth

OVERLAP = 0.68  # of the whole way: how long each of two drawings takes to sink or to come out
FORMED = 0.92  # how much of the matter's form a drawing may take


@dataclass(frozen=True, slots=True)
class End:
    """What one end of a morph consists of."""

    is_drawn: bool
    is_misty: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """How far each part is, all from 0 to 1."""

    first: float  # how much of the drawing of what was is still there
    then: float  # how much of the drawing of what becomes is already there
    way: float  # how far the matter has travelled
    matter: float  # how much of the matter is seen


def phase(t: float, start: End, end: End) -> Phase:
    """The moment t, 0 to 1, of a morph."""
    seen = _seen(t, start) * _seen(1.0 - t, end)
    if start.is_drawn and end.is_drawn:
        first, then = 1.0 - t / OVERLAP, 1.0 - (1.0 - t) / OVERLAP
        return Phase(_late(first), _late(then), _rise(0.12, 0.88, t), seen)
    if start.is_drawn:
        return Phase(_late(1.0 - t), 0.0, _rise(0.22, 0.97, t), seen)
    if end.is_drawn:
        return Phase(0.0, _late(t), _rise(0.03, 0.78, t), seen)
    return Phase(0.0, 0.0, _rise(0.0, 1.0, t), seen)


def formed(share: float) -> float:
    """How much of the matter's form the drawing has of which so much is there."""
    return FORMED * _rise(0.30, 0.78, share)


def _seen(away: float, end: End) -> float:
    """Matter is always seen where an end is made of it, else only away from that end."""
    return 1.0 if end.is_misty else _rise(0.0, 0.12, away)


def _late(share: float) -> float:
    """Slow at first: the drawing comes out over the whole way, not at once."""
    share = max(0.0, share)
    return 0.5 * share + 0.5 * share * share


def _rise(low: float, high: float, x: float) -> float:
    return float(smooth(low, high, x))
