"""Translate a scene into what a medium can say: its key and colours, a few inks, a ground."""

from __future__ import annotations

import numpy as np

from generation.painter.colour import array, from_hex
from generation.painter.field import Field, distance, luminance, mix, settle
from generation.painter.style.manner import Manner
from generation.painter.style.style import Style

UMBER = np.array([0.20, 0.15, 0.13])
WARM = np.array([0.10, 0.01, -0.11])
FEWEST, MOST_INKS = 3, 12
SAMPLES = 96  # side of the picture that inks are mixed from
ROUNDS = 8


def keyed(target: Field, manner: Manner) -> Field:
    """The scene in the manner's contrast, key and warmth, (S, S, 3)."""
    if (manner.contrast, manner.key, manner.warmth) == (1.0, 0.0, 0.0):
        return target
    colour = 0.5 + (target - 0.5) * manner.contrast
    bent = colour * (1.0 - colour) * (4.0 * manner.key)  # black and white stay themselves
    return settle(np.clip(colour + bent + WARM * (manner.warmth / 0.1), 0.0, 1.0), 4096)


def ground(style: Style, target: Field) -> Field:
    """What strokes are laid on, (3,): dark at 0, the scene's mean at a half, paper at 1."""
    mean = np.round(target.mean((0, 1)) * 0.9, 6)
    share = style.hand.ground
    if share < 0.5:
        return mix(UMBER, mean, share * 2.0)
    return mix(mean, array(from_hex(style.surface.paper)), share * 2.0 - 1.0)


def inks(style: Style, target: Field) -> Field:
    """The colours that are printed as they are, (I, 3): the style's own, or the scene's best."""
    if style.inks:
        return np.stack([array(from_hex(ink)) for ink in style.inks])
    share = style.hand.inks
    if share < 0.02:
        return np.zeros((0, 3))
    return mixed(target, round(MOST_INKS - (MOST_INKS - FEWEST) * share))


def mixed(target: Field, count: int) -> Field:
    """So many colours that say most of the picture, dark to light, by k-means (Lloyd 1982).

    It starts from the spread of brightness, so that chance has no part in it.
    """
    step = max(1, len(target) // SAMPLES)
    colours = target[::step, ::step].reshape(-1, 3)  # (P, 3)
    order = np.argsort(luminance(colours), kind="stable")
    centres = np.stack([part.mean(0) for part in np.array_split(colours[order], count)])
    for _ in range(ROUNDS):
        centres = settle(centres, 4096)
        nearest = distance(colours[:, None], centres[None]).argmin(1)
        for k in range(count):
            mine = colours[nearest == k]
            if len(mine):
                centres[k] = mine.mean(0)
    return settle(centres[np.argsort(luminance(settle(centres, 4096)), kind="stable")], 4096)


def posterised(target: Field, colours: Field) -> Field:
    """Every pixel in the nearest of the colours, (S, S, 3)."""
    best = np.full(target.shape[:2], 9.0)
    found = np.zeros_like(target)
    for colour in colours:
        away = distance(target, colour[None, None])
        found = np.where((away < best)[..., None], colour, found)
        best = np.minimum(best, away)
    return found
