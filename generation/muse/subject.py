"""Say what a picture could be of: a few choices that make an ordinary recipe, and their change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from generation.dice import Dice
from generation.painter.card import NOTHING, STYLES
from generation.painter.concept.catalogue import BY_NAME, ENTRIES, GROUPS, Entry
from generation.painter.hour import HOURS
from generation.painter.palette import PALETTES
from generation.recipe import Recipe, compose

T = TypeVar("T")

ENGINE = "painter"
SEEDS = 1 << 32
MORPHS = 700  # per mille of thrown subjects in which something becomes something
# What was is still known, or what becomes already; between them is nothing but cloud, of which a
# line shows the edge alone: where lines draw, a thing must be almost itself.
POSITIONS = (230, 260, 290, 680, 710, 740)
DRAWN_AT = (160, 190, 220, 760, 790, 820)
LINES = ("ink", "pencil", "engraving", "woodcut")
DARK = ("night", "dusk")
GENES = ("concept", "becoming", "position", "palette", "light", "layout", "style", "seed")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is chosen of a recipe; `becoming` may be "nothing"."""

    concept: str
    becoming: str
    position: int
    palette: str
    light: str
    layout: str
    style: str
    seed: int

    def recipe(self, size: int = 1024) -> Recipe:
        """The recipe that paints it."""
        chosen = asdict(self)
        seed = chosen.pop("seed")
        return compose(ENGINE, {**chosen, "size": size}, seed=seed)

    def as_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)

    @property
    def pair(self) -> tuple[str, str]:
        """What becomes what."""
        return self.concept, self.becoming


def thrown(dice: Dice, pair: tuple[str, str] | None = None) -> Subject:
    """A subject by chance, of a given pair or of any, in light and colours that suit it."""
    names = list(BY_NAME)
    if pair is None:
        first = dice.pick(names)
        others = [name for name in names if name != first]
        pair = first, dice.pick(others) if dice.whole(1, 1000) <= MORPHS else NOTHING
    light = dice.pick(lights(pair))
    style = dice.pick([style.value for style in STYLES])
    return Subject(
        *pair,
        position=dice.pick(positions(style)),
        palette=dice.pick(palettes(light)),
        light=light,
        layout=dice.pick(layouts(pair)),
        style=style,
        seed=dice.whole(0, SEEDS - 1),
    )


def changed(subject: Subject, dice: Dice) -> Subject:
    """The subject with one or two choices thrown anew; the rest is made to suit them."""
    genes = {dice.pick(GENES) for _ in range(dice.whole(1, 2))}
    other = thrown(dice)
    if other.concept in (subject.becoming, subject.concept):
        genes -= {"concept"}
    if other.becoming == subject.concept:
        genes -= {"becoming"}
    anew = {gene: getattr(other, gene) for gene in GENES if gene in genes}
    return suited(replace(subject, **{**anew, "seed": anew.get("seed", subject.seed)}), dice)


def suited(subject: Subject, dice: Dice) -> Subject:
    """The subject in a light, palette, layout and moment that suit what it is of, and its style."""
    light = _kept(subject.light, lights(subject.pair), dice)
    return replace(
        subject,
        light=light,
        palette=_kept(subject.palette, palettes(light), dice),
        layout=_kept(subject.layout, layouts(subject.pair), dice),
        position=_kept(subject.position, positions(subject.style), dice),
    )


def positions(style: str) -> tuple[int, ...]:
    """Moments of a change that a style can show."""
    return DRAWN_AT if style in LINES else POSITIONS


def lights(pair: Sequence[str]) -> list[str]:
    """Hours that suit a pair: what shines by night is seen by night, or at its edge."""
    if any(entry.setting == "night" for entry in _entries(pair)):
        return list(DARK)
    return [hour.name for hour in HOURS]


def palettes(light: str) -> list[str]:
    """Palettes that were mixed for an hour."""
    return [palette.name for palette in PALETTES if light in palette.hours]


def layouts(pair: Sequence[str]) -> list[str]:
    """Layouts that suit both things of a pair; a scene fills the picture in any."""
    suiting = [
        {name for name in entry.layouts if not (entry.is_alone and name == "pair")}
        for entry in _entries(pair)
        if not entry.is_scene
    ]
    both = set.intersection(*suiting) if suiting else {"horizon"}
    return sorted(both) or ["centred"]


def group(concept: str) -> str:
    """The heading under which people look for it; "" for nothing."""
    entry = BY_NAME.get(concept)
    return GROUPS.get(entry.family, "") if entry else ""


def _entries(pair: Sequence[str]) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.name in pair]


def _kept(value: T, among: Sequence[T], dice: Dice) -> T:
    return value if value in among else dice.pick(among)
