"""Draw all things of one side of a morph, in their places, in the picture's light and air."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour
from generation.painter.concept.concept import concept
from generation.painter.concept.draw import Sheets, draw
from generation.painter.concept.figure import Figure, frame
from generation.painter.field import Field, axis, resize, settle
from generation.painter.hour import Hour
from generation.painter.light import Light, exposed, veiled
from generation.painter.matter import filling
from generation.painter.paints import Paints
from generation.painter.plan import TURN, UNIT, Placed

REACH_SIDE = 128  # how far the nearest thing is changes slowly enough for so few pixels


@dataclass(frozen=True, slots=True)
class Studio:
    """What all figures of a picture share."""

    grain: str
    paints: Paints
    air: Paints
    hour: Hour
    light: Light
    size: int
    shines: bool  # whether what has a light of its own keeps it


@dataclass(frozen=True, slots=True)
class Cast:
    """Drawn sheets, cloud matter, and how far each spot is from the middle of a thing."""

    sheets: Sheets
    balls: Field  # (B, 5) matter that it consists of; else balls that fill what is drawn
    is_drawn: bool
    is_misty: bool  # some of it is matter, also while nothing changes
    reach: Field  # (R, R) 0 at a thing's middle, 1 where the drawing ends furthest from it


def cast(studio: Studio, things: Sequence[Placed]) -> Cast:
    """Draw them, the furthest first."""
    figures = [_figure(studio, thing, index) for index, thing in enumerate(things)]
    sheets = draw(figures, studio.light, studio.size)
    own = [figure.balls for figure in figures if figure.balls is not None]
    is_drawn = any(figure.shapes for figure in figures)
    balls = settle(np.concatenate(own), UNIT) if own else filling(sheets)
    return Cast(sheets, balls, is_drawn, bool(own), _reach(things, sheets))


def _figure(studio: Studio, thing: Placed, index: int) -> Figure:
    """One thing in the light that it sees, behind the air that lies before it."""
    angle = thing.turn / TURN * 2 * math.pi
    light = studio.light.seen(angle)
    light = light.mirrored if thing.mirror else light
    dice = Dice(studio.grain, f"figure {thing.concept}", index)
    figure = concept(thing.concept).draw(thing.traits, studio.paints, light, dice)
    share = thing.depth / 1000 * min(0.85, studio.hour.haze / 1000 * 2.2)

    def seen(colour: Colour) -> Colour:
        return veiled(exposed(colour, studio.hour), studio.air.horizon, share)

    place = frame(thing.x / UNIT, thing.y / UNIT, thing.scale / UNIT, angle, mirror=thing.mirror)
    return figure.changed(seen, studio.shines).placed(place)


def _reach(things: Sequence[Placed], sheets: Sheets) -> Field:
    at, nearest = axis(REACH_SIDE), np.full((REACH_SIDE, REACH_SIDE), 9.0)
    for thing in things:
        dx, dy = at[None, :] - thing.x / UNIT, at[:, None] - thing.y / UNIT
        away = np.sqrt(dx * dx + dy * dy) / (thing.scale / UNIT)
        nearest = np.minimum(nearest, away)
    drawn = nearest[resize(sheets.cover, REACH_SIDE) > 0.1]
    return settle(nearest / (drawn.max() if len(drawn) else 1.0))
