"""Find which way a brush should go: along edges where there are any, else with the wind."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import sobel

from generation.dice import Dice
from generation.painter.field import Field, blur, luminance, noise, settle, smooth


def wind(dice: Dice, size: int) -> Field:
    """Angle of the ambient flow in radians, slowly turning over the picture."""
    return np.asarray(noise(dice, size, 3) * 0.50 + noise(dice.stage("eddy"), size, 6) * 0.24 + 0.1)


def strokes_along(image: Field, wind_: Field, sigma: float) -> Field:
    """Unit direction for each pixel, (S, S, 2), from the smoothed structure tensor.

    The tensor's double angle 2a obeys tan 2a = 2 Jxy / (Jxx - Jyy) (Bigun and Granlund 1987);
    double angles of tensor and wind are added, weighted by how coherent the tensor is.
    """
    grey = blur(luminance(image), sigma * 0.5)
    gx, gy = sobel(grey, 1), sobel(grey, 0)
    xx, yy, xy = blur(gx * gx, sigma), blur(gy * gy, sigma), blur(gx * gy, sigma)
    spread = np.sqrt((xx - yy) ** 2 + 4 * xy * xy)
    coherent = spread / (xx + yy + 1e-9) * smooth(1e-5, 2e-3, xx + yy)
    safe = np.maximum(spread, 1e-12)
    ambient = (1.0 - coherent) * 0.8
    # along the edge is across the gradient: the double angle turns by half a circle
    c = -(xx - yy) / safe * coherent + np.cos(2 * wind_) * ambient
    s = -2 * xy / safe * coherent + np.sin(2 * wind_) * ambient
    return settle(_half_angle(c, s))


def _half_angle(c: Field, s: Field) -> Field:
    """Cosine and sine of half the angle of (c, s), by half-angle formulas."""
    length = np.maximum(np.sqrt(c * c + s * s), 1e-12)
    cosine = np.clip(c / length, -1.0, 1.0)
    x = np.sqrt((1 + cosine) / 2)
    y = np.sqrt((1 - cosine) / 2) * np.where(s < 0, -1.0, 1.0)
    return np.stack([x, y], -1)
