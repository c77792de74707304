"""Train the flow: `python -m generation train flow --minutes N`; it arranges plans first."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from generation.dice import Dice
from generation.network import flow as canonical
from generation.network.data import CONCEPTS, Sample, sample, trait_words
from generation.network.place import keep, names
from generation.network.shipped import FOLDER
from generation.network.told import KINDS, MOST, ROWS, reading, rows
from generation.network.told import WIDTH as READ
from generation.network.vector import AXES, CODE, TRAITS, WIDTH, Leaning, Point, point
from generation.painter.concept.concept import concept

HIDDEN, BATCH, RATE, TABLE_RATE = 192, 192, 2e-3, 5.0
SHARE = 0.4  # of the time for arranging plans
MOST_PLANS = 12_000
WAYS = 3  # of wording the traits of a plan
SILENT, UNSAID = 0.12, 0.4  # shares that hear no concept or no words; no palette, light, layout

Rows = tuple[int, ...]
Table = NDArray[np.float32]


class Squareplus(nn.Module):
    """The soft corner of the canonical network."""

    def forward(self, x: Tensor) -> Tensor:
        return (x + torch.sqrt(x * x + 4)) / 2


class Net(nn.Module):
    """The same network as `flow.Flow`, for learning; it foretells the end of the path."""

    def __init__(self) -> None:
        super().__init__()
        table = canonical.TABLE
        self.table = nn.EmbeddingBag(ROWS + 1, table, mode="sum", padding_idx=ROWS)
        nn.init.zeros_(self.table.weight)  # a row that was never learnt says nothing
        self.direct = nn.Sequential(nn.Linear(table + READ, WIDTH))
        self.text = nn.Sequential(
            nn.Linear(table + READ, 96), Squareplus(), nn.Linear(96, 96), Squareplus()
        )
        self.way = nn.Sequential(
            nn.Linear(WIDTH + canonical.TENTS + 96, HIDDEN),
            Squareplus(),
            nn.Linear(HIDDEN, HIDDEN),
            Squareplus(),
            nn.Linear(HIDDEN, HIDDEN),
            Squareplus(),
            nn.Linear(HIDDEN, WIDTH),
        )

    def forward(self, at: Tensor, moment: Tensor, words: Tensor, read: Tensor) -> Tensor:
        said = torch.cat([self.table(words), read], 1)
        way: Tensor = self.way(torch.cat([at, _tents(moment), self.text(said)], 1))
        at_once: Tensor = self.direct(said)
        return way + at_once

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Half-precision arrays under the canonical network's names."""
        found = {"table": self.table.weight[:ROWS]}
        for part in ("text", "way", "direct"):
            linear = [layer for layer in getattr(self, part) if isinstance(layer, nn.Linear)]
            for number, layer in enumerate(linear):
                found[f"{part}.{number}.weight"] = layer.weight
                found[f"{part}.{number}.bias"] = layer.bias
        return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in found.items()}


def train(say: Callable[[str], None], minutes: float, seed: int = 1, folder: Path = FOLDER) -> Path:
    """Learn from plans that the rules arranged, and write weights and card; says how it goes."""
    began, dice = time.monotonic(), Dice("flow", "train", seed)
    heard = _Heard(*_plans(say, began + SHARE * 60 * minutes))
    torch.manual_seed(seed)
    net, steps, told = Net(), 0, 0.0
    rest = [p for name, p in net.named_parameters() if not name.startswith("table")]
    groups = [{"params": rest, "is": 1.0}, {"params": net.table.parameters(), "is": TABLE_RATE}]
    optimiser = torch.optim.AdamW(groups, RATE, betas=(0.9, 0.99), weight_decay=1e-4)
    losses: list[float] = []
    until, start = began + 60 * minutes, time.monotonic()
    while steps == 0 or time.monotonic() < until:
        done = (time.monotonic() - start) / max(1e-9, until - start)
        for group in optimiser.param_groups:
            group["lr"] = (
                group["is"] * RATE * (1 - min(1.0, done)) ** 0.5 * min(1.0, (steps + 1) / 100)
            )
        losses.append(_step(net, optimiser, heard.batch(dice)))
        steps += 1
        if time.monotonic() > told + 4:
            told = time.monotonic()
            say(f"{told - began:4.0f} s  step {steps}  loss {np.mean(losses[-100:]):.4f}")
    card = {
        "name": canonical.NAME,
        "learnt_from": f"{len(heard)} plans of the rules, with words for their traits",
        "concepts": len(CONCEPTS),
        "steps": steps,
        "minutes": minutes,
        "seed": seed,
        "loss": round(float(np.mean(losses[-200:])), 4),
    }
    return keep(canonical.NAME, {**net.arrays(), "concepts": names(known())}, card, folder)


def _plans(say: Callable[[str], None], until: float) -> tuple[Table, list[list[Rows]], Table]:
    """Points (N, WIDTH), ways to tell of their traits, and their readings (N, READ)."""
    points: list[Point] = []
    words: list[list[Rows]] = []
    read: list[Point] = []
    while len(points) < BATCH or (len(points) < MOST_PLANS and time.monotonic() < until):
        one = sample(len(points), "flow")
        points.append(point(parameters(one)))
        dice = Dice("flow", "words", len(points))
        words.append([rows(", ".join(trait_words(one.plan, dice))) for _ in range(WAYS)])
        plan = one.plan
        names = {"concept": one.concept, **{kind: getattr(plan, kind) for kind in KINDS}}
        read.append(reading(names))
    say(f"{len(points)} plans arranged")
    return np.stack(points).astype(np.float32), words, np.stack(read).astype(np.float32)


def known() -> dict[str, list[str]]:
    """The concepts there are, with their traits as far as a point holds them."""
    return {name: [trait.name for trait in concept(name).traits[:TRAITS]] for name in CONCEPTS}


def parameters(one: Sample) -> Leaning:
    """What the flow decides of a plan."""
    plan = one.plan
    return Leaning(one.concept, plan.palette, plan.light, plan.layout, plan.setting, one.traits)


class _Heard:
    """Plans and what is said of them."""

    def __init__(self, points: Table, words: list[list[Rows]], read: Table) -> None:
        self._points, self._read, self._words = points, read, _padded(words)

    def __len__(self) -> int:
        return len(self._points)

    def batch(self, dice: Dice) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Where the paths end and begin, the moment, and what is said: (B, ...) each."""
        chosen = (dice.uniform(BATCH) * len(self)).astype(np.int64)
        words = self._words[chosen, (dice.uniform(BATCH) * WAYS).astype(np.int64)]
        words = np.where(dice.uniform((BATCH, 1)) < SILENT, ROWS, words)
        read, start = self._read[chosen].copy(), 0
        for width, silent in ((CODE, SILENT), *((len(AXES[kind]), UNSAID) for kind in KINDS)):
            read[dice.uniform(BATCH) < silent, start : start + width] = 0
            start += width
        moment = 1 / (1 + np.exp(-dice.bell(BATCH)))  # mostly the middle of the way
        return (
            torch.from_numpy(self._points[chosen]),
            torch.from_numpy(dice.bell((BATCH, WIDTH)).astype(np.float32)),
            torch.from_numpy(moment.astype(np.float32)),
            torch.from_numpy(words),
            torch.from_numpy(read),
        )


def _padded(words: list[list[Rows]]) -> NDArray[np.int64]:
    """(N, WAYS, MOST) rows, the rest ROWS."""
    found = np.full((len(words), WAYS, MOST), ROWS, np.int64)
    for at, ways in enumerate(words):
        for way, listed in enumerate(ways):
            found[at, way, : len(listed)] = listed
    return found


def _step(net: Net, optimiser: torch.optim.Optimizer, batch: tuple[Tensor, ...]) -> float:
    """One step towards the straight way from noise to parameters."""
    end, start, moment, words, read = batch
    at = start + (end - start) * moment[:, None]
    loss = nn.functional.mse_loss(net(at, moment, words, read), end)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def _tents(moment: Tensor) -> Tensor:
    spots = torch.arange(canonical.TENTS)
    return (1 - (moment[:, None] * (canonical.TENTS - 1) - spots).abs()).clamp(min=0)
