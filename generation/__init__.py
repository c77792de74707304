"""Recipe in, artefact out: no chain, no web, no database; light to import, heavy only at work."""

from generation.artefact import Artefact, render
from generation.engine import Progress, Raster
from generation.receipt import Receipt
from generation.recipe import Recipe, compose, parse
from generation.registry import describe
from generation.verdict import Level, Verdict, verify, verify_receipt

__all__ = [
    "Artefact",
    "Level",
    "Progress",
    "Raster",
    "Receipt",
    "Recipe",
    "Verdict",
    "compose",
    "describe",
    "parse",
    "render",
    "verify",
    "verify_receipt",
]
