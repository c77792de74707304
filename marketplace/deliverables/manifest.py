"""Sign a copy of the master with a C2PA manifest: who made it, by what means, and from what."""

import json
from importlib.metadata import version
from io import BytesIO
from typing import Any, Final

from generation.recipe import Recipe
from marketplace.deliverables import label
from marketplace.deliverables.credential import Credential

PNG: Final = "image/png"
RECIPE: Final = "org.atelier.recipe"  # our assertion: what the picture can be made from again


def sign(master: bytes, title: str, recipe: Recipe, credential: Credential) -> bytes:
    """The same picture as PNG with a signed manifest; two signatures are never the same bytes."""
    import c2pa

    info = c2pa.C2paSignerInfo(
        c2pa.C2paSigningAlg.ES256, credential.chain, credential.key, None
    )  # no time authority: a worker asks nobody
    signed = BytesIO()
    with c2pa.Signer.from_info(info) as signer, c2pa.Builder(content(title, recipe)) as builder:
        for parent in recipe.parents:
            ingredient = {"title": f"ipfs://{parent}", "relationship": "inputTo"}
            named = json.dumps({"metadata": f"ipfs://{parent}"}).encode()
            builder.add_ingredient(ingredient, "application/json", BytesIO(named))
        builder.sign(signer, PNG, BytesIO(master), signed)
    return signed.getvalue()


def content(title: str, recipe: Recipe) -> dict[str, Any]:
    """What the manifest claims, by the names that C2PA gives."""
    created = {
        "action": "c2pa.created",
        "digitalSourceType": label.source_type(recipe),
        "softwareAgent": {"name": recipe.engine, "version": recipe.engine_version},
    }
    return {
        "claim_generator_info": [{"name": "Atelier", "version": version("atelier")}],
        "title": title,
        "format": PNG,
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": [created]}},
            {"label": RECIPE, "data": {"recipe_digest": f"0x{recipe.digest}"}},
        ],
    }
