"""State what the operator's own model lets people choose; light, and nothing where there is none.

The environment names the model: `ATELIER_MODEL` is a folder that `python -m generation adopt` has
looked at. The card's version holds the beginning of its digest, so that a recipe means one model.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generation.adapters.model import Model, known
from generation.painter.card import CARD as PAINTER
from generation.schema import Card, Choice, Option, Range

VARIABLE: Final = "ATELIER_MODEL"
RELEASE: Final = "1"
NEEDED: Final = ("accelerate", "diffusers", "transformers")
PLAIN: Final = "plain"
NOISE, PAINTER_FIRST = "noise", "painter"


def offered() -> Card | None:
    """The card of the model that the environment names, if it names one.

    Raises `WeightsRefused` or `ValueError` where it names one that cannot be used, and says why.
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        return None
    model = known(Path(folder))
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise ValueError(
            f"{VARIABLE} names {model.title}, but {', '.join(missing)} is not installed; "
            "install Atelier with the extra [adapters]"
        )
    return card(model)


def card(model: Model) -> Card:
    """What can be chosen with a model."""
    return Card(
        name="diffusers",
        version=f"{RELEASE}+{model.digest[:12]}",
        title=model.title,
        summary="A model of this installation's own, by its own reading of your words.",
        engine="generation.adapters.diffusion:ENGINE",
        parameters=(
            Choice(
                "start",
                "Start",
                "What the model begins with.",
                (
                    Option(NOISE, "Noise", "Text to image: nothing but the words."),
                    Option(PAINTER_FIRST, "Our painter", "Image to image: the painter's picture."),
                ),
                NOISE,
            ),
            Range(
                "change",
                "Change",
                "How much of the painter's picture is made anew.",
                50,
                1000,
                600,
                step=50,
                unit="‰",
            ),
            Range("steps", "Steps", "How often the model looks again.", 1, 100, 30),
            Range(
                "guidance",
                "Guidance",
                "How literally the words are taken, in tenths.",
                0,
                200,
                75,
                step=5,
            ),
            Choice("finish", "Finish", "What our painter does with it.", _finishes(), PLAIN),
            # Not `size`: in another size a model makes another picture, so looks are never smaller.
            Range("edge", "Edge", "Width and height.", 64, 1024, 512, step=64, unit="px"),
        ),
        weights=(model.digest,),
        libraries=("accelerate", "diffusers", "numpy", "pillow", "safetensors", "torch",
                   "transformers"),
        promise="C",
        provenance="attested",
    )  # fmt: skip


def _finishes() -> tuple[Option, ...]:
    """As it is, or painted in one of the painter's styles."""
    style = PAINTER.parameter("style")
    styles = style.options if isinstance(style, Choice) else ()
    plain = Option(PLAIN, "As it is", "Nothing is painted over it.")
    return (plain, *(option for option in styles if option.value != "auto"))


CARD = offered()
