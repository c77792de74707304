"""Render 20 random recipes under every setting of the machine, and count what differs."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from generation import chance, registry
from generation.audit import SETTINGS, audit
from studio_parts.figure import Figure

RECIPES = 20
SIZE = 512


def measure() -> Iterator[Figure]:
    """A run is a recipe under a setting; a mismatch one whose plan or pixels differ."""
    card = registry.card("painter")
    recipes = [chance.thrown(card, f"bench {i}", {"size": SIZE}) for i in range(RECIPES)]
    found = audit(recipes, on_setting=lambda one: print(f"  {one.name}", file=sys.stderr))
    for mismatch in found:
        print(f"  {mismatch}", file=sys.stderr)
    yield Figure("determinism_runs", RECIPES * len(SETTINGS))
    yield Figure("determinism_mismatches", len(found), at_most=0)
