"""Stand-ins for what is heavy or far away; each passes the tests of the real thing."""

import hashlib
import io
from collections.abc import Mapping
from typing import Any

from generation.receipt import Receipt
from generation.recipe import Recipe, canonical_json, compose, parse
from marketplace.adapters.finder import Find, Question
from marketplace.adapters.renderer import Judgement, OnProgress, Preview, Rendering, Stated
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


def make_again(
    recipe: Mapping[str, Any],
    content: bytes,
    stated: Stated,
    on_progress: OnProgress | None = None,
) -> Judgement:
    """Whether the content is byte for byte what `render` makes."""
    made = render(parse(recipe), on_progress)
    is_it = content == made.png
    return Judgement(
        level="A" if is_it else "fail",
        promise="B",
        reason="the same file, byte for byte" if is_it else "another picture",
        rungs=(("plan", True, "equal"), ("samples", is_it, "equal" if is_it else "differ")),
        measures={},
        environment=dict(parse(recipe).fingerprint),
        departures=(),
        sample_sha256=made.pixel_sha256,
        differing=0 if is_it else SIDE * SIDE,
        largest=0 if is_it else 255,
        pictures={"again.webp": made.files["thumbnail.webp"], "difference.webp": made.png},
    )


def find(
    question: Question, liked: bytes | None = None, on_progress: OnProgress | None = None
) -> list[Find]:
    """Recipes that depend on the question alone, at once; a reason tells of each."""
    if on_progress:
        on_progress(500, "looking")
    content = dict(question.recipe or compose("painter", {}, seed=0).as_dict())
    told = {"kind": "closer", "facts": {"gain": 120}, "en": "Closer.", "zh": "更近。"}
    return [
        Find({**content, "seed": question.seed + number}, [told])
        for number in range(question.number)
    ]


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
