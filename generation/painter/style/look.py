"""Translate a scene into what a medium can say: its key and colours, a few inks, a ground."""

from __future__ import annotations

import numpy as np

from generation.painter.colour import array, from_hex
from generation.painter.field import Field, luminance, mix, settle, smooth
from generation.painter.style.sight import Motif
from generation.painter.style.style import Style

UMBER = np.array([0.20, 0.15, 0.13])
WARM = np.array([0.10, 0.01, -0.11])
FEWEST, MOST_INKS = 3, 12
SAMPLES = 96  # side of the picture that inks are mixed from
ROUNDS = 8


def keyed(motif: Motif, style: Style) -> Field:
    """The scene in the manner's saturation, contrast, key and warmth, (S, S, 3).

    Where a style leaves the ground bare around its subject, what lies there fades to white.
    """
    hand, colour = style.hand, motif.target
    grey = luminance(colour)[..., None]
    colour = grey + (colour - grey) * hand.richness
    colour = 0.5 + (colour - 0.5) * hand.contrast
    bent = colour * (1.0 - colour) * (4.0 * hand.key)  # black and white stay themselves
    colour = np.clip(colour + bent + WARM * (hand.warmth / 0.1), 0.0, 1.0)
    if style.bare > 0.0:
        bare = style.bare * (1.0 - style.dark * _darkness(motif.target))
        there = 1.0 - bare * (1.0 - motif.subject[..., None])
        colour = 1.0 - (1.0 - colour) * there
    return settle(colour, 4096)


def _darkness(colour: Field) -> float:
    """1 for a night piece, 0 where the picture is light or half light."""
    return float(1.0 - smooth(0.44, 0.56, round(float(luminance(colour).mean()), 4)))


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
    if not style.mixes:
        return np.zeros((0, 3))
    found = mixed(target, round(MOST_INKS - (MOST_INKS - FEWEST) * style.hand.inks))
    found[0] = settle(mix(found[0], UMBER * 0.5, style.key_block), 4096)
    return found


def mixed(target: Field, count: int) -> Field:
    """So many colours that say most of the picture, dark to light, by k-means (Lloyd 1982).

    It starts from colours far from each other (Gonzalez 1985), so that chance has no part in it
    and a small red roof keeps its red.
    """
    step = max(1, len(target) // SAMPLES)
    colours = target[::step, ::step].reshape(-1, 3)  # (P, 3)
    found = [settle(colours.mean(0), 4096)]
    away = apart(colours, found[0][None])
    for _ in range(count):
        found.append(colours[away.argmax()])
        away = np.minimum(away, apart(colours, found[-1][None]))
    centres = np.stack(found[1:])
    for _ in range(ROUNDS):
        nearest = apart(colours[:, None], centres[None]).argmin(1)
        for k in range(count):
            mine = colours[nearest == k]
            if len(mine):
                centres[k] = settle(mine.mean(0), 4096)
    return np.asarray(centres[np.argsort(luminance(centres), kind="stable")])


def apart(a: Field, b: Field) -> Field:
    """How different two colours are to a printer: hue more than brightness."""
    gap = a - b
    light = gap[..., 0] * 0.299 + gap[..., 1] * 0.587 + gap[..., 2] * 0.114
    return settle(0.8 * np.abs(light) + np.abs(gap[..., 0] - light) + np.abs(gap[..., 2] - light))


def posterised(target: Field, colours: Field) -> Field:
    """Every pixel in the nearest of the colours, (S, S, 3)."""
    best = np.full(target.shape[:2], 9.0)
    found = target
    for colour in colours:
        away = apart(target, colour[None, None])
        found = np.where((away < best)[..., None], colour, found)
        best = np.minimum(best, away)
    return found
