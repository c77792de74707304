"""State what the painter lets people choose."""

from __future__ import annotations

from generation.painter.palette import PALETTES
from generation.schema import Card, Choice, Option, Range

CARD = Card(
    name="painter",
    version="1",
    title="Painter",
    summary="Cloud matter takes the shape of a flower, painted in oil stroke by stroke.",
    engine="generation.painter.studio:ENGINE",
    parameters=(
        Choice(
            "morph",
            "Morph",
            "What becomes what.",
            (Option("cloud-flower", "Cloud to flower", "A cumulus opens into a blossom."),),
            "cloud-flower",
        ),
        Range(
            "position",
            "Position",
            "How far the change has come: 0 is all cloud, 1000 all flower.",
            0,
            1000,
            600,
            unit="‰",
        ),
        Choice(
            "palette",
            "Palette",
            "The light of the day and the colours that suit it.",
            tuple(palette.option() for palette in PALETTES),
            PALETTES[0].name,
        ),
        Range(
            "size",
            "Size",
            "Width and height of the square picture; larger ones show finer strokes.",
            512,
            2048,
            1024,
            step=64,
            unit="px",
        ),
    ),
    libraries=("numpy", "pillow", "scipy", "skia-python", "torch"),
)
