"""Hang a hundred works whose every choice is left to the painter, seeds 1 to 100, on one wall.

    .venv/bin/python docs/pictures/wall.py

writes `docs/wall.webp`, in the best quality that stays below 1.5 MB; takes about five minutes.
"""

import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image

import generation

OUT = Path(__file__).parent.with_name("wall.webp")
COLUMNS, ROWS, SIZE = 10, 10, 512
SIDE, GAP, MOST_BYTES = 216, 6, 1_500_000
PAPER = (250, 249, 246)


def work(seed: int) -> Image.Image:
    """One work, small."""
    recipe = generation.compose("painter", {"size": SIZE, "position": 1000}, seed=seed)
    with Image.open(io.BytesIO(generation.render(recipe).png)) as image:
        return image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def wall() -> Image.Image:
    """All works in rows."""
    step = SIDE + GAP
    sheet = Image.new("RGB", (COLUMNS * step + GAP, ROWS * step + GAP), PAPER)
    with ProcessPoolExecutor(max_workers=2) as painters:
        for k, picture in enumerate(painters.map(work, range(1, COLUMNS * ROWS + 1))):
            sheet.paste(picture, (GAP + k % COLUMNS * step, GAP + k // COLUMNS * step))
    return sheet


def encoded(sheet: Image.Image) -> bytes:
    for quality in range(86, 30, -4):
        out = io.BytesIO()
        sheet.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


if __name__ == "__main__":
    OUT.write_bytes(encoded(wall()))
