"""Write captions for plans of the painter, and draw their bare scenes small: what networks learn.

A sample is a plan that the rules arranged by chance, two captions of it (English and Chinese), and
the scene at 64 px without any strokes. Captions name the subject, mostly the palette, the light and
the layout, and traits that stand out, in the words of the lexicon and of the concepts themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.painter.arrange import arrange
from generation.painter.concept.catalogue import BY_NAME
from generation.painter.concept.concept import Trait, concept
from generation.painter.field import shrink
from generation.painter.plan import PainterPlan
from generation.painter.scene import Stage
from generation.recipe import Recipe, compose
from generation.words.fold import is_han
from generation.words.source import entries, table

SIDE = 64
DRAWN = 128  # half the pixels, twice as sharp
STANDS_OUT = 300  # per mille from either end
LIKELY = 800  # per mille of captions that name palette, light, layout
CONCEPTS = tuple(BY_NAME)


@dataclass(frozen=True, slots=True)
class Sample:
    """One plan in numbers, and what is said of it."""

    plan: PainterPlan
    english: str
    chinese: str

    @property
    def concept(self) -> str:
        """The name of what the picture is of."""
        return self.plan.subjects[-1].concept

    @property
    def traits(self) -> tuple[int, ...]:
        """Of the nearest of the things, in the concept's own order."""
        return self.plan.subjects[-1].traits


def sample(
    number: int, split: str, among: Sequence[str] = CONCEPTS, likely: int = LIKELY
) -> Sample:
    """The sample of that number; splits ("flow", "dual", "judge", "test") share none."""
    dice = Dice(f"samples of {split}", "plan", number)
    name = dice.pick(list(among))
    plan = arrange(_recipe(name, dice.whole(0, 2**53 - 1)))
    said = dice.stage("said", number)
    return Sample(plan, english(plan, said, likely), chinese(plan, said, likely))


def picture(plan: PainterPlan) -> NDArray[np.uint8]:
    """Its scene without strokes and without far clouds, (SIDE, SIDE, 3) of 0 to 255."""
    stage = Stage(replace(plan, size=DRAWN, bank=False))
    stage.side = SIDE
    target = shrink(stage.scene(0).target, SIDE)
    return np.asarray(np.rint(np.clip(target, 0, 1) * 255), np.uint8)


def english(plan: PainterPlan, dice: Dice, likely: int = LIKELY) -> str:
    """A caption such as `stout cat, tail raised, amber palette, at dusk, centred`."""
    entry = BY_NAME[plan.subjects[-1].concept]
    parts = [_subject(entry.name, "en", dice)]
    parts += trait_words(plan, dice)
    for kind, form in (("palette", "{} palette"), ("light", "{}"), ("layout", "{}")):
        if dice.whole(1, 1000) <= likely:
            word = _word("look.toml", kind, getattr(plan, kind), "en", dice)
            parts.append(form.format(word))
    return ", ".join(parts)


def chinese(plan: PainterPlan, dice: Dice, likely: int = LIKELY) -> str:
    """The same in Chinese; traits have no Chinese words yet."""
    parts = [_subject(plan.subjects[-1].concept, "zh", dice)]
    for kind, form in (("palette", "{}色调"), ("light", "{}"), ("layout", "{}")):
        if dice.whole(1, 1000) <= likely:
            parts.append(form.format(_word("look.toml", kind, getattr(plan, kind), "zh", dice)))
    return "，".join(parts)


def spoken(trait: Trait, value: int, dice: Dice) -> str | None:
    """The trait in words where it stands out: `bold stripes`, `stripes bold`."""
    if STANDS_OUT < value < 1000 - STANDS_OUT:
        return None
    word = trait.low if value <= STANDS_OUT else trait.high
    return dice.pick([f"{word} {trait.name}", f"{trait.name} {word}", f"with {word} {trait.name}"])


def trait_words(plan: PainterPlan, dice: Dice) -> list[str]:
    """Two thirds of what stands out in the nearest of the things, in words."""
    thing = plan.subjects[-1]
    pairs = zip(concept(thing.concept).traits, thing.traits, strict=True)
    said = [spoken(trait, value, dice) for trait, value in pairs if trait.name != "colour"]
    return [words for words in said if words and dice.whole(0, 2)]


def _subject(name: str, language: str, dice: Dice) -> str:
    """A word for it; mostly the first ones, which people use most."""
    words = _words("concept.toml", name, language)
    if not words:
        entry = BY_NAME[name]
        return entry.title.lower() if language == "en" else entry.titles_zh[0]
    return dice.pick(words[:3]) if dice.whole(0, 1) else dice.pick(words)


def _word(file: str, kind: str, name: str, language: str, dice: Dice) -> str:
    words = _words(file, f"{kind}.{name}", language)
    return dice.pick(words) if words else name


def _recipe(concept: str, seed: int) -> Recipe:
    """As `compose` makes it, without checking again what is known to be right."""
    blank = _blank()
    return replace(blank, parameters={**blank.parameters, "concept": concept}, seed=seed)


@cache
def _blank() -> Recipe:
    return compose("painter", {"becoming": "nothing", "size": 512}, seed=0)


@cache
def _words(file: str, path: str, language: str) -> list[str]:
    """What the lexicon lists for a meaning; cued words too, where a cue will stand beside them."""
    found = _file(file)
    for key in path.split("."):
        found = found.get(key, {})
    words = entries(found.get(language, ""))
    if path.startswith("palette"):
        cued = entries(found.get("cued", ""))
        words += [word for word in cued if is_han(word[0]) == (language == "zh")]
    return words


@cache
def _file(file: str) -> dict[str, Any]:
    return table(f"lexicon/{file}")
