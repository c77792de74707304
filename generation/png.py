"""Write a picture so that the same pixels always make the same file, and read it back safely."""

from __future__ import annotations

import io

from PIL import Image, PngImagePlugin

from generation.engine import Raster
from generation.errors import NotAnArtefact

DIGEST_KEY = "Recipe"  # the only thing written beside the pixels
MEDIA_TYPE = "image/png"


def encode(raster: Raster, recipe_digest: str = "", compression: int = 6) -> bytes:
    """The picture as PNG bytes that carry the recipe's digest."""
    note = PngImagePlugin.PngInfo()
    if recipe_digest:
        note.add_text(DIGEST_KEY, recipe_digest)
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=note, compress_level=compression, optimize=False)
    return out.getvalue()


def decode(content: bytes, width: int, height: int) -> tuple[Raster, str]:
    """Pixels and recipe digest of a PNG of just this size; anything else is refused unread."""
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
            if image.size != (width, height):
                found = f"{image.size[0]} x {image.size[1]}"
                raise NotAnArtefact(
                    f"the picture is {found} pixels, the recipe asks {width} x {height}"
                )
            digest = str(image.info.get(DIGEST_KEY, ""))
            return Raster(width, height, image.convert("RGB").tobytes()), digest
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as cause:
        raise NotAnArtefact(f"the file is no readable PNG picture: {cause}") from cause
