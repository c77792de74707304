"""Define what a style is: layers of strokes, the surface that takes them, and a manner."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from generation.painter.style.manner import Manner, manner

FEW = 0.02  # of the scale of inks; below it there are as many as are wanted
FINER = 0.58  # each brush is so much finer than the one before
SCENE, PAPER = -1, -2  # inks: the scene's own colours, the bare ground's
FINEST_PX = 2.4  # no brush thinner than this is worth its while


@dataclass(frozen=True, slots=True)
class Layer:
    """What one kind of stroke contributes; its numbers multiply the manner's."""

    title: str = "masses"
    hand: str = "brush"  # who places strokes: brush, line, rule, dot, tessera
    tip: str = "bristle"
    glaze: bool = False  # multiplies what lies below instead of hiding it
    ink: int = SCENE  # of the style's inks, or one of the two below
    first: float = 0.0  # where it begins between the broadest (0) and the finest brush (1)
    last: float = 1.0
    rounds: int = 0  # how many brushes; 0 lets the manner's range decide
    tone: tuple[float, float] = (0.0, 1.0)  # darkness at which marks begin and are full
    angle: float = 0.0  # degrees, for ruled lines and screens
    length: float = 1.0
    spacing: float = 1.0
    care: float = 1.0
    opacity: float = 1.0
    body: float = 1.0
    taper: float = -1.0  # below 0: the manner's
    bold: float = 1.0  # how wide a mark is against its spacing, or its brush


@dataclass(frozen=True, slots=True)
class Pass:
    """One round over the picture with one brush, in absolute numbers."""

    title: str
    layer: Layer
    width: float  # of the brush, in 1/1024 of the picture
    length: float  # in brush widths
    miss: float  # paint where the canvas is further than this from the scene
    loyalty: float  # how far the colour may change along a stroke
    spacing: float  # between starts, in brush widths
    body: float  # how thick the paint is, 0 to 1
    uneven: float
    variety: float
    opacity: float
    taper: float


@dataclass(frozen=True, slots=True)
class Surface:
    """What takes the strokes, and what it does to them; strengths multiply the manner's."""

    paper: str = "#f4efe2"  # the colour of the bare ground, where the manner asks a white one
    weave: str = "linen"  # linen, cold, laid, sand, smooth, wood
    wet: bool = False  # the paper shines through every colour
    tooth: float = 0.0  # how far high and low spots decide what sticks
    granule: float = 0.0  # how pigment gathers in low spots
    rim: float = 0.0  # how much darker a wet stroke dries at its edge
    bloom: float = 0.0  # how unevenly a wash dries
    spread: float = 3.0  # how far colour runs at most, in 1/1024 of the picture
    cloth: float = 1.0  # how much of the weave the light shows
    margin: float = 0.0  # the paper left bare around a print, in picture widths
    shift: float = 0.0  # how badly the inks register, in picture widths


@dataclass(frozen=True, slots=True)
class Style:
    """A way of painting; another manner makes another painter of the same school."""

    name: str
    title: str
    help: str
    medium: str
    layers: tuple[Layer, ...]
    surface: Surface = field(default_factory=Surface)
    hand: Manner = field(default_factory=Manner)
    inks: tuple[str, ...] = ()  # fixed colours, where the layers print them
    key_block: float = 0.0  # how far the darkest mixed ink is deepened to print outlines
    bare: float = 0.0  # how far what is not the subject is left out
    dark: float = 0.0  # how far a night is painted all the same

    @property
    def vector(self) -> tuple[int, ...]:
        """Its manner in 24 per-mille numbers."""
        return self.hand.vector()

    @property
    def mixes(self) -> bool:
        """Whether its colours are reduced to a few that it mixes for the scene."""
        return not self.inks and self.hand.inks >= FEW

    def by(self, vector: tuple[int, ...]) -> Style:
        """The same style in the manner of a vector; an empty one changes nothing."""
        if not vector:
            return self
        return replace(self, hand=manner(vector))

    def passes(self, size: int) -> tuple[Pass, ...]:
        """All rounds in painting order that are worth painting at so many pixels."""
        return tuple(
            one
            for layer in self.layers
            for one in _rounds(layer, self.hand)
            if one.width * size / 1024 >= FINEST_PX or layer.rounds == 1
        )


def _rounds(layer: Layer, hand: Manner) -> list[Pass]:
    """The brushes of a layer from broad to fine."""
    low = min(hand.fine, hand.broad)
    ratio = low / hand.broad
    broad = round(hand.broad * ratio**layer.first, 6)
    fine = round(hand.broad * ratio**layer.last, 6)
    steps = round(math.log(fine / broad) / math.log(FINER), 6)
    count = layer.rounds or max(1, round(steps) + 1)
    return [_pass(layer, hand, broad, fine, k / max(1, count - 1)) for k in range(count)]


def _pass(layer: Layer, hand: Manner, broad: float, fine: float, depth: float) -> Pass:
    """`depth` goes from 0, the broadest brush of the layer, to 1, its finest.

    Fine brushes make longer strokes, of less body and truer colour, closer together.
    """
    taper = hand.taper if layer.taper < 0 else layer.taper
    thin = depth * depth * (3 - 2 * depth)
    return Pass(
        title=layer.title,
        layer=layer,
        width=round(broad * (fine / broad) ** depth, 6),
        length=hand.length * layer.length * (0.86 + 0.34 * depth),
        miss=hand.care * layer.care * (1.0 if layer.glaze else 1.0 - (1.0 - depth) ** 2),
        loyalty=0.16 + (0.26 - 0.16) * (1.0 - depth) ** 2,
        spacing=hand.spacing * layer.spacing * (1.08 - 0.16 * depth),
        body=layer.body * (1.0 - thin * 0.92),
        uneven=hand.uneven * (1.0 - 0.65 * depth),
        variety=hand.variety * (1.0 - 0.65 * depth),
        opacity=hand.opacity * layer.opacity,
        taper=taper,
    )
