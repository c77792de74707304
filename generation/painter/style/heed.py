"""Say which of a manner's numbers a style heeds, and tie the others: one picture, one vector.

A screen of dots has no use for the length of a stroke, a wind that does not swing none for its
waves, and eleven inks are eleven whether 110 or 120 per mille asked for them. Vectors that paint
the same picture have one canonical vector: what can be read off a painting again.
"""

from __future__ import annotations

from functools import cache

from generation.painter.style.look import FEWEST, MOST_INKS
from generation.painter.style.manner import BY_NAME, SCALES, Manner, manner
from generation.painter.style.orientation import LED
from generation.painter.style.style import FEW, SCENE, Layer, Style
from generation.painter.style.tip import DISC, SOLID

PICTURE = {  # what every style does to the whole picture
    "spacing", "opacity", "richness", "contrast", "key", "warmth", "ground", "grain", "bleed",
}  # fmt: skip
WIND = {"direction", "swing", "eddies", "contour"}
MIXED = {"uneven", "variety"}
HANDS = {
    "brush": {"length", "taper", "bend", "scatter", "care"} | WIND | MIXED,
    "line": {"length", "taper", "bend"} | WIND | MIXED,
    "rule": {"length", "scatter"},
    "tessera": {"scatter"} | WIND | MIXED,
    "dot": set[str](),
}


@cache
def heeded(style: Style) -> frozenset[str]:
    """The numbers, by name, that can change a painting in this style."""
    found = PICTURE.union(*map(_heeded, style.layers))
    return frozenset(found if style.inks else found | {"inks"})


@cache
def own_of(style: Style) -> tuple[int, ...]:
    """The style's own vector, which takes a moment to count."""
    return style.vector


def canonical(style: Style, vector: tuple[int, ...]) -> tuple[int, ...]:
    """The one vector of all that paint the same picture: what is not heeded is the style's own.

    Doing so twice is doing so once. Raises ValueError as `manner` does.
    """
    hand = manner(vector)
    found = {**dict(zip(BY_NAME, vector, strict=True)), **_steps(hand)}
    known = set(heeded(style))
    if hand.swing == 0:
        known.discard("eddies")
    if hand.fine > style.hand.broad:  # then the finest brush is as broad as the broadest
        known.add("broad")
    return tuple(
        found[scale.name] if scale.name in known else own
        for scale, own in zip(SCALES, own_of(style), strict=True)
    )


def _heeded(layer: Layer) -> set[str]:
    found = HANDS[layer.hand] | {"fine"}
    if layer.taper >= 0:
        found = found - {"taper"}
    if layer.first < 1:
        found = found | {"broad"}
    if layer.hand == "rule" and layer.ink == SCENE:
        found = found | MIXED
    return found if layer.tip in (SOLID, DISC) else found | {"body"}


def _steps(hand: Manner) -> dict[str, int]:
    """Numbers of which only steps count, or nothing beyond a bound, at their step or bound."""
    spread = MOST_INKS - FEWEST
    left = round(spread * hand.inks - MOST_INKS) + MOST_INKS  # rounds as the inks themselves do
    inks = max(FEW, left / spread) if hand.inks >= FEW else 0.0
    wanted = {
        "contour": min(hand.contour, LED),
        "inks": inks,
        "eddies": float(max(1, round(hand.eddies))),
    }
    return {name: BY_NAME[name].permille(value) for name, value in wanted.items()}
