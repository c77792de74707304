"""Render recipes: the only place of the marketplace that reaches what draws."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from generation import artefact, registry, verdict
from generation import receipt as receipts
from generation.engine import Progress, Raster
from generation.errors import RenderError
from generation.recipe import Recipe, canonical_json, parse
from generation.schema import Range
from generation.verdict import Verdict
from marketplace.deliverables import picture

EDGE: Final = 320  # of a look, in pixels
WEBP: Final = "image/webp"
PNG: Final = "image/png"
MOST_LOOK_BYTES: Final = 64 * 1024
SIZE: Final = "size"  # the parameter by which engines that draw pictures name their edge
QUALITIES: Final = (82, 60, 30, 5)


class OnProgress(Protocol):
    """Hears how far a rendering is; may raise to stop it."""

    def __call__(self, permille: int, stage: str, preview: bytes | None = None) -> None:
        """Parts of a thousand, what goes on, and now and then a small WebP of it."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A finished artefact, the digests that prove it, and by name the files that go with it."""

    png: bytes
    media_type: str
    width: int
    height: int
    sha256: str
    pixel_sha256: str
    plan_sha256: str
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """A small look of what a recipe makes; proves nothing."""

    content: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What a work's metadata says of how it was made; `facts` are its width and height."""

    plan_sha256: str
    media_type: str
    sha256: str
    sample_sha256: str
    facts: Mapping[str, int]


class Render(Protocol):
    """What the studio asks of a renderer."""

    def __call__(self, recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        """Render the recipe, telling how far it has come."""


class Sketch(Protocol):
    """What the studio asks of a renderer in a hurry."""

    def __call__(self, recipe: Recipe, on_progress: OnProgress | None = None) -> Preview:
        """Draw a small look of the recipe."""


def render(recipe: Recipe | Mapping[str, Any], on_progress: OnProgress | None = None) -> Rendering:
    """Render here and now; heavy. `GenerationError` says why it could not be done."""
    asked = _parsed(recipe)
    made = artefact.render(asked, _heard(on_progress))
    plan = canonical_json(artefact.planned(asked).as_dict())
    pictures = picture.companions(made.content) if made.media_type == PNG else {}
    return Rendering(
        made.png,
        made.media_type,
        made.width,
        made.height,
        made.sha256,
        made.pixel_sha256,
        made.plan_sha256,
        {"plan.json": plan, "receipt.json": receipts.of(asked, made).canonical(), **pictures},
    )


def sketch(recipe: Recipe | Mapping[str, Any], on_progress: OnProgress | None = None) -> Preview:
    """Draw the recipe at its engine's smallest size, and shrink that to `EDGE`.

    Of a work that is no picture, the last preview stands for it.
    """
    seen: list[Raster] = []
    hear = _heard(on_progress)

    def remember(progress: Progress) -> None:
        if isinstance(progress.preview, Raster):
            seen[:] = [progress.preview]
        if hear:
            hear(progress)

    _, _, sample = artefact.draw(_smallest(_parsed(recipe)), remember)
    if isinstance(sample, Raster):
        seen[:] = [sample]
    if not seen:
        raise RenderError("the engine shows no picture of its works on the way to them")
    content, width, height = look(seen[0])
    return Preview(content, WEBP, width, height)


def look(raster: Raster, edge: int = EDGE) -> tuple[bytes, int, int]:
    """A small WebP of a picture: its bytes (`MOST_LOOK_BYTES` at most), its width and height."""
    from PIL import Image

    picture = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    picture.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    for quality in QUALITIES:
        file = io.BytesIO()
        picture.save(file, "WEBP", quality=quality, method=4)
        if file.tell() <= MOST_LOOK_BYTES:
            break
    return file.getvalue(), *picture.size


def compare(
    recipe: Recipe | Mapping[str, Any],
    content: bytes,
    plan_sha256: str,
    on_progress: OnProgress | None = None,
) -> Verdict:
    """Render the recipe again and judge how near the content comes to it; heavy."""
    return verdict.verify(
        _parsed(recipe), content, plan_sha256=plan_sha256, on_progress=_heard(on_progress)
    )


def judge(
    recipe: Recipe | Mapping[str, Any],
    content: bytes,
    stated: Stated,
    on_progress: OnProgress | None = None,
) -> Verdict:
    """Render the recipe again and judge the content and all that is stated of it; heavy."""
    asked = _parsed(recipe)
    receipt = receipts.Receipt(
        recipe=asked,
        plan_sha256=stated.plan_sha256,
        media_type=stated.media_type,
        artefact_sha256=stated.sha256,
        sample_sha256=stated.sample_sha256,
        facts=stated.facts,
        environment=asked.fingerprint,
        promise=registry.card(asked.engine, asked.engine_version).promise,
    )
    return verdict.verify_receipt(receipt, content, on_progress=_heard(on_progress))


def _parsed(recipe: Recipe | Mapping[str, Any]) -> Recipe:
    return recipe if isinstance(recipe, Recipe) else parse(recipe)


def _smallest(recipe: Recipe) -> Recipe:
    """The same work, as small as its engine draws; a size never changes what is drawn."""
    parameter = registry.card(recipe.engine, recipe.engine_version).parameter(SIZE)
    if not isinstance(parameter, Range):
        return recipe
    content = recipe.as_dict()
    content["parameters"] |= {SIZE: parameter.minimum}
    return parse(content)


def _heard(on_progress: OnProgress | None) -> Callable[[Progress], None] | None:
    if on_progress is None:
        return None

    def hear(progress: Progress) -> None:
        preview = look(progress.preview)[0] if progress.preview else None
        on_progress(progress.permille, progress.stage, preview)

    return hear
