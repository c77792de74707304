"""Draw a small sign for an address, the same one for ever: three petals over a ground."""

import colorsys
import math
from hashlib import sha256

from markupsafe import Markup

PETAL = (
    '<ellipse cx="{x}" cy="{y}" rx="5" ry="3.2" transform="rotate({turn} {x} {y})" fill="{ink}"/>'
)
SIGN = (
    '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
    '<rect width="16" height="16" fill="{ground}"/>{petals}</svg>'
)


def identicon(address: str) -> Markup:
    """An inline picture made of nothing but the address's digest."""
    dice = sha256(address.lower().encode()).digest()
    hue = dice[0] / 256
    petals = "".join(_petal(dice, index, hue) for index in range(3))
    return Markup(SIGN.format(ground=_colour(hue, 0.82, 0.35), petals=petals))  # noqa: S704 - digits only


def _petal(dice: bytes, index: int, hue: float) -> str:
    roll = dice[1 + 3 * index : 4 + 3 * index]
    angle = math.tau * (index / 3 + roll[0] / 1024)
    x, y = (round(8 + 3.6 * turn(angle), 1) for turn in (math.cos, math.sin))
    ink = _colour((hue + 0.08 + roll[1] / 512) % 1, 0.34 + 0.13 * index, 0.42)
    return PETAL.format(x=x, y=y, turn=roll[2], ink=ink)


def _colour(hue: float, lightness: float, saturation: float) -> str:
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return f"#{round(255 * red):02x}{round(255 * green):02x}{round(255 * blue):02x}"
