"""Ask the flow what a text leans to where neither the artist nor the lexicon decides.

What words say plainly, and what the artist chooses, always holds. The rest leans: traits that the
lexicon has no words for, the layout, the palette, the light. Without a text, or for a concept that
the weights do not know, the dice decide as ever.
"""

from __future__ import annotations

from collections.abc import Sequence

from generation.dice import Dice
from generation.network.flow import flow, lean, noise
from generation.network.vector import Leaning

OWN = 750  # per mille: how far one of many follows what the text leans to


def leaning(prompt: str, inner: Sequence[int], concept: str | None, grain: str) -> Leaning | None:
    """What text or inner point lean to, for a decided concept or none; None: ask the dice."""
    if not (prompt or inner):
        return None
    if concept is not None and concept not in flow().concepts:
        return None
    chosen = () if concept is None else (f"concept:{concept}",)
    found = lean(prompt, chosen, noise(inner, Dice(grain)))
    return found if concept in (None, found.concept) else None


def leant(thrown: dict[str, int], towards: Leaning | None, is_alone: bool) -> dict[str, int]:
    """Traits as they were thrown, drawn to those of a leaning; one of many keeps something."""
    if towards is None:
        return thrown
    share = 1000 if is_alone else OWN
    leant = dict(zip(flow().concepts[towards.concept], towards.traits, strict=False))
    return {
        name: value + (leant.get(name, value) - value) * share // 1000
        for name, value in thrown.items()
    }
