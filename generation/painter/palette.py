"""Name the colours a picture may be painted in; data only, so that a form can show them."""

from __future__ import annotations

from dataclasses import dataclass

from generation.schema import Option


@dataclass(frozen=True, slots=True)
class Palette:
    """Sky from zenith to horizon, light and shade on a cloud, what grows and flows, what blooms."""

    name: str
    title: str
    help: str
    zenith: str
    middle: str
    horizon: str
    light: str
    shade: str
    leaf: str
    earth: str
    water: str
    metal: str
    blooms: tuple[str, ...]
    hours: tuple[str, ...]  # lights that suit it when nobody says

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
        "#4f7a5a",
        "#8a6a5c",
        "#5f7fb4",
        "#e8bf72",
        ("#ec4d7b", "#f07f5a", "#d6558f", "#f3b5c8"),
        ("dawn", "morning", "golden"),
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
        "#4f8f3e",
        "#a58055",
        "#2f86b8",
        "#f0c24a",
        ("#e8443f", "#f2a23a", "#e25c9c", "#f6d24e"),
        ("noon", "morning", "storm"),
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
        "#4a6a5e",
        "#6e4a5c",
        "#4a4a92",
        "#f0b25e",
        ("#f59a4c", "#f26d7d", "#f4c06a", "#d860a8"),
        ("dusk", "dusk", "golden", "night"),
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
        "#2f7f6a",
        "#b08a62",
        "#2f8f96",
        "#e9c884",
        ("#e8637c", "#f08b62", "#c95fae", "#f2d9e0"),
        ("morning", "noon", "golden"),
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
        "#6f8a5e",
        "#8f5f66",
        "#8a6aa0",
        "#e8b884",
        ("#c52f52", "#e2557a", "#8e3f9f", "#f7dfe0"),
        ("dawn", "golden", "dusk"),
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
        "#3f6a70",
        "#4f5470",
        "#3a5a92",
        "#c9d2e6",
        ("#b9a4ec", "#dfe6fa", "#8fb4ee", "#e7a6cf"),
        ("night", "dusk", "mist"),
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
        "#7f8a3a",
        "#8f5a36",
        "#5f8a8a",
        "#f2b84a",
        ("#b8342f", "#d9582c", "#8c2f4c", "#f6e3b4"),
        ("golden", "dusk", "mist"),
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
        "#3f7f52",
        "#7f7454",
        "#4f9a8a",
        "#d9b667",
        ("#e98fae", "#f4e9e2", "#d4507a", "#f0bf73"),
        ("mist", "morning", "golden"),
    ),
    Palette(
        "ember",
        "Ember",
        "A fire's last glow under a smoke-black sky.",
        "#1c1418",
        "#5a2a2c",
        "#f0733a",
        "#ffe0b0",
        "#6a3f4a",
        "#5f5a34",
        "#5c3a30",
        "#5a3a4c",
        "#ffb04a",
        ("#ff6a2c", "#e8333a", "#ffb23f", "#b8304f"),
        ("dusk", "golden", "storm"),
    ),
    Palette(
        "frost",
        "Frost",
        "Breath on glass: ice blue, a breath of rose.",
        "#5f86b0",
        "#a9c6de",
        "#f3e4e6",
        "#ffffff",
        "#8fa6cc",
        "#6f9a94",
        "#8f8f9f",
        "#6fa4c8",
        "#d4dcea",
        ("#e888a8", "#7f9ee0", "#f4eef6", "#a88ad0"),
        ("morning", "mist", "night"),
    ),
    Palette(
        "ink",
        "Ink",
        "Rice paper, soot, and one seal of vermilion.",
        "#cfc7b6",
        "#e2dbc9",
        "#f2ecdc",
        "#fffaf0",
        "#8a8780",
        "#5f6a5a",
        "#6f675c",
        "#8f9a9c",
        "#b89a5a",
        ("#c8372d", "#3a3c42", "#7a4a48", "#d9d2c2"),
        ("mist", "noon", "storm"),
    ),
    Palette(
        "orchard",
        "Orchard",
        "April: apple blossom, new leaves, a mild sky.",
        "#5f9fc4",
        "#a9d2cf",
        "#fbeec2",
        "#fffdf0",
        "#8fb0b8",
        "#6fa43a",
        "#9a7450",
        "#5fa8b4",
        "#f0cc60",
        ("#f48fb0", "#f7d6e0", "#f2603f", "#ffd95a"),
        ("noon", "morning", "golden"),
    ),
)
BY_NAME = {palette.name: palette for palette in PALETTES}
