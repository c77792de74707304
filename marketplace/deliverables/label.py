"""Label a work as made by a machine, in words and in the terms that programs look for."""

from typing import Any, Final

from generation import registry
from generation.recipe import Recipe, canonical_json

_TERMS: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
ALGORITHM: Final = f"{_TERMS}algorithmicMedia"  # rules alone; no sampled training data
TRAINED: Final = f"{_TERMS}trainedAlgorithmicMedia"
AGAIN: Final = {
    "rerunnable": "anybody can make it again",
    "attested": "only who has its model, which the receipt names by digest, can make it again",
}


def source_type(recipe: Recipe) -> str:
    """IPTC's digital source type: whether trained weights had a part in it, or rules alone."""
    return TRAINED if recipe.weights else ALGORITHM


def content(recipe: Recipe) -> dict[str, Any]:
    """What the label says, as plain JSON data."""
    maker = f"{recipe.engine} {recipe.engine_version}"
    provenance = registry.card(recipe.engine, recipe.engine_version).provenance
    by = "with trained networks" if recipe.weights else "by rules, without a trained network"
    return {
        "ai_generated": True,
        "digital_source_type": source_type(recipe),
        "engine": maker,
        "weights": list(recipe.weights),
        "recipe_digest": f"0x{recipe.digest}",
        "provenance": provenance,
        "statement": (
            f"A machine made this work: the engine {maker} drew it {by}, from a recipe that a "
            f"person chose. The receipt beside it says how; {AGAIN[provenance]}."
        ),
    }


def text(recipe: Recipe) -> bytes:
    """The file that lies beside the work."""
    return canonical_json(content(recipe))
