"""Make pictures with the operator's own diffusion model, and paint over them where that is asked.

Chance is drawn on the CPU from the recipe's seed (rule of the house), so that a GPU changes digits
and not the picture's idea. Nobody who lacks the model can make the work again: it is attested.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from generation.adapters.card import CARD, NOISE, PLAIN
from generation.adapters.model import known, offline, require
from generation.dice import Dice
from generation.engine import Plan, Progress, Raster
from generation.errors import EngineBroken, RenderError
from generation.painter.arrange import arrange
from generation.painter.edition import SECOND
from generation.painter.field import Field, settle
from generation.painter.plan import PainterPlan
from generation.painter.scene import compose, direction
from generation.painter.style.paint import paint, thumbnail
from generation.recipe import Recipe
from generation.recipe import compose as recipe_of
from generation.schema import Card

if TYPE_CHECKING:
    from PIL import Image

GRAIN_STEPS: Final = 4096  # to which a frame is rounded before it is painted over
SEEDS: Final = 2**63  # what torch takes
GREY: Final = (0.299, 0.587, 0.114)


@dataclass(frozen=True, slots=True)
class DiffusionPlan:
    """What the model is told, in whole numbers and words."""

    prompt: str
    seed: int
    edge: int
    steps: int
    guidance: int
    change: int
    finish: str
    model: str
    first: PainterPlan | None

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data."""
        return asdict(self) | {"first": None if self.first is None else self.first.as_dict()}


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished picture as something to paint: relief by lightness, all of it subject."""

    target: Field  # (S, S, 3)
    subject: Field  # (S, S)
    height: Field  # (S, S)
    light: tuple[float, float]


class Diffusion:
    """The engine behind `adapters.card`; its model is loaded with the first work."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self._pipe: Any = None

    def plan(self, recipe: Recipe) -> DiffusionPlan:
        """The recipe's choices, and the painter's plan where the painter begins."""
        has_painter = recipe.text("start") != NOISE
        return DiffusionPlan(
            prompt=recipe.prompt,
            seed=recipe.seed,
            edge=recipe.whole("edge"),
            steps=recipe.whole("steps"),
            guidance=recipe.whole("guidance"),
            change=recipe.whole("change") if has_painter else 1000,
            finish=recipe.text("finish"),
            model=self.card.weights[0],
            first=_painters(recipe) if has_painter else None,
        )

    def render(self, plan: Plan) -> Generator[Progress, None, Raster]:
        """Diffuse, then paint over it where that was asked."""
        if not isinstance(plan, DiffusionPlan):
            raise TypeError(f"{self.card.name} makes its own plans, not {type(plan).__name__}")
        yield Progress(0, "loading the model")
        pipe = self._loaded()
        first = None
        if plan.first is not None:
            yield Progress(30, "the painter begins")
            first = _image(compose(plan.first).target, plan.edge)
        frame = yield from _diffused(pipe, plan, first)
        if plan.finish == PLAIN:
            yield Progress(1000, "done")
            return Raster(*frame.size, frame.tobytes())
        return (yield from _painted(frame, plan))

    def _loaded(self) -> Any:
        """The pipeline, from files that are the ones the card names; weights as data alone."""
        if self._pipe is not None:
            return self._pipe
        model = known(_folder())
        if (model.digest,) != self.card.weights:
            raise EngineBroken(f"{model.folder} holds another model than {self.card.version}")
        require(model)
        offline()
        import torch
        from diffusers import AutoPipelineForText2Image

        is_gpu = torch.cuda.is_available()
        loader: Any = AutoPipelineForText2Image
        pipe = loader.from_pretrained(
            str(model.folder),
            local_files_only=True,
            use_safetensors=True,
            torch_dtype=torch.bfloat16 if is_gpu else torch.float32,
        )
        pipe.set_progress_bar_config(disable=True)
        self._pipe = pipe.to("cuda" if is_gpu else "cpu")
        return self._pipe


def _folder() -> Any:
    import os
    from pathlib import Path

    from generation.adapters.card import VARIABLE

    folder = os.environ.get(VARIABLE)
    if not folder:
        raise EngineBroken(f"{VARIABLE} names no model any more")
    return Path(folder)


def _painters(recipe: Recipe) -> PainterPlan:
    """What the painter would paint of the same words and seed; always the same version of it."""
    wanted = recipe_of("painter", {"size": 512}, seed=recipe.seed, prompt=recipe.prompt)
    plan = arrange(replace(wanted, engine_version=SECOND.version))
    if not isinstance(plan, PainterPlan):
        raise TypeError(f"the painter planned a {type(plan).__name__}")
    return plan


def _diffused(
    pipe: Any, plan: DiffusionPlan, first: Image.Image | None
) -> Generator[Progress, None, Image.Image]:
    """The model's picture; the model runs in a thread and says after each step that it did it."""
    said: queue.Queue[int | Image.Image | BaseException] = queue.Queue()
    is_over = threading.Event()

    def step(_pipe: Any, number: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
        if is_over.is_set():
            raise RenderError("nobody waits for it any more")
        said.put(number + 1)
        return kept

    def run() -> None:
        try:
            said.put(_asked(pipe, plan, first, step))
        except BaseException as error:  # told to whoever waits
            said.put(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    try:
        while True:
            heard = said.get()
            if isinstance(heard, int):
                done = 50 + 750 * heard // max(1, plan.steps)
                yield Progress(min(800, done), f"step {heard} of {plan.steps}")
            elif isinstance(heard, BaseException):
                raise heard
            else:
                return heard
    finally:
        is_over.set()


def _asked(pipe: Any, plan: DiffusionPlan, first: Image.Image | None, step: Any) -> Image.Image:
    import torch

    asked: dict[str, Any] = {
        "prompt": plan.prompt,
        "num_inference_steps": plan.steps,
        "guidance_scale": plan.guidance / 10,
        "generator": torch.Generator("cpu").manual_seed(plan.seed % SEEDS),
        "callback_on_step_end": step,
    }
    if first is None:
        made = pipe(height=plan.edge, width=plan.edge, **asked)
    else:
        from diffusers import AutoPipelineForImage2Image

        again = AutoPipelineForImage2Image.from_pipe(pipe)
        again.set_progress_bar_config(disable=True)
        made = again(image=first, strength=plan.change / 1000, **asked)
    picture: Image.Image = made.images[0].convert("RGB")
    if picture.size != (plan.edge, plan.edge):
        raise RenderError(
            f"the model made {picture.size[0]} x {picture.size[1]} pixels, not {plan.edge} square; "
            "it cannot be used here"
        )
    return picture


def _painted(frame: Image.Image, plan: DiffusionPlan) -> Generator[Progress, None, Raster]:
    """The frame painted in a style of ours."""
    target = settle(np.asarray(frame, np.float64) / 255, GRAIN_STEPS)
    height = settle(target @ np.array(GREY), GRAIN_STEPS)
    light = (-0.6, -0.8) if plan.first is None else direction(plan.first)
    motif = Frame(target, np.ones_like(height), height, light)
    yield Progress(820, "our painter takes over", thumbnail(target))
    painting = yield from _late(
        paint(motif, SECOND.styles[plan.finish], Dice(str(plan.seed), "finish"))
    )
    picture: Raster = painting.raster(plan.edge)
    yield Progress(1000, "done")
    return picture


def _late(steps: Generator[Progress, None, Any]) -> Generator[Progress, None, Any]:
    """The same steps as the last fifth of a whole."""
    try:
        while True:
            one = next(steps)
            yield Progress(820 + one.permille * 17 // 100, one.stage, one.preview)
    except StopIteration as end:
        return end.value


def _image(target: Field, size: int) -> Image.Image:
    from PIL import Image

    pixels = np.round(np.clip(target, 0, 1) * 255).astype(np.uint8)
    return Image.fromarray(pixels, "RGB").resize((size, size), Image.Resampling.LANCZOS)


if CARD is None:
    raise ImportError("no model is named here")
ENGINE = Diffusion(CARD)
