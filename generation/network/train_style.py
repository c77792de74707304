"""Train the style encoder: `python -m generation train style --minutes N`; mostly it paints."""

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
from generation.network.eye import half
from generation.network.paintings import CHUNK, gather, is_painted
from generation.network.place import keep, names
from generation.network.shipped import FOLDER
from generation.network.texture import COLOURS, measures
from generation.network.train_flow import Squareplus
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.manner import FULL, SCALES

SHARE = 0.85  # of the time for painting
HIDDEN, BATCH, RATE = (192, 96), 64, 3e-3
DROPPED, SHAKEN = 0.15, 0.25
RIDGE = 10.0
NAMED = 0.05  # how much the style's name counts beside the manner
STYLES = list(BY_NAME)
DIRECTION = [scale.name for scale in SCALES].index("direction")

Table = NDArray[np.float64]


class Net(nn.Module):
    """Measures, standardised, to a manner of 0 to 1 and to styles."""

    def __init__(self, mean: Table, scale: Table) -> None:
        super().__init__()
        self.mean, self.scale = mean, scale
        first, second = HIDDEN
        self.inner = nn.Sequential(
            nn.Linear(len(mean), first),
            Squareplus(),
            nn.Dropout(DROPPED),
            nn.Linear(first, second),
            Squareplus(),
            nn.Dropout(DROPPED),
        )
        self.vector, self.style = nn.Linear(second, len(SCALES)), nn.Linear(second, len(STYLES))
        nn.init.constant_(self.vector.bias, 0.5)

    def forward(self, found: Tensor) -> tuple[Tensor, Tensor]:
        at = self.inner(found)
        return self.vector(at), self.style(at)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What ships."""
        found: dict[str, NDArray[Any]] = {"mean": self.mean, "scale": self.scale}
        layers = {
            "0": self.inner[0],
            "1": self.inner[3],
            "vector": self.vector,
            "style": self.style,
        }
        for name, layer in layers.items():
            found |= {f"{name}.{part}": half(tensor) for part, tensor in layer.named_parameters()}
        return {**found, "names": names({"style": STYLES})}


def train(
    say: Callable[[str], None],
    minutes: float,
    seed: int = 1,
    folder: Path = FOLDER,
    kept: Path | None = None,
) -> Path:
    """Learn from paintings of known manners; they may be kept in a folder and taken up again."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as none:
        found, vectors, styles = lessons(say, kept or Path(none), began + SHARE * 60 * minutes)
    mean, spread = found.mean(0), found.std(0)
    mean, scale = mean.astype(np.float32), (1 / (spread + 1e-3)).astype(np.float32)
    ready = np.clip((found - mean) * scale, -6, 6).astype(np.float32)
    torch.manual_seed(seed)
    net, dice = Net(mean, scale), Dice("style", "train", seed)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=3e-2)
    start, told, steps, losses = time.monotonic(), 0.0, 0, [1.0]
    until = max(began + 60 * minutes, start + (1 - SHARE) * 60 * minutes)
    while steps == 0 or time.monotonic() < until:
        done = min(1.0, (time.monotonic() - start) / max(1e-9, until - start))
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - done)
        at = (dice.uniform(BATCH) * len(ready)).astype(np.int64)
        shaken = ready[at] + SHAKEN * dice.bell((BATCH, ready.shape[1])).astype(np.float32)
        losses.append(_step(net, optimiser, shaken, vectors[at], styles[at]))
        steps += 1
        if time.monotonic() > told + 4:
            told = time.monotonic()
            say(f"{told - began:4.0f} s  step {steps}  loss {np.mean(losses[-100:]):.5f}")
    card = {
        "name": "style",
        "learnt_from": f"{len(found) // 2} paintings in known manners, each mirrored too",
        "steps": steps,
        "minutes": minutes,
        "seed": seed,
        "loss": round(float(np.mean(losses[-200:])), 5),
    }
    return keep("style", {**net.arrays(), **_by_colours(ready, vectors)}, card, folder)


def lessons(
    say: Callable[[str], None], kept: Path, until: float, first: int = 0, most: int = 4096
) -> tuple[Table, NDArray[np.int64], NDArray[np.int64]]:
    """Measures (N, F), manners (N, 24) and numbers of styles (N,), mirrored pictures among them."""
    found: list[Table] = []
    vectors: list[NDArray[np.int64]] = []
    styles: list[int] = []
    for start in range(first, first + most, CHUNK):
        if found and time.monotonic() >= until and not is_painted(kept, start):
            continue
        for chunk in gather(kept, start, CHUNK):
            for picture, vector, style in zip(
                chunk.pictures, chunk.vectors, chunk.styles, strict=True
            ):
                other = vector.copy()
                other[DIRECTION] = FULL - other[DIRECTION]
                found += [measures(picture), measures(picture[:, ::-1])]
                vectors += [vector, other]
                styles += [STYLES.index(str(style))] * 2
        say(f"{len(found) // 2} paintings measured")
    return np.stack(found), np.stack(vectors), np.array(styles)


def _by_colours(
    found: NDArray[np.float32], vectors: NDArray[np.int64]
) -> dict[str, NDArray[np.float16]]:
    """The linear rule from measures of colour to manners, by least squares: the floor."""
    seen = found[:, :COLOURS].astype(np.float64)
    wanted = vectors / FULL
    own = seen.T @ seen + RIDGE * np.eye(COLOURS)
    weight = np.linalg.solve(own, seen.T @ (wanted - wanted.mean(0))).T
    bias = wanted.mean(0) - weight @ seen.mean(0)
    return {"colours.weight": weight.astype(np.float16), "colours.bias": bias.astype(np.float16)}


def _step(
    net: Net,
    optimiser: torch.optim.Optimizer,
    found: NDArray[np.float32],
    vectors: NDArray[np.int64],
    styles: NDArray[np.int64],
) -> float:
    manner, named = net(torch.from_numpy(found))
    wanted = torch.from_numpy((vectors / FULL).astype(np.float32))
    loss = nn.functional.mse_loss(manner, wanted)
    whole = loss + NAMED * nn.functional.cross_entropy(named, torch.from_numpy(styles))
    optimiser.zero_grad()
    whole.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    return float(loss.detach())
