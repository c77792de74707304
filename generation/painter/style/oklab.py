"""Turn colours into OKLab and back with arithmetic that every processor does alike.

OKLab (Ottosson 2020) is a space in which equal distances look equally large.
"""

from __future__ import annotations

import numpy as np

from generation.painter.field import Field, settle

STEPS = 4096


def oklab(colour: Field) -> Field:
    """Lightness, green to red, blue to yellow of sRGB colours from 0 to 1, (..., 3)."""
    linear = _LINEAR[np.round(np.clip(colour, 0.0, 1.0) * STEPS).astype(np.int64)]
    return settle(_by(_by(linear, _CONES, root=True), _OPPONENTS))


def from_oklab(lab: Field) -> Field:
    """sRGB colours from 0 to 1; what lies outside the gamut is clipped."""
    cones = _by(lab, _CONES_BACK)
    linear = np.clip(_by(cones * cones * cones, _LINEAR_BACK), 0.0, 1.0)
    return settle(np.interp(linear, _LINEAR, np.arange(STEPS + 1) / STEPS), STEPS)


def _by(values: Field, matrix: tuple[tuple[float, float, float], ...], root: bool = False) -> Field:
    """The matrix times each colour, in a fixed order of sums; then the cube root, if asked."""
    x, y, z = values[..., 0], values[..., 1], values[..., 2]
    rows = [a * x + b * y + c * z for a, b, c in matrix]
    return np.stack([_cube_root(row) if root else row for row in rows], -1)


def _cube_root(x: Field) -> Field:
    """By Newton's method: library roots differ in the last bit."""
    y = 0.1 + 0.9 * x
    for _ in range(12):
        y = (2.0 * y + x / (y * y)) / 3.0
    return np.asarray(y)


def _linear(level: float) -> float:
    """The light of an sRGB level (IEC 61966-2-1), rounded beyond what libraries agree on."""
    light = level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
    return round(light, 12)


_LINEAR = np.array([_linear(step / STEPS) for step in range(STEPS + 1)])
_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OPPONENTS = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_CONES_BACK = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_LINEAR_BACK = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
