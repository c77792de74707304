"""Copy pictures as people do who pass off a work as theirs: each way a function, each with chance.

A copy is made of a picture's pixels and dice, so that the same copies are made every time.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Final

from PIL import Image, ImageDraw, ImageEnhance, ImageFont, ImageOps

from generation.dice import Dice

Copy = Callable[[Image.Image, Dice], Image.Image]
SIGNED: Final = ("For sale", "www.example.org", "© Somebody Else 2026", "LIMITED EDITION 1/50")


def crop(picture: Image.Image, dice: Dice) -> Image.Image:
    """Up to a quarter of each edge is gone, from any side."""
    width, height = picture.size
    keep = [dice.whole(750, 950) / 1000 for _ in range(2)]
    part = (round(width * keep[0]), round(height * keep[1]))
    left, top = dice.whole(0, width - part[0]), dice.whole(0, height - part[1])
    return picture.crop((left, top, left + part[0], top + part[1]))


def mirror(picture: Image.Image, dice: Dice) -> Image.Image:
    """Left and right, or top and bottom, have changed places."""
    return ImageOps.mirror(picture) if dice.whole(0, 2) else ImageOps.flip(picture)


def turn(picture: Image.Image, dice: Dice) -> Image.Image:
    """A quarter or half a turn."""
    return picture.rotate(90 * dice.whole(1, 3), expand=True)


def recompress(picture: Image.Image, dice: Dice) -> Image.Image:
    """A small JPEG of poor quality, 180 to 256 pixels for works of 256 and more."""
    scale = dice.whole(180, 256) / max(picture.size)
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    file = io.BytesIO()
    small.save(file, "JPEG", quality=dice.whole(12, 45))
    return Image.open(file).convert("RGB")


def recolour(picture: Image.Image, dice: Dice) -> Image.Image:
    """Other hues, one colour, more or less of it, or the negative."""
    way = dice.whole(0, 4)
    if way == 0:
        hue, saturation, value = picture.convert("HSV").split()
        shift = dice.whole(40, 215)
        turned = hue.point([(at + shift) % 256 for at in range(256)])
        return Image.merge("HSV", (turned, saturation, value)).convert("RGB")
    if way == 1:
        return ImageOps.colorize(ImageOps.grayscale(picture), "#20140c", "#fff2d8")
    if way == 2:
        paler = ImageEnhance.Color(picture).enhance(dice.whole(0, 600) / 1000)
        return ImageEnhance.Contrast(paler).enhance(dice.whole(600, 1500) / 1000)
    if way == 3:
        gamma = dice.whole(500, 1900) / 1000
        return picture.point([round(255 * (at / 255) ** gamma) for at in range(256)] * 3)
    return ImageOps.invert(picture)


def border(picture: Image.Image, dice: Dice) -> Image.Image:
    """A mount of one colour, or of two."""
    colour = tuple(dice.whole(0, 255) for _ in range(3))
    wide = round(min(picture.size) * dice.whole(30, 140) / 1000)
    framed = ImageOps.expand(picture, wide, colour)
    return ImageOps.expand(framed, max(1, wide // 3), "black") if dice.whole(0, 1) else framed


def text(picture: Image.Image, dice: Dice) -> Image.Image:
    """Words across it."""
    written = picture.copy()
    draw = ImageDraw.Draw(written)
    for _ in range(dice.whole(1, 3)):
        font = ImageFont.load_default(size=picture.height * dice.whole(50, 120) / 1000)
        place = (dice.whole(0, picture.width // 3), dice.whole(0, picture.height * 8 // 10))
        ink = "white" if dice.whole(0, 1) else "black"
        draw.text(place, dice.pick(list(SIGNED)), ink, font, stroke_width=1, stroke_fill="grey")
    return written


def several(picture: Image.Image, dice: Dice) -> Image.Image:
    """Cropped, mirrored, recoloured, signed and recompressed, all at once."""
    for stage, way in enumerate((crop, mirror, recolour, text, recompress)):
        picture = way(picture, dice.stage("several", stage))
    return picture


COPIES: Final[Mapping[str, Copy]] = {
    "crop": crop,
    "flip": mirror,
    "turn": turn,
    "recompress": recompress,
    "recolour": recolour,
    "border": border,
    "text": text,
    "several": several,
}
