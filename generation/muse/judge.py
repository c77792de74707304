"""Say how good a picture is before it is painted: by craft, by what people like, by a text.

A judge gives thousandths, so that choices between pictures are choices between whole numbers.
Craft is the floor: it knows no beauty, and only keeps from mud and emptiness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from generation.exact import fixed
from generation.muse.glimpse import SIDE, Glimpse
from generation.painter.concept.catalogue import BY_NAME
from generation.painter.field import Field, smooth
from generation.painter.style.oklab import oklab

THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Opinion:
    """How good something is thought to be, and how unsurely, in thousandths of a judge's scale."""

    mean: int
    spread: int = 0


class Judge(Protocol):
    """Whoever has an opinion of a picture."""

    def __call__(self, seen: Glimpse) -> Opinion:
        """The opinion; the same for the same picture."""


@dataclass(frozen=True, slots=True)
class Craft:
    """What any painter would say: is there a subject, does it stand out, is there light and colour.

    From 0 to 1000.
    """

    def __call__(self, seen: Glimpse) -> Opinion:
        """The opinion, which is never unsure."""
        flat = np.frombuffer(seen.picture.rgb, np.uint8).reshape(SIDE, SIDE, 3) / 255.0
        lab = oklab(flat)
        mask = np.frombuffer(seen.subject, np.uint8).reshape(SIDE, SIDE) / 255.0
        light = lab[..., 0]
        chroma = np.sqrt(lab[..., 1] ** 2 + lab[..., 2] ** 2).mean()
        contrast = np.sqrt(((light - light.mean()) ** 2).mean())
        parts = (
            0.40 * _stands_out(lab, mask, _is_scene(seen)),
            0.25 * smooth(0.05, 0.13, contrast),
            0.20 * smooth(0.02, 0.06, chroma),
            0.15 * _is_placed(mask, _is_scene(seen)),
        )
        return Opinion(int(fixed(np.array(parts, np.float64).sum(), THOUSAND)))


@dataclass(frozen=True)
class Blend:
    """Several judges at once, each with its weight in thousandths; spreads add as variances."""

    judges: Sequence[tuple[Judge, int]]

    def __call__(self, seen: Glimpse) -> Opinion:
        """The weighted mean of all opinions."""
        found = [(judge(seen), weight) for judge, weight in self.judges]
        mean = sum(opinion.mean * weight for opinion, weight in found) // THOUSAND
        variance = sum((opinion.spread * weight // THOUSAND) ** 2 for opinion, weight in found)
        return Opinion(mean, int(fixed(np.sqrt(np.array(float(variance))), 1)))


class Remembering:
    """A judge that looks at no picture twice."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[str, Opinion] = {}

    def __call__(self, seen: Glimpse) -> Opinion:
        """The opinion, heard before or not."""
        name = seen.recipe.digest
        if name not in self._known:
            self._known[name] = self._judge(seen)
        return self._known[name]


def _is_scene(seen: Glimpse) -> bool:
    """Whether what is seen fills the picture."""
    things = seen.plan.subjects
    if seen.plan.becoming and seen.plan.position > 500:
        things = seen.plan.becoming
    return any(BY_NAME[thing.concept].is_scene for thing in things)


def _stands_out(lab: Field, mask: Field, is_scene: bool) -> float:
    """How far the subject's colour is from the ground's, and how much form it has in itself."""
    steps = np.abs(np.diff(lab[..., 0], axis=1))[:-1] + np.abs(np.diff(lab[..., 0], axis=0))[:, :-1]
    within = np.ones_like(steps) if is_scene else mask[:-1, :-1]
    form = float(smooth(0.01, 0.045, (steps * within).sum() / (within.sum() + 1.0)))
    if is_scene:
        return form
    ground = 1.0 - mask
    means = [(lab * part[..., None]).sum((0, 1)) / (part.sum() + 1.0) for part in (mask, ground)]
    away = means[0] - means[1]
    return 0.6 * float(smooth(0.03, 0.16, np.sqrt((away * away).sum()))) + 0.4 * form


def _is_placed(mask: Field, is_scene: bool) -> float:
    """Whether the subject is neither lost nor cramped."""
    share = mask.mean()
    if is_scene:
        return 1.0
    return float(smooth(0.03, 0.10, share) * (1.0 - smooth(0.55, 0.80, share)))
