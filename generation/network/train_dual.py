"""Train the dual encoder and the judge: `python -m generation train dual` or `train judge`."""

from __future__ import annotations

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
from generation.network.data import CONCEPTS
from generation.network.eye import WIDTH, Eye, half
from generation.network.lessons import NAMES, Lessons
from generation.network.place import keep, names
from generation.network.shipped import FOLDER
from generation.network.train_text import Texts, learn_alone

RATE = 3e-3
DRAWING, TEXTS = 0.5, 0.1  # shares of the time for drawing, and for texts alone
TOLD = 0.5  # how much naming counts beside matching


class Net(nn.Module):
    """An eye, heads that name what it sees, and an encoder of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = Eye()
        self.heads = nn.ModuleDict({k: nn.Linear(WIDTH, len(v)) for k, v in NAMES.items()})
        self.texts = Texts()

    def named(self, seen: Tensor, labels: Tensor) -> Tensor:
        """The loss of naming what is seen, (B, WIDTH), by labels (B, kinds)."""
        losses = [
            nn.functional.cross_entropy(head(seen.relu()), labels[:, at])
            for at, head in enumerate(self.heads.values())
        ]
        return torch.stack(losses).mean()

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """What ships of the judge, or of the dual encoder."""
        found = self.eye.arrays()
        if name == "judge":
            for kind, head in self.heads.items():
                found |= {f"{kind}.{part}": half(t) for part, t in head.named_parameters()}
        else:
            found |= self.texts.arrays()
        return {**found, "names": names({kind: list(known) for kind, known in NAMES.items()})}


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
        lessons = Lessons(name, kept or Path(none), began + DRAWING * 60 * minutes)
    say(f"{len(lessons)} pictures drawn")
    torch.manual_seed(seed)
    net, dice = Net(), Dice(name, "train", seed)
    until = max(began + 60 * minutes, time.monotonic() + (1 - DRAWING) * 60 * minutes)
    alone = 0.0 if name == "judge" else TEXTS * 60 * minutes
    losses = _learn(net, name, lessons, dice, until - alone, say)
    card = {
        "name": name,
        "learnt_from": f"{len(lessons)} pictures of the split {name!r}, handled as copies are",
        "concepts": len(CONCEPTS),
        "steps": len(losses),
        "minutes": minutes,
        "seed": seed,
        "loss": round(float(np.mean(losses[-20:])), 4),
    }
    if name != "judge":
        seen = _seen(net.eye, lessons.pictures)
        told = learn_alone(net.texts, seen, lessons, dice, until, say)
        card["steps_of_texts_alone"] = told
    return keep(name, net.arrays(name), card, folder)


def _learn(
    net: Net,
    name: str,
    lessons: Lessons,
    dice: Dice,
    until: float,
    say: Callable[[str], None],
) -> list[float]:
    """All together, with a rate that falls to nothing; the losses, step by step."""
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=2e-2)
    start, told, losses = time.monotonic(), 0.0, list[float]()
    while not losses or time.monotonic() < until:
        done = min(1.0, (time.monotonic() - start) / max(1e-9, until - start))
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - done) * min(1.0, (len(losses) + 1) / 20)
        losses.append(_step(net, name, optimiser, lessons.batch(dice)))
        if time.monotonic() > told + 4:
            told = time.monotonic()
            say(f"{told - start:4.0f} s  step {len(losses)}  loss {np.mean(losses[-20:]):.4f}")
    return losses


def _step(
    net: Net, name: str, optimiser: torch.optim.Optimizer, batch: tuple[Tensor, ...]
) -> float:
    """One step; the eye learns in half precision, which is twice as fast."""
    pictures, labels, shown, grams, asked = batch
    with torch.autocast("cpu", torch.bfloat16):
        seen = net.eye(pictures.contiguous(memory_format=torch.channels_last))
    seen = seen.float()
    loss = net.named(seen, labels)
    if name != "judge":
        loss = net.texts.matched(seen, shown, grams, asked) + TOLD * loss
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    return float(loss.detach())


def _seen(eye: Eye, pictures: Tensor) -> Tensor:
    """What the eye sees in pictures and in mirrored ones, once it has learnt: (N, 2, WIDTH)."""
    eye.eval()
    with torch.no_grad():
        ways = [pictures, pictures.flip(3)]
        seen = [torch.cat([eye(p.float() / 255) for p in torch.split(way, 256)]) for way in ways]
    return torch.stack(seen, 1)
