"""Draw the strip of the README: one recipe at five moments of its morph.

    .venv/bin/python docs/pictures/cloud_to_flower.py

writes `cloud-to-flower.webp` beside this file, in the best quality that stays below 250 kB.
"""

import io
from pathlib import Path

from PIL import Image

import generation
from generation.painter.preset import BY_NAME

OUT = Path(__file__).with_name("cloud-to-flower.webp")
PRESET, SIZE = BY_NAME["opening"], 1024
POSITIONS = (0, 350, 520, 680, 1000)
SIDE, GAP, MOST_BYTES = 440, 10, 250_000


def moment(position: int) -> Image.Image:
    """The painting at one position, small."""
    chosen = {**PRESET.at(position), "size": SIZE}
    artefact = generation.render(generation.compose("painter", chosen, seed=PRESET.seed))
    with Image.open(io.BytesIO(artefact.png)) as image:
        return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def strip() -> Image.Image:
    """All moments side by side, with nothing between them but air."""
    width = len(POSITIONS) * (SIDE + GAP) - GAP
    sheet = Image.new("RGBA", (width, SIDE), (0, 0, 0, 0))
    for number, position in enumerate(POSITIONS):
        sheet.paste(moment(position), (number * (SIDE + GAP), 0))
    return sheet


def encoded(sheet: Image.Image) -> bytes:
    for quality in range(92, 40, -2):
        out = io.BytesIO()
        sheet.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


if __name__ == "__main__":
    OUT.write_bytes(encoded(strip()))
