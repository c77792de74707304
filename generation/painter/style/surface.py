"""Dry what was painted: colour runs, pigment settles on paper, light rakes over thick paint."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, blur, mix, settle, smooth
from generation.painter.style.manner import Manner
from generation.painter.style.paper import Tile, grain, weave
from generation.painter.style.style import Surface

RIM = 2.6  # width of the dark edge of a dried wash, 1/1024 of the picture


@dataclass(frozen=True, slots=True)
class Finish:
    """All that becomes of the strokes after they are laid."""

    surface: Surface
    ground: Field  # (3,) colour of the bare ground
    light: tuple[float, float]
    body: float
    grain: float
    bleed: float

    @classmethod
    def of(
        cls, surface: Surface, manner: Manner, ground: Field, light: tuple[float, float]
    ) -> Finish:
        return cls(surface, ground, light, manner.body, manner.grain, manner.bleed)


def reach(finish: Finish, size: int) -> int:
    """How many rows around a band its pixels depend on."""
    scale = size / 1024
    run = finish.surface.spread * finish.bleed * scale
    rim = 3 * RIM * scale if finish.surface.rim * finish.bleed > 0 else 0.0
    return int(3.0 * (run + rim) + 0.5) + int(3.0 * 0.75 * scale + 0.5) + 4


def dried(paint: Field, relief: Field | None, finish: Finish, dice: Dice, tile: Tile) -> Field:
    """The picture of a tile, (H, W, 3), from premultiplied paint and thickness.

    Light falls on thickness and cloth together: the gain is the slope towards the light.
    """
    surface, scale = finish.surface, tile.size / 1024
    paper = weave(surface.weave, dice.stage("weave"), tile)
    if surface.margin > 0.0:
        plate = _plate(surface.margin, dice.stage("plate"), tile)
        paint = paint * plate[..., None]
    run = surface.spread * finish.bleed * scale
    if run >= 0.3:
        paint = mix(paint, blur(paint, run), 0.85)
    if surface.wet:
        picture = _stained(paint, paper, finish, dice, tile)
    else:
        picture = _covered(paint, paper, finish)
    height = paper * (0.04 * surface.cloth * finish.grain)
    if relief is not None:
        height = height + blur(relief, 0.75 * scale) * finish.body
    down, across = np.gradient(height)
    slope = np.asarray((across * -finish.light[0] + down * -finish.light[1]) * scale)
    shine = np.clip(slope * 1.1 - 0.05, 0.0, 0.4) * 0.22 * min(1.0, finish.body)
    gain = np.clip(1.0 + slope, 0.72, 1.22)
    return np.asarray(picture * gain[..., None] + shine[..., None])


def _covered(paint: Field, paper: Field, finish: Finish) -> Field:
    """Opaque colour on the ground; where paper is rough only the high spots take it."""
    cover = paint[..., 3]
    colour = paint[..., :3]
    tooth = finish.surface.tooth * finish.grain
    if tooth > 0.0:
        valley = np.clip(0.5 - 0.30 * paper, 0.0, 1.0) * tooth
        stuck = smooth(-0.5, 0.5, cover - valley)
        colour, cover = colour * stuck[..., None], cover * stuck
    return np.asarray(colour + finish.ground * (1.0 - cover)[..., None])


def _stained(paint: Field, paper: Field, finish: Finish, dice: Dice, tile: Tile) -> Field:
    """Transparent colour: pigment moves to the edges of a wash and into the paper's valleys."""
    surface, scale = finish.surface, tile.size / 1024
    density = paint[..., 3:] - paint[..., :3]  # 1 - (premultiplied colour + bare paper)
    depth = density.mean(-1)
    gain = np.ones_like(depth)
    if surface.rim * finish.bleed > 0.0:
        sharp = np.clip((depth - blur(depth, RIM * scale)) * 9.0, -0.25, 0.8)
        broad = np.clip((depth - blur(depth, 3 * RIM * scale)) * 3.0, -0.2, 0.4)
        gain = gain + (sharp + broad) * (surface.rim * finish.bleed)
    if surface.bloom * finish.bleed > 0.0:
        pools = grain(dice.stage("pool"), tile, 5) + 0.7 * grain(dice.stage("back-run"), tile, 13)
        gain = gain + np.clip(pools, -2.0, 2.0) * (surface.bloom * finish.bleed * 0.3)
    if surface.granule * finish.grain > 0.0:
        gain = gain - np.clip(paper, -2.0, 2.0) * (surface.granule * finish.grain * 0.30)
    stain = density * np.maximum(gain, 0.0)[..., None]
    return np.asarray(finish.ground * (1.0 - np.clip(stain, 0.0, 1.0)))


def _plate(margin: float, dice: Dice, tile: Tile) -> Field:
    """1 where the plate or the masking tape lets colour through, 0 on the bare margin."""
    away = np.minimum(
        np.minimum(tile.rows, 1.0 - tile.rows), np.minimum(tile.columns, 1.0 - tile.columns)
    )
    rough = grain(dice, tile, 40) * 0.0007 + grain(dice.stage("fine"), tile, 160) * 0.0004
    return settle(smooth(-0.0008, 0.0008, away - margin + rough))
