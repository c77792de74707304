"""Recipe in, artefact out: no chain, no web, no database; light to import, heavy only at work."""

from generation.artefact import Artefact, render
from generation.engine import Progress, Raster
from generation.recipe import Recipe, compose, parse
from generation.registry import describe
from generation.verdict import Level, Verdict, verify

__all__ = [
    "Artefact",
    "Level",
    "Progress",
    "Raster",
    "Recipe",
    "Verdict",
    "compose",
    "describe",
    "parse",
    "render",
    "verify",
]
