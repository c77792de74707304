"""Teach the dual encoder's texts to lie where the pictures lie that they tell of.

Together with the eye at first; at last alone, with an eye that no longer changes: then a picture's
vector is looked up rather than seen, and a thousand steps take seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from generation.dice import Dice
from generation.network.eye import WIDTH, half
from generation.network.lessons import ASKED, CAPTIONS, Lessons
from generation.network.text import ROWS
from generation.network.train_flow import Squareplus

TABLE, HIDDEN = 48, 192
BATCH, RATE = 512, 2e-3
SHARPEST = 60.0
SILENT = 0.3  # share of captions of which only what the lexicon reads is heard


class Texts(nn.Module):
    """Rows of n-grams (B, MOST) and what is asked for (B, ASKED) to vectors (B, WIDTH)."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS + 1, TABLE, mode="mean", padding_idx=ROWS)
        nn.init.normal_(self.table.weight, std=0.1)
        self.layers = nn.Sequential(
            nn.Linear(TABLE + ASKED, HIDDEN), Squareplus(), nn.Linear(HIDDEN, WIDTH)
        )
        self.sharp = nn.Parameter(torch.tensor(2.3))

    def forward(self, grams: Tensor, asked: Tensor) -> Tensor:
        vectors: Tensor = self.layers(torch.cat([self.table(grams), asked], 1))
        return vectors

    def matched(self, seen: Tensor, shown: Tensor, grams: Tensor, asked: Tensor) -> Tensor:
        """The loss of finding each text's picture among the batch's, and the other way round.

        A text of few words fits many pictures: those that show (B, ASKED) all that it asks for
        share half of what is right, and its own picture has the rest.
        """
        pictures = nn.functional.normalize(seen)
        words = nn.functional.normalize(self(grams, asked))
        alike = words @ pictures.T * self.sharp.exp().clamp(max=SHARPEST)
        own = torch.eye(len(alike))  # the lexicon may read a text as asking for something else
        fits = own.maximum((asked @ shown.T >= asked.sum(1, keepdim=True) - 0.5).float())
        rows, columns = (
            nn.functional.cross_entropy(scores, (own + fitting / fitting.sum(1, keepdim=True)) / 2)
            for scores, fitting in ((alike, fits), (alike.T, fits.T))
        )
        return (rows + columns) / 2

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What ships."""
        found = {"table": half(self.table.weight[:ROWS])}
        for number, at in enumerate((0, 2)):
            layer = self.layers[at].named_parameters()
            found |= {f"text.{number}.{part}": half(tensor) for part, tensor in layer}
        return found


def learn_alone(
    texts: Texts,
    seen: Tensor,
    lessons: Lessons,
    dice: Dice,
    until: float,
    say: Callable[[str], None],
) -> int:
    """Learn from vectors of the lessons' pictures, (N, ways, WIDTH); how many steps it took."""
    optimiser = torch.optim.AdamW(texts.parameters(), RATE, weight_decay=2e-2)
    start, told, steps = time.monotonic(), 0.0, 0
    while steps == 0 or time.monotonic() < until:
        done = min(1.0, (time.monotonic() - start) / max(1e-9, until - start))
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - done)
        at = torch.from_numpy((dice.uniform(BATCH) * len(seen)).astype(np.int64))
        view, way = (
            torch.from_numpy((dice.uniform(BATCH) * many).astype(np.int64))
            for many in (seen.shape[1], CAPTIONS)
        )
        grams = lessons.grams[at, way].where(
            torch.from_numpy(dice.uniform((BATCH, 1)) > SILENT), ROWS
        )
        asked, shown = lessons.asked[at, way].float(), lessons.shown[at]
        loss = texts.matched(seen[at, view], shown, grams, asked)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        steps += 1
        if time.monotonic() > told + 4:
            told = time.monotonic()
            say(f"texts alone: step {steps}  loss {float(loss.detach()):.4f}")
    return steps
