"""Train the dual encoder and the judge: `python -m generation train dual` or `train judge`."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from generation.dice import Dice
from generation.network.data import CONCEPTS, Sample
from generation.network.eye import WIDTH, Eye, half
from generation.network.pictures import CHUNK, drawn, is_drawn
from generation.network.place import keep
from generation.network.shipped import FOLDER
from generation.network.text import MOST, ROWS, said
from generation.network.train_flow import Squareplus
from generation.network.vector import AXES

BATCH, RATE, TABLE = 128, 3e-3, 48
MOST_PICTURES = 1 << 12
SHARE = 0.5  # of the time for drawing
NEAR, SHIFT = 0.15, 0.1  # how far pictures are brought nearer or away, and moved, in shares
LIT, NOISE = 0.12, 0.02  # how far light and contrast are changed, and every pixel shaken
HIDDEN_SIDE, HIDDEN_SHARE = 20, 0.3  # a square of grey that lies on some of them, px
TOLD = 0.5  # how much naming counts beside matching
NAMES = {"concept": CONCEPTS, **{kind: AXES[kind] for kind in ("palette", "light", "layout")}}
WORDS = 24  # most meanings of a caption


class Net(nn.Module):
    """An eye, heads that name what it sees, and an encoder of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = Eye()
        self.heads = nn.ModuleDict({k: nn.Linear(WIDTH, len(v)) for k, v in NAMES.items()})
        self.table = nn.EmbeddingBag(ROWS + 1, TABLE, mode="mean", padding_idx=ROWS)
        nn.init.normal_(self.table.weight, std=0.1)
        self.text = nn.Sequential(
            nn.Linear(2 * TABLE, WIDTH), Squareplus(), nn.Linear(WIDTH, WIDTH)
        )
        self.sharp = nn.Parameter(torch.tensor(2.3))

    def named(self, seen: Tensor, labels: Tensor) -> Tensor:
        """The loss of naming what is seen, (B, WIDTH), by labels (B, kinds)."""
        losses = [
            nn.functional.cross_entropy(head(seen.relu()), labels[:, at])
            for at, head in enumerate(self.heads.values())
        ]
        return torch.stack(losses).mean()

    def matched(self, seen: Tensor, grams: Tensor, meanings: Tensor) -> Tensor:
        """The loss of finding each picture's text among the batch's, and the other way round."""
        words = self.text(torch.cat([self.table(grams), self.table(meanings)], 1))
        pictures, texts = nn.functional.normalize(seen), nn.functional.normalize(words)
        alike = pictures @ texts.T * self.sharp.exp().clamp(max=60)
        right = torch.arange(len(alike))
        rows = nn.functional.cross_entropy(alike, right)
        return (rows + nn.functional.cross_entropy(alike.T, right)) / 2

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """What ships of the judge, or of the dual encoder."""
        found = self.eye.arrays()
        if name == "judge":
            for kind, head in self.heads.items():
                found |= {f"{kind}.{part}": half(t) for part, t in head.named_parameters()}
        else:
            found["table"] = half(self.table.weight[:ROWS])
            for number, at in enumerate((0, 2)):
                layer = self.text[at].named_parameters()
                found |= {f"text.{number}.{part}": half(tensor) for part, tensor in layer}
        listed = json.dumps({kind: list(names) for kind, names in NAMES.items()}).encode()
        return {**found, "names": np.frombuffer(listed, np.uint8)}


def train(
    say: Callable[[str], None],
    name: str,
    minutes: float,
    seed: int = 1,
    folder: Path = FOLDER,
    kept: Path | None = None,
) -> Path:
    """Learn from samples of the network's own split; drawn pictures may be kept in a folder."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as none:
        lessons = _Lessons(name, kept or Path(none), began + SHARE * 60 * minutes)
    say(f"{len(lessons)} pictures drawn")
    torch.manual_seed(seed)
    net, dice = Net(), Dice(name, "train", seed)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=2e-2)
    start, told, steps, losses = time.monotonic(), 0.0, 0, [9.0]
    until = max(began + 60 * minutes, start + (1 - SHARE) * 60 * minutes)
    while steps == 0 or time.monotonic() < until:
        done = min(1.0, (time.monotonic() - start) / max(1e-9, until - start))
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - done) * min(1.0, (steps + 1) / 20)
        losses.append(_step(net, name, optimiser, lessons.batch(dice)))
        steps += 1
        if time.monotonic() > told + 4:
            told = time.monotonic()
            say(f"{told - began:4.0f} s  step {steps}  loss {np.mean(losses[-20:]):.4f}")
    card = {
        "name": name,
        "learnt_from": f"{len(lessons)} pictures of the split {name!r}, handled as copies are",
        "concepts": len(CONCEPTS),
        "steps": steps,
        "minutes": minutes,
        "seed": seed,
        "loss": round(float(np.mean(losses[-20:])), 4),
    }
    return keep(name, net.arrays(name), card, folder)


class _Lessons:
    """Pictures, labels and captions as tensors."""

    def __init__(self, split: str, kept: Path, until: float) -> None:
        found: list[tuple[Sample, NDArray[np.uint8]]] = []
        for start in range(0, MOST_PICTURES, CHUNK):
            is_left = not found or time.monotonic() < until
            if is_left or is_drawn(kept, split, start):
                found += drawn(kept, split, CHUNK, start)
        pictures = np.stack([picture for _, picture in found])
        self._pictures = torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous()
        self._labels = torch.tensor([_labels(one) for one, _ in found])
        texts = [[said(one.english), said(one.chinese)] for one, _ in found]
        self._grams = _rows([[way.grams for way in ways] for ways in texts], MOST)
        self._meanings = _rows([[way.meanings for way in ways] for ways in texts], WORDS)

    def __len__(self) -> int:
        return len(self._pictures)

    def batch(self, dice: Dice) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Pictures (B, 3, S, S) as `_handled` leaves them; labels; a caption in one language."""
        at = torch.from_numpy((dice.uniform(BATCH) * len(self)).astype(np.int64))
        way = torch.from_numpy((dice.uniform(BATCH) * 2).astype(np.int64))
        pictures = _handled(self._pictures[at].float() / 255, dice)
        return pictures, self._labels[at], self._grams[at, way], self._meanings[at, way]


def _handled(pictures: Tensor, dice: Dice) -> Tensor:
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


def _step(
    net: Net, name: str, optimiser: torch.optim.Optimizer, batch: tuple[Tensor, ...]
) -> float:
    """One step, in half precision where that is fast enough to be worth it: in the eye."""
    pictures, labels, grams, meanings = batch
    with torch.autocast("cpu", torch.bfloat16):
        seen = net.eye(pictures.contiguous(memory_format=torch.channels_last))
    seen = seen.float()
    loss = net.named(seen, labels)
    if name != "judge":
        loss = net.matched(seen, grams, meanings) + TOLD * loss
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    return float(loss.detach())


def _labels(one: Sample) -> list[int]:
    plan = one.plan
    wanted = {"concept": one.concept, "palette": plan.palette, "light": plan.light}
    return [NAMES[kind].index(value) for kind, value in (*wanted.items(), ("layout", plan.layout))]


def _rows(found: list[list[tuple[int, ...]]], most: int) -> Tensor:
    padded = [[[*way[:most], *[ROWS] * (most - len(way))] for way in ways] for ways in found]
    return torch.tensor(padded)
