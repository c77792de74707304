"""Take imprints of pictures: the only place of the marketplace that reaches what compares them."""

from typing import Final, Protocol

from generation.imprint import sight
from generation.imprint.align import Fit, Layer
from generation.imprint.imprint import ALIKE, FORM, PLANES, VIEWS, Imprint, compare, layer, take
from generation.imprint.phash import TURNS

__all__ = [
    "ALIKE",
    "FORM",
    "PLANES",
    "TURNS",
    "VIEWS",
    "Fit",
    "Imprint",
    "Layer",
    "TakeImprint",
    "compare",
    "layer",
    "model",
    "take",
]


class TakeImprint(Protocol):
    """What comparing asks of whoever decodes strangers' pictures."""

    def __call__(self, content: bytes) -> Imprint:
        """The imprint of a picture's file; a `GenerationError` says why there is none."""


model: Final = sight.model  # the digest of the weights by which pictures look alike here
