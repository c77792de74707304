"""Compose what the painter looks at: sky, setting, and its subject at one moment of the morph."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from generation.dice import Dice
from generation.painter import hour, palette
from generation.painter.bank import bank
from generation.painter.cast import Cast, Studio, cast
from generation.painter.colour import array
from generation.painter.concept.draw import Sheets, draw
from generation.painter.concept.figure import frame
from generation.painter.edition import BY_VERSION
from generation.painter.field import Field, axis, blur, mix, noise, resize, settle, smooth
from generation.painter.light import Light
from generation.painter.matter import body, held, swollen, ways
from generation.painter.paints import asked, in_air, mixed
from generation.painter.phase import End, Phase, formed, phase
from generation.painter.plan import TURN, PainterPlan
from generation.painter.setting import backdrop
from generation.painter.sky import sky
from generation.painter.volume import Body, Matter, Shaded, shade

MOST_SIDE = 1024  # the painter needs no sharper model; larger prints get finer strokes instead
STEPS = 4096  # to which a scene is rounded
DARK = 0.45  # how much stronger a light looks at night
NONE = np.zeros((0, 5))  # no balls


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture to paint, where its subject is, its relief, and where the light comes from."""

    target: Field  # (S, S, 3)
    subject: Field  # (S, S) 0 sky, 1 subject
    height: Field  # (S, S) 0 far, 1 near
    light: tuple[float, float]  # unit vector towards the sun; y points down


def direction(plan: PainterPlan) -> tuple[float, float]:
    """Where the sun stands, seen from the middle of the picture; y points down."""
    angle = plan.sun / TURN * 2 * math.pi
    return round(math.cos(angle), 9), round(math.sin(angle), 9)


def compose(plan: PainterPlan, position: int | None = None) -> Scene:
    """The scene of a plan, at its own position or at another one (per mille).

    At 0 it is exactly the subject, at 1000 exactly what becomes of it.
    """
    return Stage(plan).scene(plan.position if position is None else position)


class Stage:
    """All that stays the same during a morph: made once, for as many moments as one likes."""

    def __init__(self, plan: PainterPlan) -> None:
        self.plan, self.dice = plan, Dice(plan.grain)
        self.size = min(plan.size, MOST_SIDE)
        self.side = 256 if self.size < 768 else 320  # of the matter
        self.edition = BY_VERSION[plan.version]
        self.light, self.hour = Light(*direction(plan)), hour.BY_NAME[plan.light]
        self.paints = mixed(palette.BY_NAME[plan.palette], plan.swatches)
        self.air = in_air(self.paints, self.hour)
        self._skies: dict[bool, Field] = {}
        self._backdrops: dict[str, Sheets] = {}

    def scene(self, position: int) -> Scene:
        """The scene at a moment, per mille."""
        t = position / 1000 if self.plan.becoming else 0.0
        now = self._now(t)
        picture, height = self._ground(float(smooth(0.08, 0.92, t)))
        subject = np.zeros((self.size, self.size))
        shares = [(self.first, now.first), (self.then, now.then)]
        drawn = [(one, share, self._crisp(one, share)) for one, share in shares if share > 0.0]
        shaded = self._shaded(now, t)
        if shaded is not None:
            near = 1.0 - smooth(0.64, 0.71, shaded.far)  # the bank is further away
            cover = shaded.cover * (1.0 - near * (1.0 - now.matter))
            for one, share, crisp in drawn:
                if not one.is_misty:
                    cover = cover * (1.0 - near * resize(crisp, self.side) * _gone(share))
            colour = resize(self._matter_colour(shaded, drawn), self.size)
            picture = mix(picture, colour, resize(cover, self.size)[..., None])
            subject = resize(cover * near, self.size)
            rise = resize(np.clip(1.15 - 1.5 * shaded.far, 0.0, 1.0), self.size)
            height = mix(height, rise, resize(cover, self.size))
        for one, share, crisp in drawn:
            seen = one.sheets.cover * crisp
            picture = mix(picture, one.sheets.colour, seen[..., None])
            height, subject = mix(height, one.sheets.height, seen), np.maximum(subject, seen)
            if one.sheets.glow is not None:
                shine = one.sheets.glow * (float(smooth(0.35, 0.95, share)) * self._eyes)
                picture = 1.0 - (1.0 - picture) * (1.0 - np.minimum(shine, 1.0))
        return Scene(
            target=settle(np.clip(picture, 0, 1), STEPS),
            subject=settle(subject, STEPS),
            height=settle(np.clip(height, 0, 1), STEPS),
            light=(self.light.x, self.light.y),
        )

    @cached_property
    def first(self) -> Cast:
        """What the picture is of."""
        return cast(self._studio(self.plan.colours), self.plan.subjects)

    @cached_property
    def then(self) -> Cast:
        """What it becomes."""
        return cast(self._studio(self.plan.colours_after), self.plan.becoming)

    @cached_property
    def _ways(self) -> tuple[Field, Field]:
        return ways(self.first.balls, self.then.balls)

    def _studio(self, colours: tuple[str, ...]) -> Studio:
        paints = asked(self.paints, colours)
        shines = self.edition.shines
        return Studio(self.plan.grain, paints, self.air, self.hour, self.light, self.size, shines)

    @property
    def _eyes(self) -> float:
        """How much stronger a light looks to eyes that the dark has opened."""
        return 1.0 + DARK * self.hour.stars / 1000 if self.edition.shines else 1.0

    def _now(self, t: float) -> Phase:
        """The moment t; at both ends nothing of the other one is there."""
        if t <= 0.0:
            return Phase(float(self.first.is_drawn), 0.0, 0.0, float(self.first.is_misty))
        if t >= 1.0:
            return Phase(0.0, float(self.then.is_drawn), 1.0, float(self.then.is_misty))
        ends = (End(one.is_drawn, one.is_misty) for one in (self.first, self.then))
        return phase(t, *ends)

    def _ground(self, s: float) -> tuple[Field, Field]:
        """Sky and setting, crossfaded: what lies behind the subject, and its relief."""
        plan, (picture, height) = self.plan, self._behind(self.plan.setting)
        if s <= 0.0 or plan.setting == plan.setting_after:
            return picture, height
        after = self._behind(plan.setting_after)
        return mix(picture, after[0], s), mix(height, after[1], s)

    def _behind(self, setting: str) -> tuple[Field, Field]:
        starry = setting == "night"
        if starry not in self._skies:
            cirrus, dice = self.plan.cirrus / 1000, self.dice.stage("sky")
            self._skies[starry] = sky(
                self.air, self.hour, self.light, cirrus, starry, dice, self.size
            )
        if setting not in self._backdrops:
            found = backdrop(setting, self.air, self.light, self.dice.stage("setting"))
            self._backdrops[setting] = draw(
                [found.placed(frame(0.5, 0.5, 0.5))], self.light, self.size
            )
        sheets = self._backdrops[setting]
        picture = mix(self._skies[starry], sheets.colour, sheets.cover[..., None])
        if sheets.glow is not None:
            picture = 1.0 - (1.0 - picture) * (1.0 - sheets.glow * (self.hour.glow / 1000))
        return picture, sheets.height

    def _crisp(self, one: Cast, share: float) -> Field:
        """How far each spot of the drawing has come out: the middle goes first, the tips last."""
        if share >= 1.0:
            return np.ones((self.size, self.size))
        return smooth(0.36, 0.82, self._opening(one, share))

    def _opening(self, one: Cast, share: float) -> Field:
        reach = resize(one.reach, self.size)
        last = 2.4 * max(0.0, share - 0.9) * smooth(0.96, 1.12, reach)  # nothing stays behind
        wander = 0.05 * noise(self.dice.stage("opening"), self.size, 9)
        return np.asarray((1.40 - 0.58 * reach + wander) * share + last)

    def _shaded(self, now: Phase, t: float) -> Shaded | None:
        """The matter in the light, if there is any."""
        balls, far = NONE, NONE
        if now.matter > 0.0:
            balls = held(self._balls(now))
        if self.plan.bank:
            far = self._bank(t)
        if not len(balls) and not len(far):
            return None
        bodies = tuple(self._bodies(now)) if len(balls) else ()
        matter = Matter(balls, far, bodies, self.edition.holds)
        return shade(matter, self.light, self.dice.stage("matter"), self.side)

    def _balls(self, now: Phase) -> Field:
        if now.way <= 0.0:
            return self.first.balls
        if now.way >= 1.0:
            return self.then.balls
        start, end = self._ways
        there = mix(start, end, now.way)
        return swollen(there, now.way) if self.edition.holds else there

    def _bank(self, t: float) -> Field:
        """The far clouds; where something stands on the ground they are out of the picture."""
        low, high = (float(s != "sky") for s in (self.plan.setting, self.plan.setting_after))
        away = low + (high - low) * float(smooth(0.08, 0.92, t))
        return bank(self.dice.stage("bank"), 0.28 * away) if away < 1.0 else NONE

    def _bodies(self, now: Phase) -> list[Body]:
        shares = [(self.first, now.first), (self.then, now.then)]
        return [
            body(one.sheets, self.side, formed(share), self.edition.holds)
            for one, share in shares
            if share > 0.0 and not one.is_misty and formed(share) > 0.0
        ]

    def _matter_colour(self, shaded: Shaded, drawn: list[tuple[Cast, float, Field]]) -> Field:
        """Sunlit cream to shaded violet, warm from below, paler far away, tinted where it opens."""
        air = self.air
        sun, open_, far = (part[..., None] for part in (shaded.sun, shaded.air, shaded.far))
        lit, horizon, middle = array(air.light) * 1.04, array(air.horizon), array(air.middle)
        low = smooth(0.45, 0.95, axis(self.side))[:, None, None]
        dark = mix(array(air.shade), horizon, 0.30 * low)
        sky_lit = mix(dark, mix(middle, lit, 0.42), 0.5)
        for one, share, _ in drawn:
            colour = blur(resize(one.sheets.colour, self.side), 1.2)
            tint = smooth(0.06, 0.74, resize(self._opening(one, share), self.side))
            weight = (tint * resize(one.sheets.cover, self.side))[..., None] * 0.92
            lit = mix(lit, colour * 1.16 + 0.06, weight)
            sky_lit, dark = mix(sky_lit, colour * 0.78, weight), mix(dark, colour * 0.50, weight)
        colour = mix(
            mix(dark, sky_lit, smooth(0.05, 0.85, open_)), lit, np.clip(_bright(sun), 0, 1)
        )
        haze = smooth(0.62, 0.98, far)
        return mix(colour, mix(horizon, lit, 0.35), haze * 0.55)


def _gone(share: float) -> float:
    """How much of the matter gives way to the drawing that comes out of it."""
    return 0.75 * float(smooth(0.5, 1.0, share))


def _bright(sun: Field) -> Field:
    """More contrast in the middle of the scale than light alone gives."""
    return np.asarray((smooth(0.0, 1.0, sun) * 0.55 + sun * 0.45) * 1.14)
