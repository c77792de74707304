"""Mix the paints of a picture: a palette's colours as numbers, the artist's own ones among them."""

from __future__ import annotations

from dataclasses import dataclass

from generation.painter.colour import BLACK, Colour, blend, deepen, from_hex
from generation.painter.palette import Palette


@dataclass(frozen=True, slots=True)
class Paints:
    """Colours by what they are for; each figure takes its own from here, so that all agree."""

    zenith: Colour
    middle: Colour
    horizon: Colour
    light: Colour  # what is lit, near white
    shade: Colour  # what is not, in the air
    blooms: tuple[Colour, ...]  # the strong ones
    leaf: Colour
    earth: Colour
    water: Colour
    metal: Colour
    ink: Colour  # the darkest

    def bloom(self, per_mille: int) -> Colour:
        """One of the strong colours, or a blend of two that are neighbours."""
        place = per_mille * len(self.blooms) / 1000
        first = int(place) % len(self.blooms)
        second = self.blooms[(first + 1) % len(self.blooms)]
        return blend(self.blooms[first], second, max(0.0, (place - int(place)) * 2 - 1) * 0.6)


def mixed(palette: Palette) -> Paints:
    """The paints of a palette."""
    zenith = from_hex(palette.zenith)
    return Paints(
        zenith=zenith,
        middle=from_hex(palette.middle),
        horizon=from_hex(palette.horizon),
        light=from_hex(palette.light),
        shade=from_hex(palette.shade),
        blooms=tuple(from_hex(bloom) for bloom in palette.blooms),
        leaf=from_hex(palette.leaf),
        earth=from_hex(palette.earth),
        water=from_hex(palette.water),
        metal=from_hex(palette.metal),
        ink=blend(deepen(zenith, 1.6), BLACK, 0.45),
    )
