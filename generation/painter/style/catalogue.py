"""List the styles: each is a few layers of strokes, a ground and a manner; data only."""

from __future__ import annotations

from generation.painter.style.style import Layer, Style

IMPASTO = Style(
    "impasto",
    "Impasto",
    "Oil laid on thick with hog bristle; every stroke catches the light.",
    "oil on linen",
    (Layer("masses"),),
)

STYLES: tuple[Style, ...] = (IMPASTO,)
BY_NAME = {style.name: style for style in STYLES}
