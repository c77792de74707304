"""Prepare what the dual encoder and the judge learn from: pictures, handled anew each time they
are looked at, what is in them, and what is said of them.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from generation.dice import Dice
from generation.network.data import CONCEPTS, Sample, chinese, english
from generation.network.pictures import CHUNK, drawn, is_drawn
from generation.network.text import KINDS, MOST, ROWS, grams, listed, marks
from generation.network.vector import AXES

BATCH = 128
MOST_PICTURES = 1 << 12
CAPTIONS, SHORT = 4, 250  # of each, two in English; two name less, per mille
NEAR, SHIFT = 0.15, 0.1  # how far pictures are brought nearer or away, and moved, in shares
LIT, NOISE = 0.12, 0.02  # how far light and contrast are changed, and every pixel shaken
HIDDEN_SIDE, HIDDEN_SHARE = 20, 0.3  # a square of grey that lies on some of them, px
NAMES = {"concept": CONCEPTS, **{kind: AXES[kind] for kind in KINDS[1:]}}
ASKED = sum(map(len, NAMES.values()))


class Lessons:
    """Pictures (N, 3, S, S), labels (N, kinds), captions (N, CAPTIONS, ...) as tensors."""

    def __init__(self, split: str, kept: Path, until: float) -> None:
        found: list[tuple[Sample, NDArray[np.uint8]]] = []
        for start in range(0, MOST_PICTURES, CHUNK):
            is_left = not found or time.monotonic() < until
            if is_left or is_drawn(kept, split, start):
                found += drawn(kept, split, CHUNK, start)
        pictures = np.stack([picture for _, picture in found])
        self.pictures = torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous()
        self.labels = torch.tensor([_labels(one) for one, _ in found])
        self.shown = _shown(self.labels)
        captions = [_captions(one, split, at) for at, (one, _) in enumerate(found)]
        self.grams = torch.tensor([[_padded(text) for text in ways] for ways in captions])
        self.asked = torch.tensor([[_asked(text) for text in ways] for ways in captions])

    def __len__(self) -> int:
        return len(self.pictures)

    def batch(self, dice: Dice) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Pictures (BATCH, 3, S, S) as copies come to be; labels; what they show; a caption."""
        at = torch.from_numpy((dice.uniform(BATCH) * len(self)).astype(np.int64))
        way = torch.from_numpy((dice.uniform(BATCH) * CAPTIONS).astype(np.int64))
        pictures = handled(self.pictures[at].float() / 255, dice)
        said = self.grams[at, way], self.asked[at, way].float()
        return pictures, self.labels[at], self.shown[at], *said


def handled(pictures: Tensor, dice: Dice) -> Tensor:
    """As copies come to be: mirrored, cut, lit otherwise, partly hidden; (B, 3, S, S) again."""
    count, _, side, _ = pictures.shape

    def thrown(spread: float) -> NDArray[np.float32]:
        return ((2 * dice.uniform(count) - 1) * spread).astype(np.float32)

    turns = np.zeros((count, 2, 3), np.float32)
    turns[:, 1, 1] = 1 + thrown(NEAR)
    turns[:, 0, 0] = turns[:, 1, 1] * np.where(dice.uniform(count) < 0.5, -1, 1)
    turns[:, 0, 2], turns[:, 1, 2] = thrown(2 * SHIFT), thrown(2 * SHIFT)
    places = nn.functional.affine_grid(
        torch.from_numpy(turns), list(pictures.shape), align_corners=False
    )
    pictures = nn.functional.grid_sample(
        pictures, places, padding_mode="border", align_corners=False
    )
    for at in np.flatnonzero(dice.uniform(count) < HIDDEN_SHARE):
        x, y = dice.whole(0, side - HIDDEN_SIDE), dice.whole(0, side - HIDDEN_SIDE)
        pictures[at, :, y : y + HIDDEN_SIDE, x : x + HIDDEN_SIDE] = 0.5
    contrast, light = (torch.from_numpy(thrown(LIT))[:, None, None, None] for _ in range(2))
    pictures = (pictures - 0.5) * (1 + contrast) + 0.5 + light
    return pictures + NOISE * torch.randn_like(pictures)


def _captions(one: Sample, split: str, number: int) -> list[str]:
    dice = Dice(split, "captions", number)
    short = [write(one.plan, dice, SHORT) for write in (english, chinese)]
    return [one.english, one.chinese, *short]


def _padded(text: str) -> list[int]:
    rows = grams(text)
    return [*rows, *[ROWS] * (MOST - len(rows))]


def _asked(text: str) -> list[int]:
    found = marks(text, listed(NAMES))
    return [int(place in found) for place in range(ASKED)]


def _shown(labels: Tensor) -> Tensor:
    """All names that fit, (N, ASKED) of 0 and 1, from their numbers (N, kinds)."""
    parts = [
        nn.functional.one_hot(labels[:, at], len(names)) for at, names in enumerate(NAMES.values())
    ]
    return torch.cat(parts, 1).float()


def _labels(one: Sample) -> list[int]:
    plan = one.plan
    wanted = {"concept": one.concept, "palette": plan.palette, "light": plan.light}
    return [NAMES[kind].index(value) for kind, value in (*wanted.items(), ("layout", plan.layout))]
