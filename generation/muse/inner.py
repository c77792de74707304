"""Walk in the flow's inner space: which way a point of noise must move so that a score rises.

A judge looks at pictures, and no slope leads back through a drawing. So its score is modelled over
scene parameters, from all that was judged so far (ridge regression), and that model's slope is
taken back through the flow itself, layer by layer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.network.flow import INNER, STEPS, Flow, settled, tents
from generation.network.flow import noise as noise_of
from generation.network.told import Told
from generation.network.vector import AXES, TRAITS, WIDTH, Leaning, Point, point
from generation.painter.plan import PainterPlan

MOST = 4000  # thousandths of a coordinate, either way
RIDGE = 4.0
FREE = 1.15  # of the noise's expected square length, before the prior objects
PRIOR = 400  # thousandths of score for each further square length


def start(plan: PainterPlan) -> Point:
    """The point of noise from which a plan was led, or would have been, (WIDTH,)."""
    return noise_of(plan.inner, Dice(plan.grain))


def numbers(at: Point) -> tuple[int, ...]:
    """A point as the recipe's parameter `inner` names it."""
    return tuple(int(value) for value in np.clip(np.rint(at * INNER), -MOST, MOST))


def penalty(inner: Sequence[int]) -> int:
    """What the prior takes off a score, in thousandths, for a point unlike the noise it came from.

    Noise has square length 1 a coordinate, hardly more; far from it the flow has learnt nothing.
    """
    if not inner:
        return 0
    length = sum(value * value for value in inner) / (INNER * INNER * len(inner))
    return round(PRIOR * max(0.0, length - FREE))


def parameters(plan: PainterPlan) -> Point:
    """The scene parameters of a plan as the flow's own end points are written, (WIDTH,)."""
    thing = plan.subjects[-1]
    kinds = {kind: getattr(plan, kind) for kind in AXES}
    return point(Leaning(thing.concept, **kinds, traits=thing.traits[:TRAITS]))


def slope(points: NDArray[np.float64], scores: NDArray[np.float64]) -> Point:
    """The direction in parameters (N, WIDTH) in which scores (N,) rise, by ridge regression."""
    centred = points - points.mean(0)
    grown = centred.T @ centred + RIDGE * np.eye(WIDTH)
    return settled(np.linalg.solve(grown, centred.T @ (scores - scores.mean())))


def pulled(network: Flow, noise: Point, words: Told, rise: Point) -> Point:
    """The slope over noise of what has the slope `rise` over the flow's end points, (WIDTH,)."""
    heard, at_once = network.heard(words)
    at, path = settled(noise), list[Point]()
    for step in range(STEPS):
        path.append(at)
        end = network.end(at, step / STEPS, heard) + at_once
        at = settled(at + (end - at) / (STEPS - step))
    back = rise
    for step in reversed(range(STEPS)):
        left = STEPS - step
        seen = np.concatenate([path[step], tents(np.array(step / STEPS)), heard])
        back = back * (1.0 - 1.0 / left) + _back(network, seen, back)[:WIDTH] / left
    return settled(back)


def _back(network: Flow, seen: NDArray[np.float64], rise: Point) -> NDArray[np.float64]:
    """The slope over what the network sees, of what has a slope over what it says."""
    *inner, (last, _) = network.way
    bends = []
    for weight, bias in inner:
        x = weight @ seen + bias
        root = np.sqrt(x * x + 4.0)
        bends.append((1.0 + x / root) / 2)
        seen = (x + root) / 2
    back = last.T @ rise
    for (weight, _), bent in zip(reversed(inner), reversed(bends), strict=True):
        back = weight.T @ (back * bent)
    return np.asarray(back)
