"""Throw the dice of a recipe and arrange the painting: light, cloud, flower."""

from __future__ import annotations

import hashlib
import math

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field
from generation.painter.palette import BY_NAME, Palette
from generation.painter.plan import TURN, UNIT, Cloud, Flower, PainterPlan, Petal, Puff
from generation.painter.species import BY_NAME as SPECIES_BY_NAME
from generation.painter.species import SPECIES, Species
from generation.recipe import Recipe, canonical_json

GOLDEN = 137_508  # the golden angle, in thousandths of a degree
MOST_PUFFS = 620
HEART_EVERY = 12  # so many balls of the cloud serve one in the flower's heart


def arrange(recipe: Recipe) -> PainterPlan:
    """The plan of a recipe.

    Chance hangs on engine, morph and seed alone: so size, position and palette are free to change
    while flower and cloud stay the same.
    """
    wanted = recipe.parameters
    owner = [recipe.engine, recipe.engine_version, wanted["morph"], recipe.seed]
    grain = hashlib.sha256(canonical_json(owner)).hexdigest()
    dice = Dice(grain, "arrangement")
    palette = BY_NAME[str(wanted["palette"])]
    flower = _flower(dice.stage("flower"), palette)
    return PainterPlan(
        size=recipe.whole("size"),
        position=recipe.whole("position"),
        palette=palette.name,
        grain=grain,
        light=_light(dice.stage("light")),
        cirrus=dice.stage("cirrus").whole(250, 1000),
        flower=flower,
        cloud=_cloud(dice.stage("cloud"), flower),
    )


def _light(dice: Dice) -> int:
    """The sun stands left or right, always above: 205 to 250 degrees or its mirror image."""
    height = dice.whole(205_000, 250_000)
    return height if dice.whole(0, 2) else (540_000 - height) % TURN


def _flower(dice: Dice, palette: Palette) -> Flower:
    species = dice.pick(SPECIES)
    body = dice.pick(palette.blooms)
    heart = dice.pick([bloom for bloom in palette.blooms if bloom != body])
    radius = dice.whole(UNIT * 32 // 100, UNIT * 37 // 100)
    return Flower(
        kind=species.name,
        x=UNIT // 2 + dice.whole(-UNIT // 40, UNIT // 40),
        y=UNIT * 47 // 100 + dice.whole(-UNIT // 50, UNIT // 50),
        radius=radius,
        tilt=dice.whole(0, TURN - 1),
        squash=dice.whole(*species.squash),
        body=body,
        heart=heart,
        inward=dice.pick((-70, 50, 80, 110)),
        petals=_petals(dice.stage("petals"), species, radius),
        stamens=dice.whole(70, 110),
        disc=int(radius * species.disc * dice.whole(900, 1100) / 1000),
    )


def _petals(dice: Dice, species: Species, radius: int) -> tuple[Petal, ...]:
    """Rings from outside in; each ring turns by the golden angle, so petals fill the gaps."""
    count, rings = dice.whole(*species.petals), dice.whole(*species.rings)
    first, found = dice.whole(0, TURN - 1), []
    lean = dice.whole(-90, 90)
    for ring in range(rings):
        reach = radius * species.shrink**ring
        many = max(5, count - ring)
        width = 2 * math.pi / many * species.fullness * 0.52
        for i in range(many):
            turn = first + GOLDEN * ring + TURN * i // many + dice.whole(-3500, 3500)
            length = int(reach * dice.whole(930, 1050) / 1000)
            found.append(
                Petal(
                    layer=ring,
                    angle=turn % TURN,
                    length=length,
                    width=int(reach * width * dice.whole(900, 1080) / 1000),
                    bend=lean + dice.whole(-110, 110),
                    tone=dice.whole(-1000, 1000),
                    grain=dice.whole(0, UNIT - 1),
                )
            )
    return tuple(found)


def _cloud(dice: Dice, flower: Flower) -> Cloud:
    """A cumulus of balls on balls on balls, each with its place in the flower."""
    base = UNIT * 62 // 100 + dice.whole(-UNIT // 60, UNIT // 60)
    balls = _cumulus(dice.stage("balls"), base / UNIT)  # (P, 4)
    places = _places(dice.stage("places"), flower, len(balls))  # (P, 4)
    pairs = zip(_by_angle(balls), _by_angle(places), strict=True)
    puffs = tuple(Puff(_fixed(start), _fixed(end)) for start, end in pairs)
    return Cloud(base, puffs, _bank(dice.stage("bank")))


def _cumulus(dice: Dice, base: float) -> Field:
    """Three generations of balls: towers, heads on towers, florets on heads."""
    towers = dice.whole(5, 7)
    peak = dice.whole(-60, 60) / 1000
    across = np.linspace(-0.25, 0.25, towers) + dice.bell(towers) * 0.018
    rise = 1.0 - 0.62 * np.abs((across - peak) / 0.30) ** 1.3
    radius = (0.088 + 0.066 * rise) * (0.9 + 0.2 * dice.uniform(towers))
    up = radius * 0.55 + np.maximum(rise, 0.0) * 0.085
    depth = dice.bell(towers) * 0.02
    first = np.stack([0.5 + across, base - up, depth, radius], -1)
    second = _sprout(dice, first, 13, (0.34, 0.56))
    third = _sprout(dice, second, 6, (0.36, 0.56))
    return np.asarray(np.concatenate([first, second, third])[:MOST_PUFFS])


def _sprout(dice: Dice, parents: Field, many: int, share: tuple[float, float]) -> Field:
    """Smaller balls on the upper and front sides of each ball."""
    count = len(parents) * many
    parent = np.repeat(parents, many, axis=0)  # (count, 4)
    around = dice.uniform(count) * 2 * np.pi
    height = dice.uniform(count) * 1.35 - 0.35
    ring = np.sqrt(1 - np.minimum(np.abs(height), 1.0) ** 2)
    step = np.stack([np.cos(around) * ring, -height, -np.abs(np.sin(around)) * ring], -1)
    radius = parent[:, 3] * (share[0] + (share[1] - share[0]) * dice.uniform(count))
    centre = parent[:, :3] + step * (parent[:, 3] * 0.86)[:, None]
    return np.asarray(np.concatenate([centre, radius[:, None]], 1))


def _places(dice: Dice, flower: Flower, count: int) -> Field:
    """Spots all over the petals, as large as the petal is wide there; inner rings lie nearer."""
    species = SPECIES_BY_NAME[flower.kind]
    chosen = [flower.petals[i % len(flower.petals)] for i in range(count)]
    angle = np.array([petal.angle for petal in chosen]) / TURN * 2 * np.pi
    length = np.array([petal.length for petal in chosen]) / UNIT
    width = np.array([petal.width for petal in chosen]) / UNIT
    ring = np.array([petal.layer for petal in chosen])
    u = 0.96 * dice.uniform(count) ** 0.8
    half = np.maximum(species.halfwidth(u) * width, 0.06 * (1 - u) ** 2) / 2
    radius = np.clip(half * (0.45 + 0.35 * dice.uniform(count)), 0.012, 0.05)
    aside = (dice.uniform(count) * 2 - 1) * np.maximum(half - radius * 0.8, 0.0)
    x = flower.x / UNIT + np.cos(angle) * length * u - np.sin(angle) * aside
    y = flower.y / UNIT + np.sin(angle) * length * u + np.cos(angle) * aside
    z = 0.035 - 0.022 * ring + dice.bell(count) * 0.006
    places = np.stack([x, y, z, radius], -1)
    places[::HEART_EVERY] = _hearts(dice.stage("heart"), flower, len(places[::HEART_EVERY]))
    return places


def _hearts(dice: Dice, flower: Flower, count: int) -> Field:
    """Spots that fill the middle, where petals alone would leave a hole."""
    disc, turn = flower.disc / UNIT, dice.uniform(count) * 2 * np.pi
    away = np.sqrt(dice.uniform(count)) * disc * 0.9
    x = flower.x / UNIT + np.cos(turn) * away
    y = flower.y / UNIT + np.sin(turn) * away
    return np.stack([x, y, np.full(count, 0.01), np.full(count, disc * 0.62)], -1)


def _by_angle(balls: Field) -> Field:
    """In the order in which a clock's hand over their common centre meets them."""
    centre = _middle(balls)
    angle = np.round(np.arctan2(balls[:, 1] - centre[1], balls[:, 0] - centre[0]), 9)
    return np.asarray(balls[np.argsort(angle, kind="stable")])


def _middle(balls: Field) -> Field:
    return np.asarray(np.round(balls[:, :2].mean(0), 9))


def _bank(dice: Dice) -> tuple[tuple[int, int, int, int], ...]:
    """Far clouds along the lower edge, thinner towards one side; one sky in five has none."""
    if dice.whole(0, 4) == 0:
        return ()
    count = dice.whole(90, 130)
    x = dice.uniform(count) * 1.2 - 0.1
    slope = dice.whole(-60, 60) / 1000
    deep = dice.uniform(count)
    wave = _wave(dice, x)
    y = 0.945 + slope * (x - 0.5) * 2 - wave * 0.05 + deep * 0.08
    radius = 0.02 + 0.045 * dice.uniform(count) ** 2 + 0.02 * deep
    balls = np.stack([x, y, 0.15 - deep * 0.05, radius], -1)
    small = _sprout(dice, balls, 3, (0.4, 0.6))
    return tuple(_fixed(ball) for ball in np.concatenate([balls, small]))


def _wave(dice: Dice, x: Field) -> Field:
    """Gentle waves along x between -1 and 1."""
    phase, rate = dice.uniform(2) * 2 * np.pi, 4 + 5 * dice.uniform(2)
    return np.asarray((np.sin(x * rate[0] + phase[0]) + np.sin(x * rate[1] + phase[1])) / 2)


def _fixed(ball: Field) -> tuple[int, int, int, int]:
    x, y, z, r = (round(float(v) * UNIT) for v in ball)
    return (x, y, z, r)
