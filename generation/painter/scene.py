"""Compose what the painter looks at: sky, cloud matter and flower at one moment of the morph."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt

from generation.dice import Dice
from generation.painter.blossom import Blossom, blossom
from generation.painter.colour import array, from_hex
from generation.painter.field import (
    Field,
    axis,
    blur,
    mix,
    noise,
    resize,
    settle,
    smooth,
)
from generation.painter.palette import BY_NAME, Palette
from generation.painter.plan import TURN, UNIT, PainterPlan
from generation.painter.sky import sky
from generation.painter.volume import Body, Matter, Shaded, shade

MOST_SIDE = 1024  # the painter needs no sharper model; larger prints get finer strokes instead
SOFT_SIDE = 512  # nothing in the air is sharper than this


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture to paint, and where its subject is."""

    target: Field  # (S, S, 3)
    subject: Field  # (S, S) 0 sky, 1 subject
    height: Field  # (S, S) relief towards the eye, 0 to 1
    light: tuple[float, float]  # where the sun stands, seen from the middle; y points down


def direction(plan: PainterPlan) -> tuple[float, float]:
    """Where the sun stands, seen from the middle of the picture; y points down."""
    angle = plan.light / TURN * 2 * math.pi
    return round(math.cos(angle), 9), round(math.sin(angle), 9)


def compose(plan: PainterPlan) -> Scene:
    """Sky first, then matter, then the flower as far as it has come out of the matter."""
    size = min(plan.size, MOST_SIDE)
    dice, palette, light = Dice(plan.grain), BY_NAME[plan.palette], direction(plan)
    t = plan.position / 1000
    air = sky(palette, light, plan.cirrus / 1000, dice.stage("sky"), SOFT_SIDE)
    flower = blossom(plan.flower, light, dice.stage("heart"), size)
    side = 256 if size < 768 else 320
    matter = _matter(plan, flower, dice.stage("matter"), light, side)
    opening = _opening(plan, dice.stage("opening"), size)  # (S, S)
    tint, crisp = smooth(0.26, 0.74, opening), smooth(0.46, 0.76, opening)
    colour = resize(_cloud_colour(matter, flower, palette, plan, resize(tint, side)), size)
    near = 1.0 - smooth(0.62, 0.74, matter.far)
    left = 1.0 - resize(near, size) * crisp * (0.75 * float(smooth(0.5, 1.0, t)))
    cover = resize(matter.cover, size) * left
    picture = mix(resize(air, size), colour, cover[..., None])
    petals = flower.cover * crisp
    picture = mix(picture, flower.colour, petals[..., None])
    subject = np.maximum(resize(matter.cover * near, size), petals)
    target, height = np.clip(picture, 0, 1), flower.height * petals
    return Scene(settle(target, 4096), settle(subject, 4096), settle(height, 4096), light)


def _matter(
    plan: PainterPlan, flower: Blossom, dice: Dice, light: tuple[float, float], side: int
) -> Shaded:
    """The balls on their way into the flower, and the flower's own body growing in among them."""
    t = plan.position / 1000
    way = float(smooth(0.04, 0.72, t))
    start = np.array([puff.start for puff in plan.cloud.puffs]) / UNIT  # (P, 4)
    end = np.array([puff.end for puff in plan.cloud.puffs]) / UNIT
    balls = mix(start, end, way)
    bank = np.array(plan.cloud.bank).reshape(-1, 4) / UNIT
    body = Body(*_body(flower, side), share=0.92 * float(smooth(0.30, 0.78, t)))
    base = plan.cloud.base / UNIT + 0.3 * way  # the cut sinks out of the flower's way
    return shade(Matter(balls, base, bank, body), light, dice, side)


def _body(flower: Blossom, side: int) -> tuple[Field, Field]:
    cover = resize(flower.cover, side)
    mask = cover > 0.5
    inside = (distance_transform_edt(mask) - distance_transform_edt(~mask)) / side
    front = -0.085 * blur(resize(flower.height, side), 1.2) + 0.03
    return np.asarray(inside), front


def _opening(plan: PainterPlan, dice: Dice, size: int) -> Field:
    """How far each spot has turned from cloud to flower: the heart goes first, the tips last."""
    flower, at = plan.flower, axis(size)
    dx, dy = at[None, :] - flower.x / UNIT, at[:, None] - flower.y / UNIT
    reach = np.sqrt(dx * dx + dy * dy) / (flower.radius / UNIT)
    t = plan.position / 1000
    last = 1.8 * max(0.0, t - 0.8) * smooth(1.5, 1.1, reach)  # in the end all petals, no sky
    return np.asarray((1.40 - 0.58 * reach + 0.05 * noise(dice, size, 9)) * t + last)


def _cloud_colour(
    matter: Shaded, flower: Blossom, palette: Palette, plan: PainterPlan, tint: Field
) -> Field:
    """Sunlit cream to shaded violet, warm from below, paler far away, tinted where it opens."""
    sun, air, far = (part[..., None] for part in (matter.sun, matter.air, matter.far))
    lit, shade_ = array(from_hex(palette.light)) * 1.04, array(from_hex(palette.shade))
    horizon, middle = array(from_hex(palette.horizon)), array(from_hex(palette.middle))
    low = smooth(0.45, 0.95, axis(len(tint)))[:, None, None]
    dark = mix(shade_, horizon, 0.30 * low)
    sky_lit = mix(dark, mix(middle, lit, 0.42), 0.5)
    if plan.position > 0:
        petal = blur(resize(flower.colour, len(tint)), 1.2)
        weight = (tint * resize(flower.cover, len(tint)))[..., None] * 0.92
        lit = mix(lit, petal * 1.16 + 0.06, weight)
        sky_lit, dark = mix(sky_lit, petal * 0.78, weight), mix(dark, petal * 0.50, weight)
    colour = mix(mix(dark, sky_lit, smooth(0.05, 0.85, air)), lit, np.clip(_bright(sun), 0, 1))
    haze = smooth(0.60, 0.85, far)
    return mix(colour, mix(horizon, lit, 0.35), haze * 0.55)


def _bright(sun: Field) -> Field:
    """More contrast in the middle of the scale than light alone gives."""
    return np.asarray((smooth(0.0, 1.0, sun) * 0.55 + sun * 0.45) * 1.14)
