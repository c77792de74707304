"""Stand-ins for what is heavy or far away; each passes the tests of the real thing."""

import hashlib
import io

from generation.recipe import Recipe, canonical_json
from marketplace.adapters.renderer import OnProgress, Preview, Rendering

SIDE = 16


def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
    """A small picture that depends on the recipe alone, at once."""
    from PIL import Image

    if on_progress:
        on_progress(500, "painting")
    seed = hashlib.sha256(recipe.canonical()).digest()
    rgb = bytes(byte for _ in range(SIDE * SIDE // 8) for byte in seed[:24])
    file = io.BytesIO()
    Image.frombytes("RGB", (SIDE, SIDE), rgb).save(file, "PNG")
    png = file.getvalue()
    return Rendering(
        png=png,
        media_type="image/png",
        width=SIDE,
        height=SIDE,
        sha256=hashlib.sha256(png).hexdigest(),
        pixel_sha256=hashlib.sha256(rgb).hexdigest(),
        plan_sha256=hashlib.sha256(canonical_json(recipe.as_dict())).hexdigest(),
    )


def sketch(recipe: Recipe, on_progress: OnProgress | None = None) -> Preview:
    """The same picture as a look."""
    made = render(recipe, on_progress)
    return Preview(made.png, made.media_type, made.width, made.height)
