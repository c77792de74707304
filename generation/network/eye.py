"""Look at a picture: four convolutions, as plain arrays to run anywhere and as modules to learn.

Trained with batch normalisation, shipped without: it is folded into the convolutions. What ships
runs in float64 on one thread (`generation.exact`), and what it says is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from generation.exact import UNIT, exact, fixed

WIDTH = 128  # numbers that the eye sees in a picture
PLANES = (3, 24, 48, 96, 128)
KERNELS = (5, 3, 3, 3)


class Eye(nn.Module):
    """RGB pictures (B, 3, S, S) of 0 to 1 to features (B, WIDTH)."""

    def __init__(self, pooled: int = 2) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for before, after, kernel in zip(PLANES, PLANES[1:], KERNELS, strict=False):
            conv = nn.Conv2d(before, after, kernel, 2, kernel // 2, bias=False)
            layers += [conv, nn.BatchNorm2d(after), nn.ReLU()]
        self.layers = nn.Sequential(*layers)
        self.pool = nn.AdaptiveAvgPool2d(pooled)
        self.out = nn.Linear(PLANES[-1] * pooled * pooled, WIDTH)

    def forward(self, pictures: Tensor) -> Tensor:
        seen: Tensor = self.out(self.pool(self.layers(pictures * 2 - 1)).flatten(1))
        return seen

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Half-precision arrays with the normalisation folded in."""
        found, modules = {}, list(self.layers)
        for number, (conv, norm) in enumerate(zip(modules[::3], modules[1::3], strict=True)):
            if not isinstance(conv, nn.Conv2d) or not isinstance(norm, nn.BatchNorm2d):
                raise TypeError("an eye is convolutions, each with its normalisation")
            gain = norm.weight / torch.sqrt(_kept(norm.running_var) + norm.eps)
            found[f"eye.{number}.weight"] = conv.weight * gain[:, None, None, None]
            found[f"eye.{number}.bias"] = norm.bias - _kept(norm.running_mean) * gain
        found |= {"eye.out.weight": self.out.weight, "eye.out.bias": self.out.bias}
        return {name: half(tensor) for name, tensor in found.items()}


def seen(arrays: Mapping[str, NDArray[Any]], pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
    """What shipped weights see in pictures (N, S, S, 3) of 0 to 255: (N, WIDTH), rounded."""
    with exact():
        whole = {n: torch.from_numpy(np.asarray(arrays[n], np.float64)) for n in _names()}
        at = torch.from_numpy(pictures.astype(np.float64) / 255).permute(0, 3, 1, 2) * 2 - 1
        for number, kernel in enumerate(KERNELS):
            weight, bias = whole[f"eye.{number}.weight"], whole[f"eye.{number}.bias"]
            at = nn.functional.conv2d(at, weight, bias, 2, kernel // 2).relu()
        pooled = round((whole["eye.out.weight"].shape[1] / PLANES[-1]) ** 0.5)
        at = nn.functional.adaptive_avg_pool2d(at, pooled).flatten(1)
        out = at @ whole["eye.out.weight"].T + whole["eye.out.bias"]
        return np.asarray(fixed(out.numpy()) / UNIT)


def half(tensor: Tensor) -> NDArray[np.float16]:
    """As it ships."""
    return np.asarray(tensor.detach().numpy(), np.float16)


def _names() -> list[str]:
    parts = [*(str(number) for number in range(len(KERNELS))), "out"]
    return [f"eye.{part}.{kind}" for part in parts for kind in ("weight", "bias")]


def _kept(tensor: Tensor | None) -> Tensor:
    if tensor is None:
        raise TypeError("the normalisation keeps no running figures")
    return tensor
