"""Say how well pictures and words agree, by a CLIP model of the operator's own.

Scores are the cosine of both embeddings in thousandths: they rank what one model saw, and say
nothing across models.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generation.adapters.model import Model, known, offline, require
from generation.engine import Raster
from generation.errors import NotAnArtefact, WeightsRefused

KIND: Final = "CLIPModel"
MOST_AT_ONCE: Final = 64
MOST_PIXELS: Final = 2**26
EDGE: Final = 1024


@dataclass(frozen=True, slots=True)
class Clip:
    """A loaded model; make it with `load`."""

    model: Model
    network: Any
    processor: Any

    def score(self, pictures: Sequence[Raster], texts: Sequence[str]) -> NDArray[np.int64]:
        """Agreement in thousandths, (P, T): how much each picture is like each text."""
        if not pictures or not texts or max(len(pictures), len(texts)) > MOST_AT_ONCE:
            raise ValueError(f"give 1 to {MOST_AT_ONCE} pictures and as many texts")
        import torch
        from PIL import Image

        shown = [Image.frombytes("RGB", (one.width, one.height), one.rgb) for one in pictures]
        asked = self.processor(
            text=list(texts), images=shown, return_tensors="pt", padding=True, truncation=True
        )
        with torch.no_grad():
            found = self.network(**asked)
        pair = (found.image_embeds.double(), found.text_embeds.double())
        seen, said = (one / one.norm(dim=-1, keepdim=True) for one in pair)  # (P, D), (T, D)
        cosine = (seen @ said.T).numpy()  # (P, T)
        return np.asarray(np.rint(cosine * 1000), np.int64)


def seen(content: bytes) -> Raster:
    """A picture in a file as CLIP sees it: no larger than needed; raises `NotAnArtefact`."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NotAnArtefact(f"the picture has more than {MOST_PIXELS} pixels")
            shown = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as cause:
        raise NotAnArtefact(f"the file is no readable picture: {cause}") from cause
    shown.thumbnail((EDGE, EDGE))
    return Raster(*shown.size, shown.tobytes())


def load(folder: Path) -> Clip:
    """The model of an adopted folder; raises `WeightsRefused` for any other folder or model."""
    model = known(folder)
    if model.kind != KIND:
        raise WeightsRefused(f"{folder} holds a {model.kind or 'nameless model'}, not a {KIND}")
    require(model)
    offline()
    from transformers import CLIPModel, CLIPProcessor

    network: Any = CLIPModel.from_pretrained(
        str(folder), local_files_only=True, use_safetensors=True
    )
    processor = CLIPProcessor.from_pretrained(str(folder), local_files_only=True)
    return Clip(model, network.eval(), processor)
