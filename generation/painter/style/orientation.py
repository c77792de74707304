"""Find which way a brush should go: along edges and round forms, else with the wind."""

from __future__ import annotations

import math

import numpy as np
from scipy.ndimage import sobel

from generation.dice import Dice
from generation.painter.field import Field, blur, luminance, noise, settle, smooth
from generation.painter.style.manner import Manner

FORM = 0.6  # how much relief leads the brush beside light and dark
LED = 0.75  # a contour of so much or more: edges lead alone


def wind(manner: Manner, dice: Dice, size: int) -> Field:
    """Angle of the ambient flow in radians, (size, size), slowly turning over the picture."""
    waves = max(1, round(manner.eddies))
    slow, quick = noise(dice, size, waves), noise(dice.stage("eddy"), size, 2 * waves)
    return np.asarray((slow * 0.83 + quick * 0.40) * manner.swing + math.radians(manner.direction))


def strokes_along(image: Field, height: Field, wind_: Field, sigma: float, contour: float) -> Field:
    """Unit direction for each pixel, (S, S, 2), from the smoothed structure tensor.

    The tensor's double angle 2a obeys tan 2a = 2 Jxy / (Jxx - Jyy) (Bigun and Granlund 1987);
    double angles of tensor and wind are added, weighted by how coherent the tensor is.
    """
    xx, yy, xy = _tensor(luminance(image), height, sigma)
    spread = np.sqrt((xx - yy) ** 2 + 4 * xy * xy)
    coherent = spread / (xx + yy + 1e-9) * smooth(1e-5, 2e-3, xx + yy)
    coherent = coherent * min(1.0, contour / LED)
    safe = np.maximum(spread, 1e-12)
    ambient = (1.0 - coherent) * 0.8
    # along the edge is across the gradient: the double angle turns by half a circle
    c = -(xx - yy) / safe * coherent + np.cos(2 * wind_) * ambient
    s = -2 * xy / safe * coherent + np.sin(2 * wind_) * ambient
    return settle(_half_angle(c, s))


def _tensor(grey: Field, height: Field, sigma: float) -> tuple[Field, Field, Field]:
    """Smoothed products of the gradients of light and of relief."""
    total = [np.zeros_like(grey) for _ in range(3)]
    for field, weight in ((grey, 1.0), (height, FORM * FORM)):
        if not field.any():
            continue
        still = blur(field, sigma * 0.5)
        gx, gy = sobel(still, 1), sobel(still, 0)
        for sum_, product in zip(total, (gx * gx, gy * gy, gx * gy), strict=True):
            sum_ += weight * product
    xx, yy, xy = (blur(product, sigma) for product in total)
    return xx, yy, xy


def _half_angle(c: Field, s: Field) -> Field:
    """Cosine and sine of half the angle of (c, s), by half-angle formulas."""
    length = np.maximum(np.sqrt(c * c + s * s), 1e-12)
    cosine = np.clip(c / length, -1.0, 1.0)
    x = np.sqrt((1 + cosine) / 2)
    y = np.sqrt((1 - cosine) / 2) * np.where(s < 0, -1.0, 1.0)
    return np.stack([x, y], -1)
