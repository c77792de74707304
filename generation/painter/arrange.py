"""Throw the dice of a recipe and arrange the painting: what, where, how large, in which light."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from generation.dice import Dice
from generation.network.vector import Leaning
from generation.painter import hour, layout, palette
from generation.painter.card import AUTO, LEANT_BY, NOTHING, STYLES
from generation.painter.concept import catalogue
from generation.painter.concept.catalogue import Entry
from generation.painter.concept.concept import concept
from generation.painter.edition import THROWN_AS
from generation.painter.layout import whole
from generation.painter.leaning import leaning, leant
from generation.painter.paints import FEWEST_BLOOMS
from generation.painter.plan import TURN, PainterPlan, Placed
from generation.painter.reading import Reading, Side, read
from generation.recipe import Recipe, canonical_json
from generation.schema import Value

MOST_SUBJECTS = 30
FOR_ONE = ("centred", "thirds", "monument", "horizon")  # layouts in which one can stand alone
FIXED = ("pair", "monument")  # layouts that say themselves how many they hold


@dataclass(frozen=True, slots=True)
class _Air:
    """The look of a picture, apart from what is in it."""

    palette: str
    light: str
    style: str


def arrange(recipe: Recipe) -> PainterPlan:
    """The plan of a recipe.

    Chance hangs on the seed and the name of what is thrown for: so size, position, palette,
    light and style are free to change while every figure stays the same, and what a cloud becomes
    is the same thing as that thing alone.
    """
    wanted, reading = recipe.parameters, read(recipe.prompt)
    owner = [recipe.engine, THROWN_AS, recipe.seed]
    grain = hashlib.sha256(canonical_json(owner)).hexdigest()
    dice = Dice(grain)
    said = reading.first, reading.then
    named = _chosen(wanted, "concept", said[0].concept)
    inner = tuple(cast("Sequence[int]", wanted["inner"]))
    then = _becoming(wanted, reading)
    leans = not then and LEANT_BY in recipe.weights
    lean = leaning(recipe.prompt, inner, named, grain) if leans else None
    first = catalogue.BY_NAME[named or (lean.concept if lean else _any_concept(dice))]
    air = _air(wanted, reading, first, lean, dice)
    asked = _chosen(wanted, "layout", reading.layout)
    layouts = [asked or _layout(entry, lean, dice) for entry in (first, then or first)]
    again = " again" if then is first else ""
    sky = hour.BY_NAME[air.light]
    return PainterPlan(
        size=cast("int", wanted["size"]),
        grain=grain,
        palette=air.palette,
        swatches=tuple(cast("Sequence[str]", wanted["swatches"])),
        light=air.light,
        sun=_sun(sky, dice.stage("sun")),
        cirrus=_between(sky.veil, dice.stage("cirrus")),
        bank=dice.stage("bank").whole(0, 4) > 0,
        layout=layouts[0],
        layout_after=layouts[1],
        style=air.style,
        style_vector=tuple(cast("Sequence[int]", wanted["style_vector"])),
        inner=inner,
        position=cast("int", wanted["position"]),
        subjects=_subjects(first, layouts[0], said[0], lean, grain),
        becoming=_subjects(then, layouts[1], said[1], None, grain, again) if then else (),
        colours=said[0].swatches(first.name),
        colours_after=said[1].swatches(then.name) if then else (),
        setting=_setting(first, reading, lean, then is not None, dice),
        setting_after=_setting(then or first, reading, lean, then is not None, dice),
        understanding=reading.words,
        version=recipe.engine_version,
    )


def _chosen(wanted: Mapping[str, Value], name: str, understood: str | None) -> str | None:
    """What the artist chose, else what the prompt says, else None: then the dice decide."""
    value = str(wanted[name])
    return understood if value == AUTO else value


def _any_concept(dice: Dice) -> str:
    return dice.stage("concept").pick([entry.name for entry in catalogue.ENTRIES])


def _becoming(wanted: Mapping[str, Value], reading: Reading) -> Entry | None:
    name = _chosen(wanted, "becoming", reading.then.concept)
    return None if name in (None, NOTHING) else catalogue.BY_NAME[name]


def _air(
    wanted: Mapping[str, Value], reading: Reading, entry: Entry, lean: Leaning | None, dice: Dice
) -> _Air:
    """Palette, light and style: a palette that suits the light, or else a light that suits it."""
    light = _chosen(wanted, "light", reading.light)
    colours = _chosen(wanted, "palette", reading.palette)
    if light is None and entry.setting == "night":
        light = "night"
    if lean and colours is None and light in (None, *palette.BY_NAME[lean.palette].hours):
        colours = lean.palette
    if lean and light is None and colours and lean.light in palette.BY_NAME[colours].hours:
        light = lean.light
    if colours is None:
        suits = [p.name for p in palette.PALETTES if light in (None, *p.hours)]
        colours = dice.stage("palette").pick(suits or [p.name for p in palette.PALETTES])
    if light is None:
        light = dice.stage("light").pick(palette.BY_NAME[colours].hours)
    style = _chosen(wanted, "style", reading.style)
    if style is None:
        style = dice.stage("style").pick([option.value for option in STYLES])
    return _Air(colours, light, style)


def _layout(entry: Entry, lean: Leaning | None, dice: Dice) -> str:
    layouts = [name for name in entry.layouts if not (entry.is_alone and name == "pair")]
    if lean and lean.layout in layouts:
        return lean.layout
    return dice.stage(f"layout {entry.name}").pick(layouts)


def _setting(entry: Entry, reading: Reading, lean: Leaning | None, moves: bool, dice: Dice) -> str:
    """Where it stands: as the words say, else mostly, and always while it changes, by nature."""
    if entry.is_scene or entry.setting == "night":
        return entry.setting
    settings = (entry.setting, entry.setting, *entry.elsewhere)
    thrown = dice.stage(f"setting {entry.name}").pick(settings)
    if lean and lean.setting in settings:
        thrown = lean.setting
    return reading.setting or (entry.setting if moves else thrown)


def _subjects(
    entry: Entry, name: str, said: Side, lean: Leaning | None, grain: str, which: str = ""
) -> tuple[Placed, ...]:
    """The things of one concept in their places, from far to near."""
    dice = Dice(grain, f"{entry.name}{which}")
    if entry.is_scene:
        places = [layout.Place(0.5, 0.5, 0.5)]
    else:
        ways = layout.BY_NAME[name]
        few = ways.many if entry.many == (1, 1) or name in FIXED else entry.many
        few = (1, 1) if entry.is_alone and name in FOR_ONE else few
        places = ways.places(_count(said.many, few, dice), dice.stage(f"{entry.name} {name}"))
    kind, asked = concept(entry.name), said.traits(entry.name)
    tints, found = len(said.swatches(entry.name)), []
    for index, place in enumerate(places):
        throws = Dice(grain, f"traits {entry.name}{which}", index)
        thrown = {trait.name: trait.thrown(throws) for trait in kind.traits}
        thrown = leant(thrown, lean, len(places) == 1)
        if tints:  # each takes one of the colours that were asked for
            thrown["colour"] = 1000 * (index % tints) // max(tints, FEWEST_BLOOMS)
        traits = tuple({**thrown, **asked}[trait.name] for trait in kind.traits)
        x, y, scale, turn, depth, mirror = whole(place)
        turn = _upright(turn, entry.turns)
        found.append(Placed(entry.name, x, y, scale, turn, depth, mirror and entry.mirrors, traits))
    return tuple(sorted(found, key=lambda placed: -placed.depth))


def _count(asked: int | None, few: tuple[int, int], dice: Dice) -> int:
    thrown = dice.whole(*few)
    return min(MOST_SUBJECTS, asked or thrown)


def _upright(turn: int, most: int) -> int:
    """The turn as far as the thing may lean, from minus half a turn to half a turn."""
    turn = (turn + TURN // 2) % TURN - TURN // 2
    return max(-most * 1000, min(most * 1000, turn))


def _sun(sky: hour.Hour, dice: Dice) -> int:
    """The sun stands left or right, always above."""
    low, high = sky.sun
    angle = low * 1000 + (high - low) * dice.whole(0, 1000)
    return angle if dice.whole(0, 1) else (540_000 - angle) % TURN


def _between(bounds: tuple[int, int], dice: Dice) -> int:
    return bounds[0] + (bounds[1] - bounds[0]) * dice.whole(0, 1000) // 1000
