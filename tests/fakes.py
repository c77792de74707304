"""Stand-ins for what is heavy or far away; each passes the tests of the real thing."""

import hashlib
import io

from generation.receipt import Receipt
from generation.recipe import Recipe, canonical_json
from marketplace.adapters.renderer import OnProgress, Preview, Rendering
from marketplace.deliverables import picture

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
    plan = canonical_json({"engine": recipe.engine, "size": SIDE})
    digest = hashlib.sha256(rgb).hexdigest()
    return Rendering(
        png=png,
        media_type="image/png",
        width=SIDE,
        height=SIDE,
        sha256=hashlib.sha256(png).hexdigest(),
        pixel_sha256=digest,
        plan_sha256=hashlib.sha256(plan).hexdigest(),
        files={"plan.json": plan, "receipt.json": _receipt(recipe, png, digest, plan)}
        | picture.companions(png),
    )


def sketch(recipe: Recipe, on_progress: OnProgress | None = None) -> Preview:
    """The same picture as a look."""
    made = render(recipe, on_progress)
    return Preview(made.png, made.media_type, made.width, made.height)


def _receipt(recipe: Recipe, png: bytes, pixels: str, plan: bytes) -> bytes:
    return Receipt(
        recipe=recipe,
        plan_sha256=hashlib.sha256(plan).hexdigest(),
        media_type="image/png",
        artefact_sha256=hashlib.sha256(png).hexdigest(),
        sample_sha256=pixels,
        facts={"width": SIDE, "height": SIDE},
        environment=recipe.fingerprint,
        promise="B",
    ).canonical()
