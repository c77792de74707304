"""Name the colours a picture may be painted in; data only, so that a form can show them."""

from __future__ import annotations

from dataclasses import dataclass

from generation.schema import Option


@dataclass(frozen=True, slots=True)
class Palette:
    """Sky from zenith to horizon, what light and shade do to a cloud, and flowers that suit it."""

    name: str
    title: str
    help: str
    zenith: str
    middle: str
    horizon: str
    light: str
    shade: str
    blooms: tuple[str, ...]

    def option(self) -> Option:
        swatches = (self.zenith, self.middle, self.horizon, self.light, self.blooms[0])
        return Option(self.name, self.title, self.help, swatches)


PALETTES: tuple[Palette, ...] = (
    Palette(
        "dawn",
        "Dawn",
        "Blue night giving way to apricot.",
        "#1a2c66",
        "#5c70b8",
        "#fab892",
        "#ffedc9",
        "#6f6aa6",
        ("#ec4d7b", "#f07f5a", "#d6558f", "#f3b5c8"),
    ),
    Palette(
        "noon",
        "Noon",
        "A clear day, cream clouds over high blue.",
        "#2f6fb8",
        "#86bfe3",
        "#f3e6cc",
        "#fffaea",
        "#8aa0cb",
        ("#e8443f", "#f2a23a", "#e25c9c", "#f6d24e"),
    ),
    Palette(
        "dusk",
        "Dusk",
        "Violet evening above embers.",
        "#191a40",
        "#513577",
        "#e8706d",
        "#ffe3c2",
        "#5d4790",
        ("#f59a4c", "#f26d7d", "#f4c06a", "#d860a8"),
    ),
    Palette(
        "lagoon",
        "Lagoon",
        "Sea green, salt air, pale sand.",
        "#1d5a6a",
        "#5f9f9f",
        "#eedca8",
        "#fff3d0",
        "#5c7c90",
        ("#e8637c", "#f08b62", "#c95fae", "#f2d9e0"),
    ),
    Palette(
        "rose",
        "Rose",
        "Mauve silk and the inside of a shell.",
        "#5c3a70",
        "#c9809c",
        "#fdd5ab",
        "#fff0d8",
        "#8f6799",
        ("#c52f52", "#e2557a", "#8e3f9f", "#f7dfe0"),
    ),
    Palette(
        "moonlight",
        "Moonlight",
        "Silver on deep indigo.",
        "#0c1230",
        "#243a68",
        "#6f8fb0",
        "#e6eefc",
        "#4a5a8c",
        ("#b9a4ec", "#dfe6fa", "#8fb4ee", "#e7a6cf"),
    ),
    Palette(
        "amber",
        "Amber",
        "Harvest light through dust.",
        "#6a4a3c",
        "#c68a50",
        "#f8dc9a",
        "#fff2cf",
        "#8d7484",
        ("#b8342f", "#d9582c", "#8c2f4c", "#f6e3b4"),
    ),
    Palette(
        "jade",
        "Jade",
        "Mist in a mountain valley.",
        "#234a44",
        "#6f9a86",
        "#dfe6c6",
        "#fbf8e4",
        "#64857f",
        ("#e98fae", "#f4e9e2", "#d4507a", "#f0bf73"),
    ),
)
BY_NAME = {palette.name: palette for palette in PALETTES}
