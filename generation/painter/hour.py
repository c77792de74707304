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
    gloom: int = 0  # how dark the high clouds are
    cold: int = 0  # how much of the light on clouds is the sky's own

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
        (680, 730, 920),
        560,
        (100, 600),
        200,
        1000,
        cold=650,
    ),
    Hour(
        "storm",
        "Storm",
        "Leaden clouds and one rift of light.",
        (222, 250),
        ("#20262f", "#4c5662", "#c2b48e"),
        700,
        (860, 880, 910),
        330,
        (1100, 1700),
        260,
        gloom=800,
        cold=350,
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
        mist=1000,
    ),
)
BY_NAME = {hour.name: hour for hour in HOURS}
