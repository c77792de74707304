"""Name the morphs that the studio offers by itself: chains of things, each becoming the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generation.schema import Example, Value


@dataclass(frozen=True, slots=True)
class Preset:
    """A chain of concepts and the air they share; two neighbours are one recipe's morph.

    Chance hangs on the seed and on a concept's own name, so what ends one link is, to the pixel,
    what begins the next.
    """

    name: str
    title: str
    help: str
    chain: tuple[str, ...]
    seed: int
    air: Mapping[str, Value] = field(default_factory=dict)  # palette, light, layout ...

    def links(self) -> tuple[Mapping[str, Value], ...]:
        """The parameters of each link, position left out; the rest are the engine's defaults."""
        pairs = zip(self.chain, self.chain[1:], strict=False)
        return tuple({**self.air, "concept": first, "becoming": then} for first, then in pairs)

    def example(self) -> Example:
        """Its links, as a form is filled in with one of them."""
        first, *further = self.links()
        return Example(self.name, self.title, self.help, first, self.seed, tuple(further))

    def at(self, position: int) -> Mapping[str, Value]:
        """The parameters of a moment of the whole chain, per mille."""
        links = self.links()
        whole = position * len(links)
        link = min(whole // 1000, len(links) - 1)
        return {**links[link], "position": whole - 1000 * link}

    def moments(self, count: int) -> tuple[Mapping[str, Value], ...]:
        """So many moments, even steps from the first thing to the last; at least two."""
        return tuple(self.at(1000 * k // (count - 1)) for k in range(count))


PRESETS: tuple[Preset, ...] = (
    Preset(
        "opening",
        "A cloud opens",
        "A cumulus opens into a flower.",
        ("cloud", "flower"),
        1834,
        {"palette": "dawn", "light": "morning", "layout": "centred", "style": "impasto"},
    ),
    Preset(
        "flight",
        "A cloud takes wing",
        "A cloud becomes a butterfly, and the butterfly a swarm.",
        ("cloud", "butterfly", "swarm"),
        38,
        {"palette": "dusk", "light": "dusk", "style": "swirl"},
    ),
    Preset(
        "love",
        "Cupid's cloud",
        "A cloud grows Cupid's wings, and they carry a heart.",
        ("cloud", "wings"),
        11,
        {"palette": "rose", "light": "golden", "layout": "centred", "style": "impasto"},
    ),
    Preset(
        "song",
        "A song in bloom",
        "A treble clef lets go its form and drifts away as petals.",
        ("treble-clef", "petals"),
        8,
        {"palette": "lagoon", "light": "morning", "layout": "centred", "style": "pastel"},
    ),
)
BY_NAME = {preset.name: preset for preset in PRESETS}
