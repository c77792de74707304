"""Render recipes: the only place of the marketplace that reaches what draws."""

import io
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Protocol, Self

from generation import artefact, fingerprint, registry, verdict
from generation import receipt as receipts
from generation.engine import Progress, Raster, Sample
from generation.errors import RenderError
from generation.recipe import Recipe, canonical_json, parse
from generation.schema import Range
from generation.verdict import OnPair, Verdict
from marketplace.adapters import difference
from marketplace.adapters.difference import Difference
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

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for the other process."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of making a work again: the ladder, where it was made, and how it looks.

    `rungs` are what was compared, whether it is equal, and what was seen. `departures` say where
    `environment` is not the one that the recipe records. Of two pictures `differing` counts the
    pixels that are not the same, and `pictures` show the second one and where they differ.
    """

    level: str
    promise: str
    reason: str
    rungs: tuple[tuple[str, bool, str], ...]
    measures: Mapping[str, float] | None
    environment: Mapping[str, str]
    departures: tuple[str, ...]
    sample_sha256: str
    differing: int | None = None
    largest: int | None = None  # of the differences, of 255
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain data; the pictures go by themselves."""
        return {**asdict(self), "pictures": {}}

    @classmethod
    def of(cls, content: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Self:
        """From plain data."""
        rungs = tuple((str(name), bool(holds), str(seen)) for name, holds, seen in content["rungs"])
        departures = tuple(content["departures"])
        known = {**content, "rungs": rungs, "departures": departures, "pictures": pictures}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Hand:
    """What a picture lends to another: its colours, most of it first, and the hand that made it.

    `style` names the style that the hand comes nearest to; both are None where no trained network
    is at hand.
    """

    swatches: tuple[str, ...]
    style: str | None
    vector: tuple[int, ...] | None


class MakeAgain(Protocol):
    """What a verification asks of a renderer."""

    def __call__(
        self,
        recipe: Mapping[str, Any],
        content: bytes,
        stated: Stated,
        on_progress: OnProgress | None = None,
    ) -> Judgement:
        """Render the recipe and judge somebody's file by it."""


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


def judge(
    recipe: Recipe | Mapping[str, Any],
    content: bytes,
    stated: Stated,
    on_progress: OnProgress | None = None,
    on_pair: OnPair | None = None,
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
    return verdict.verify_receipt(
        receipt, content, on_progress=_heard(on_progress), on_pair=on_pair
    )


def make_again(
    recipe: Recipe | Mapping[str, Any],
    content: bytes,
    stated: Stated,
    on_progress: OnProgress | None = None,
) -> Judgement:
    """Judge, and show both pictures where it is pictures that were compared; heavy."""
    asked = _parsed(recipe)
    compared: list[Difference] = []

    def compare(ours: Sample, theirs: Sample) -> None:
        if isinstance(ours, Raster) and isinstance(theirs, Raster):
            compared.append(difference.between(ours.width, ours.height, ours.rgb, theirs.rgb))

    found = judge(asked, content, stated, on_progress, compare)
    seen = compared[0] if compared else None
    card = registry.card(asked.engine, asked.engine_version)
    return Judgement(
        level=str(found.level),
        promise=str(found.promise),
        reason=found.reason,
        rungs=tuple((rung.name, rung.holds, rung.seen) for rung in found.rungs),
        measures=dict(found.measures) if found.measures is not None else None,
        environment=fingerprint.current_fingerprint(card),
        departures=found.environment,
        sample_sha256=found.sample_sha256,
        differing=seen.differing if seen else None,
        largest=seen.largest if seen else None,
        pictures=seen.pictures if seen else {},
    )


def hand(width: int, height: int, rgb: bytes) -> Hand:
    """Read colours and hand off a picture, 8-bit RGB; of a megapixel, tenths of a second."""
    import numpy as np

    from generation.network import shipped, style
    from generation.painter.style.palette_transfer import swatches

    picture = np.frombuffer(rgb, np.uint8).reshape(height, width, 3) / 255
    colours = swatches(picture).hexes()
    if shipped.digest(style.NAME) is None:
        return Hand(colours, None, None)
    found = style.read(Raster(width, height, rgb))
    return Hand(colours, found.style, found.vector)


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
