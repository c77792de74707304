"""Name the lights a picture may stand in: hours of the day and weathers; data only."""

from __future__ import annotations

from dataclasses import dataclass

from generation.schema import Option


@dataclass(frozen=True, slots=True)
class Hour:
    """Where the sun may stand, and what its light does to sky and things; shares in per mille."""

    name: str
    title: str
    help: str
    sun: tuple[int, int]  # degrees clockwise from the right: 180 stands left, 270 overhead
    sky: tuple[str, str, str]  # zenith, middle, horizon that the palette's sky is drawn towards
    pull: int  # how far
    gain: tuple[int, int, int]  # what is left of red, green, blue in what it shines on
    glow: int  # the sun's own light in the air
    veil: tuple[int, int]  # high ice clouds
    haze: int = 120  # how much of the air lies before what is far away
    stars: int = 0
    mist: int = 0

    def option(self) -> Option:
        return Option(self.name, self.title, self.help, self.sky)


HOURS: tuple[Hour, ...] = (
    Hour(
        "dawn",
        "Dawn",
        "The sun just up: cool above, apricot below.",
        (190, 215),
        ("#27407e", "#8a86bd", "#ffbf96"),
        300,
        (1000, 950, 940),
        750,
        (300, 1000),
        160,
        60,
    ),
    Hour(
        "morning",
        "Morning",
        "Clear side light and clean air.",
        (208, 232),
        ("#4c86c4", "#a6cbe4", "#fbeccb"),
        250,
        (1020, 1010, 990),
        600,
        (150, 800),
    ),
    Hour(
        "noon",
        "Noon",
        "The sun high, colours full, shadows short.",
        (238, 262),
        ("#2e74c0", "#86c0ea", "#f2f0dc"),
        250,
        (1030, 1025, 1010),
        420,
        (100, 700),
        80,
    ),
    Hour(
        "golden",
        "Golden hour",
        "Honey light from low in the sky.",
        (192, 212),
        ("#6f7fb0", "#e3b183", "#ffd48a"),
        420,
        (1060, 980, 840),
        950,
        (300, 1000),
        170,
    ),
    Hour(
        "dusk",
        "Dusk",
        "After sunset: violet above embers.",
        (186, 204),
        ("#1c1d48", "#61407f", "#f0806a"),
        450,
        (900, 830, 930),
        700,
        (300, 1000),
        180,
        250,
    ),
    Hour(
        "night",
        "Night",
        "Moonlight, stars, colours asleep.",
        (212, 242),
        ("#060a22", "#142450", "#3f5f8e"),
        720,
        (640, 700, 900),
        480,
        (100, 600),
        200,
        1000,
    ),
    Hour(
        "storm",
        "Storm",
        "Leaden clouds and one rift of light.",
        (222, 250),
        ("#2a3040", "#5a6472", "#b3b09c"),
        620,
        (860, 880, 910),
        330,
        (900, 1400),
        260,
    ),
    Hour(
        "mist",
        "Mist",
        "Everything far is pale and near.",
        (218, 250),
        ("#9aaab4", "#c4cdd0", "#ebe8de"),
        520,
        (960, 970, 980),
        380,
        (500, 1100),
        480,
        0,
        1000,
    ),
)
BY_NAME = {hour.name: hour for hour in HOURS}
