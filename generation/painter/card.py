"""State what the painter lets people choose."""

from __future__ import annotations

from dataclasses import replace

from generation.network.shipped import WORDS, digest, lexicon
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.hour import HOURS
from generation.painter.layout import LAYOUTS
from generation.painter.palette import PALETTES
from generation.painter.preset import PRESETS
from generation.painter.style.catalogue import BY_NAME
from generation.schema import Card, Choice, Option, Range, Swatches, Vector

AUTO, NOTHING = "auto", "nothing"
CONCEPTS = tuple(entry.option() for entry in ENTRIES)
STYLES = tuple(Option(style.name, style.title, style.help) for style in BY_NAME.values())
READ_BY, LEANT_BY = digest("words", WORDS), digest("flow")  # the weights that a plan hangs on
_AUTO = Option(AUTO, "By itself", "What the words say; else the dice decide.")
_ANY_PALETTE = replace(_AUTO, colours=tuple(p.blooms[0] for p in PALETTES[:5]))
_ANY_LIGHT = replace(_AUTO, colours=tuple(hour.sky[1] for hour in HOURS[1:6:2]))
_STAYS = Option(NOTHING, "Nothing", "It stays what it is.")

CARD = Card(
    name="painter",
    version="3",
    title="Painter",
    summary="Paints what you name, and what it becomes, stroke by stroke.",
    engine="generation.painter.studio:ENGINE",
    parameters=(
        Choice("concept", "Subject", "What the picture is of.", (_AUTO, *CONCEPTS), AUTO),
        Choice("becoming", "Becoming", "What it turns into.", (_AUTO, _STAYS, *CONCEPTS), AUTO),
        Range(
            "position",
            "Position",
            "How far the change has come: 0 is all subject, 1000 all what it becomes.",
            0,
            1000,
            600,
            unit="‰",
        ),
        Choice("style", "Style", "How it is painted.", (_AUTO, *STYLES), AUTO),
        Choice(
            "palette",
            "Palette",
            "The colours of the air and of what blooms in it.",
            (_ANY_PALETTE, *(palette.option() for palette in PALETTES)),
            AUTO,
        ),
        Choice(
            "light",
            "Light",
            "The hour and the weather.",
            (_ANY_LIGHT, *(hour.option() for hour in HOURS)),
            AUTO,
        ),
        Choice(
            "layout",
            "Layout",
            "How the picture is composed.",
            (_AUTO, *(layout.option() for layout in LAYOUTS)),
            AUTO,
        ),
        Range(
            "size",
            "Size",
            "Width and height of the square picture; larger ones show finer strokes.",
            512,
            4096,
            1024,
            step=64,
            unit="px",
        ),
        Vector(
            "style_vector",
            "Style from a picture",
            "24 numbers that a picture of yours was read as; they replace the style's own.",
            24,
            0,
            1000,
        ),
        Swatches("swatches", "Own colours", "Up to eight colours that replace the palette's.", 8),
        Vector(
            "inner",
            "Inner space",
            "A point in the networks' inner space, as guidance or the muse found it.",
            64,
            -4000,
            4000,
        ),
    ),
    weights=tuple(filter(None, (READ_BY, LEANT_BY))),
    older_weights=((),),  # before the flow: rules alone
    libraries=("numpy", "pillow", "scipy", "skia-python", "torch"),
    data=(("lexicon", lexicon()),),
    examples=tuple(preset.example() for preset in PRESETS),
)
SECOND = replace(  # see `edition`
    CARD, version="2", engine="generation.painter.studio:SECOND", is_retired=True
)
