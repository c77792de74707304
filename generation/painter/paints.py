"""Mix the paints of a picture: a palette's colours as numbers, the artist's own ones among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.painter.colour import BLACK, WHITE, Colour, blend, deepen, from_hex
from generation.painter.hour import Hour
from generation.painter.light import exposed
from generation.painter.palette import Palette

FEWEST_BLOOMS = 4  # strong colours that a figure may choose among


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
    wishes: tuple[Colour, ...] = ()  # what words ask the subject to be

    def worn(self, own: Colour) -> Colour:
        """The colour of what has one by nature: its own, unless words ask for another."""
        return self.wishes[0] if self.wishes else own

    def bloom(self, per_mille: int) -> Colour:
        """One of the strong colours, or a blend of two that are neighbours."""
        place = per_mille * len(self.blooms) / 1000
        first = int(place) % len(self.blooms)
        second = self.blooms[(first + 1) % len(self.blooms)]
        return blend(self.blooms[first], second, max(0.0, (place - int(place)) * 2 - 1) * 0.6)


def mixed(palette: Palette, swatches: Sequence[str] = ()) -> Paints:
    """The paints of a palette; the artist's own swatches take the place of what they suit."""
    zenith = from_hex(palette.zenith)
    paints = Paints(
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
    return _own(paints, [from_hex(swatch) for swatch in swatches])


def in_air(paints: Paints, hour: Hour) -> Paints:
    """The paints of sky and clouds at an hour: its own sky shines through the palette's."""
    pull = hour.pull / 1000
    sky = [from_hex(colour) for colour in hour.sky]
    return replace(
        paints,
        zenith=blend(paints.zenith, sky[0], pull),
        middle=blend(paints.middle, sky[1], pull),
        horizon=blend(paints.horizon, sky[2], pull),
        light=blend(exposed(paints.light, hour), blend(sky[1], WHITE, 0.55), hour.cold / 1000),
        shade=blend(exposed(paints.shade, hour), sky[1], pull * 0.4),
        leaf=exposed(paints.leaf, hour),
        earth=exposed(paints.earth, hour),
        water=blend(exposed(paints.water, hour), sky[1], pull * 0.4),
    )


def asked(paints: Paints, colours: Sequence[str]) -> Paints:
    """The paints with the colours that words asked for before the palette's own."""
    first = tuple(from_hex(colour) for colour in colours)
    rest = paints.blooms[: max(0, FEWEST_BLOOMS - len(first))]
    return replace(paints, blooms=first + rest, wishes=first) if first else paints


def _own(paints: Paints, swatches: list[Colour]) -> Paints:
    """Strong swatches bloom; with three or more the darkest and the lightest make the sky."""
    if not swatches:
        return paints
    by_light = sorted(swatches, key=_bright)
    strong = sorted(swatches, key=_strength, reverse=True)[: max(2, len(swatches) // 2)]
    if len(swatches) < 3:
        return replace(paints, blooms=tuple(strong))
    dark, pale = by_light[0], by_light[-1]
    middle = by_light[len(by_light) // 2]
    return replace(
        paints,
        zenith=blend(paints.zenith, dark, 0.85),
        middle=blend(paints.middle, middle, 0.75),
        horizon=blend(paints.horizon, pale, 0.75),
        light=blend(WHITE, pale, 0.25),
        shade=blend(paints.shade, blend(dark, middle, 0.6), 0.7),
        blooms=tuple(strong),
        ink=blend(dark, BLACK, 0.5),
    )


def _bright(colour: Colour) -> float:
    return round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2], 6)


def _strength(colour: Colour) -> float:
    return round(max(colour) - min(colour), 6)
