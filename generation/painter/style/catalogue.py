"""List the styles: each is a few layers of strokes, a ground and a manner; data only."""

from __future__ import annotations

from dataclasses import replace

from generation.painter.style.manner import Manner
from generation.painter.style.style import PAPER, Layer, Style, Surface

IMPASTO = Style(
    "impasto",
    "Impasto",
    "Oil laid on thick with hog bristle; every stroke catches the light.",
    "oil on linen",
    (Layer("masses"),),
)
KNIFE = Style(
    "knife",
    "Palette knife",
    "Few broad slabs of oil, pressed flat and lifted sharply.",
    "oil on linen",
    (Layer("slabs", tip="knife"),),
    hand=Manner(
        broad=120, fine=13, length=2.3, bend=0.2, spacing=0.62, scatter=0.4, care=0.10, swing=1.0,
        contour=0.6, uneven=0.05, variety=0.035, richness=1.3, contrast=1.08, body=3.4,
    ),
)  # fmt: skip
SWIRL = Style(
    "swirl",
    "Swirling oil",
    "Long separate strokes that stream around everything, as in Saint-Remy.",
    "oil on linen",
    (Layer("stream"),),
    hand=Manner(
        broad=46, fine=9, length=9.5, taper=0.35, spacing=0.78, scatter=0.30, care=0.11, swing=1.5,
        eddies=2.4, contour=0.55, uneven=0.075, variety=0.05, richness=1.5, contrast=1.12,
        body=3.6, ground=0.30,
    ),
)  # fmt: skip
POINTILLIST = Style(
    "pointillist",
    "Pointillist",
    "Small dabs of unmixed colour that only the eye mixes.",
    "oil on a white ground",
    (
        Layer("ground", tip="flat", rounds=1, length=3.0, body=0.3),
        Layer("dabs", tip="dab", rounds=1, first=1.0, spacing=0.98, body=0.8),
        Layer("sparks", tip="dab", rounds=1, first=1.0, spacing=1.5, bold=0.8, opacity=0.95),
    ),
    hand=Manner(
        broad=60, fine=12, length=1.0, bend=0.3, spacing=0.70, scatter=0.22, care=0.05, swing=0.5,
        uneven=0.04, variety=0.05, richness=1.35, key=0.05, body=1.0, ground=0.85,
    ),
)  # fmt: skip
GOUACHE = Style(
    "gouache",
    "Gouache",
    "Flat matte colour with crisp edges, few tones, hardly a trace of the brush.",
    "gouache on card",
    (Layer("shapes", tip="flat"),),
    Surface("#efe9dc", "cold", cloth=1.1, tooth=0.3),
    Manner(
        broad=84, fine=4, length=3.2, spacing=0.55, scatter=0.3, care=0.08, swing=0.35,
        contour=0.9, uneven=0.012, variety=0.008, richness=1.2, contrast=1.05, inks=0.02, body=0.35,
        ground=0.6, grain=0.35,
    ),
)  # fmt: skip
INK = Style(
    "ink",
    "Ink wash",
    "Chinese brush and ink: few strokes, much white, water doing half of the work.",
    "ink on raw paper",
    (
        Layer("far wash", tip="wet", glaze=True, rounds=2, last=0.35, opacity=0.5, taper=0.3),
        Layer("wash", tip="wet", glaze=True, rounds=2, first=0.45, last=0.7, length=1.2),
        Layer("texture", tip="ink", glaze=True, rounds=1, first=0.8, care=1.5, length=1.6),
        Layer("bone", "line", "ink", glaze=True, rounds=1, first=0.82, ink=0, length=3.6,
              spacing=2.3, care=1.2),
        Layer("tips", "line", "ink", glaze=True, rounds=1, first=1.0, ink=0, length=3.0,
              spacing=1.6, opacity=0.8),
    ),
    Surface("#f3eee0", "smooth", wet=True, granule=0.3, rim=0.9, bloom=1.2, spread=8.0, cloth=0.3),
    Manner(
        broad=130, fine=5, length=3.6, taper=0.85, spacing=0.8, scatter=0.4, care=0.13, swing=0.4,
        uneven=0.05, variety=0.006, richness=0.45, contrast=1.12, key=0.22, body=0.0, opacity=0.75,
        ground=1.0, grain=0.5, bleed=0.28,
    ),
    ("#23252b",),
    bare=0.85,
    dark=0.7,
)  # fmt: skip
WATERCOLOUR = Style(
    "watercolour",
    "Watercolour",
    "Transparent washes over white paper; edges dry dark, pigment settles in the grain.",
    "watercolour on cold-pressed paper",
    (
        Layer("washes", tip="wet", last=0.7),
        Layer("shapes", tip="flat", rounds=2, first=0.8, care=1.5),
        Layer("glaze", tip="wet", glaze=True, rounds=2, first=0.3, last=0.6, opacity=0.35,
              care=0.6),
    ),
    Surface(
        "#f8f5ec", "cold", wet=True, granule=0.8, rim=1.7, bloom=1.3, spread=3.2, cloth=0.8,
        margin=0.035,
    ),
    Manner(
        broad=140, fine=7, length=3.2, taper=0.1, spacing=0.62, scatter=0.45, care=0.10,
        swing=0.8, uneven=0.008, variety=0.012, richness=1.4, key=0.14, body=0.0,
        opacity=0.9, ground=1.0, grain=0.5, bleed=0.5,
    ),
    bare=0.2,
)  # fmt: skip
PASTEL = Style(
    "pastel",
    "Soft pastel",
    "Chalk dragged over rough toned paper, which shows through everywhere.",
    "pastel on toned paper",
    (Layer("chalk", tip="chalk"),),
    Surface("#e6ddcc", "sand", tooth=1.0, cloth=0.5),
    Manner(
        broad=60, fine=7, length=5.5, taper=0.2, bend=0.6, spacing=0.62, scatter=0.45, care=0.11,
        direction=-48, swing=0.4, contour=0.6, uneven=0.05, variety=0.05, richness=1.4,
        contrast=1.06, body=0.0, opacity=0.85, ground=0.55, grain=0.8,
    ),
)  # fmt: skip
PENCIL = Style(
    "pencil",
    "Pencil",
    "Graphite on drawing paper: contours, then hatching, softest in the light.",
    "graphite on paper",
    (
        Layer("tone", "rule", "lead", ink=0, rounds=1, first=1.0, angle=-52, tone=(0.05, 1.0),
              bold=1.1),
        Layer("shade", "rule", "lead", ink=0, rounds=1, first=1.0, angle=-34, tone=(0.35, 1.1),
              bold=1.2),
        Layer("dark", "rule", "lead", ink=0, rounds=1, first=1.0, angle=14, tone=(0.60, 1.1),
              bold=1.3),
        Layer("search", "line", "lead", ink=0, rounds=1, first=1.0, length=0.9, spacing=0.9,
              bold=0.6, opacity=0.8),
        Layer("contour", "line", "lead", ink=0, rounds=1, first=0.9, length=0.6, care=2.0,
              bold=0.6),
    ),
    Surface("#f5f2ea", "sand", tooth=0.5, cloth=0.4),
    Manner(
        broad=40, fine=4.2, length=13, taper=0.4, spacing=0.9, scatter=0.16, care=0.12,
        richness=0.0, contrast=1.1, key=0.08, uneven=0.05, variety=0.0, body=0.0, ground=1.0,
        grain=0.7,
    ),
    ("#2f3035",),
    bare=0.3,
)  # fmt: skip
ENGRAVING = Style(
    "engraving",
    "Line engraving",
    "Lines cut by a burin; they swell in the dark, bend over forms and cross in the shade.",
    "engraving on laid paper",
    (
        Layer("first lines", "rule", "solid", ink=0, rounds=1, first=1.0, angle=-14,
              tone=(0.04, 1.0), bold=0.78),
        Layer("cross lines", "rule", "solid", ink=0, rounds=1, first=1.0, angle=38,
              tone=(0.38, 1.15), bold=0.66),
        Layer("third lines", "rule", "solid", ink=0, rounds=1, first=1.0, angle=-66,
              tone=(0.66, 1.2), bold=0.6),
        Layer("contour", "line", "solid", ink=0, rounds=1, first=1.0, length=0.5, spacing=0.6,
              bold=0.5),
    ),
    Surface("#f1ead8", "laid", tooth=0.25, cloth=0.6, margin=0.045),
    Manner(
        broad=30, fine=5.4, length=14, taper=0.8, spacing=1.0, scatter=0.0, care=0.12, richness=0.0,
        contrast=1.12, key=0.06, uneven=0.0, variety=0.0, body=0.0, ground=1.0, grain=0.5,
    ),
    ("#251d1a",),
)  # fmt: skip
WOODCUT = Style(
    "woodcut",
    "Woodcut",
    "Four flat inks from four blocks; the key block is cut along the forms.",
    "woodcut on washi",
    (
        Layer("blocks", tip="solid", spacing=0.8),
        Layer("carving", "rule", "solid", ink=PAPER, rounds=1, first=0.55, angle=-4,
              tone=(0.42, 0.10), bold=0.5),
        Layer("key block", "rule", "solid", ink=0, rounds=1, first=0.62, angle=-8,
              tone=(0.42, 1.0), bold=0.85),
        Layer("contour", "line", "solid", ink=0, rounds=1, first=0.8, length=0.9, care=1.5,
              bold=0.9),
    ),
    Surface("#f2e8d3", "wood", tooth=0.55, cloth=0.35, margin=0.05),
    Manner(
        broad=70, fine=5.0, length=4.0, taper=0.8, spacing=0.6, scatter=0.25, care=0.10, swing=0.3,
        contour=0.95, uneven=0.0, variety=0.0, richness=1.35, contrast=1.15, inks=0.78, body=0.0,
        ground=1.0, grain=0.55,
    ),
    key_block=0.75,
)  # fmt: skip
RISO = Style(
    "riso",
    "Risograph",
    "Three bright inks in turned screens of dots, printed one by one and never quite in place.",
    "risograph on uncoated paper",
    (
        Layer("yellow", "dot", "disc", True, 0, rounds=1, first=1.0, angle=3),
        Layer("pink", "dot", "disc", True, 1, rounds=1, first=1.0, angle=75),
        Layer("blue", "dot", "disc", True, 2, rounds=1, first=1.0, angle=18),
    ),
    Surface("#f6f2e8", "smooth", wet=True, granule=0.9, cloth=0.2, margin=0.045, shift=0.0016),
    Manner(
        broad=20, fine=6.2, spacing=1.0, scatter=0.0, richness=1.25, contrast=1.05, key=0.04,
        uneven=0.0, variety=0.0, body=0.0, opacity=0.92, ground=1.0, grain=0.6,
    ),
    ("#ffe100", "#ff4c9a", "#1b63b5"),
)  # fmt: skip
MOSAIC = Style(
    "mosaic",
    "Mosaic",
    "Small cut stones in rows that follow the forms, each tilted its own way.",
    "stone and glass in mortar",
    (Layer("stones", "tessera", "tile", rounds=1, first=1.0, bold=0.94),),
    Surface("#d9d2c4", "cold", cloth=0.8),
    Manner(
        broad=40, fine=12.5, length=1.0, spacing=1.0, scatter=0.12, direction=0, swing=0.12,
        contour=0.95, uneven=0.045, variety=0.03, richness=1.3, contrast=1.08,
        body=3.0, ground=0.24, grain=0.6,
    ),
)  # fmt: skip

STYLES: tuple[Style, ...] = (
    IMPASTO,
    KNIFE,
    SWIRL,
    POINTILLIST,
    GOUACHE,
    WATERCOLOUR,
    INK,
    PASTEL,
    PENCIL,
    ENGRAVING,
    WOODCUT,
    RISO,
    MOSAIC,
)
BY_NAME = {style.name: style for style in STYLES}

# Version 2 of the painter had the same styles but for these.
SECOND = BY_NAME | {
    style.name: style
    for style in (
        replace(
            POINTILLIST,
            hand=replace(POINTILLIST.hand, fine=10, uneven=0.05, variety=0.07, body=1.9),
        ),
        replace(WOODCUT, hand=replace(WOODCUT.hand, fine=4.5)),
        replace(INK, dark=0.0),
    )
}
