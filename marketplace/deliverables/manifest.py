"""Sign a copy of the master with a C2PA manifest: who made it, by what means, and from what.

Of a picture that was made elsewhere it claims no making: it was handed in, by whom, and what the
artist says of machines.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from io import BytesIO
from typing import Any, Final

from generation.recipe import Recipe
from marketplace.deliverables import label
from marketplace.deliverables.credential import Credential

PNG: Final = "image/png"
PICTURES: Final = frozenset({PNG, "image/jpeg", "image/webp", "image/gif"})
RECIPE: Final = "org.atelier.recipe"  # our assertion: what the picture can be made from again
SUBMISSION: Final = (
    "org.atelier.submission"  # and, of one made elsewhere: whose word is all there is
)
_SUBMITTED: Final = "submitted"  # what the manifest calls the picture as it was handed in
_PLAIN: Final = {"builder": {"thumbnail": {"enabled": False}}}  # the picture itself is beside it


class NotSigned(Exception):
    """The picture takes no manifest; the message says why."""


def sign(master: bytes, title: str, recipe: Recipe, credential: Credential) -> bytes:
    """The same picture as PNG with a signed manifest; two signatures are never the same bytes."""
    named = [
        (
            {"title": f"ipfs://{parent}", "relationship": "inputTo"},
            "application/json",
            json.dumps({"metadata": f"ipfs://{parent}"}).encode(),
        )
        for parent in recipe.parents
    ]
    return _signed(master, PNG, content(title, recipe), named, credential)


def sign_submitted(
    work: bytes, media_type: str, title: str, said: Mapping[str, str], credential: Credential
) -> bytes:
    """A picture that was made elsewhere, with a signed manifest; `said` is the artist's word.

    Raises `NotSigned` for a picture that the C2PA library cannot put a manifest into.
    """
    import c2pa

    handed_in = {"title": title, "relationship": "parentOf", "label": _SUBMITTED}
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": [_SUBMITTED]}}
    claims = _claims(title, media_type, opened, {"label": SUBMISSION, "data": dict(said)})
    try:
        return _signed(work, media_type, claims, [(handed_in, media_type, work)], credential)
    except c2pa.C2paError as error:
        raise NotSigned(f"{title!r} takes no manifest: {error}") from error


def _signed(
    picture: bytes,
    media_type: str,
    claims: Mapping[str, Any],
    ingredients: Sequence[tuple[dict[str, str], str, bytes]],
    credential: Credential,
) -> bytes:
    import c2pa

    info = c2pa.C2paSignerInfo(
        c2pa.C2paSigningAlg.ES256, credential.chain, credential.key, None
    )  # no time authority: a worker asks nobody
    signed = BytesIO()
    with (
        c2pa.Signer.from_info(info) as signer,
        c2pa.Context.from_dict(_PLAIN) as context,
        c2pa.Builder(dict(claims), context) as builder,
    ):
        for ingredient, kind, held in ingredients:
            builder.add_ingredient(ingredient, kind, BytesIO(held))
        builder.sign(signer, media_type, BytesIO(picture), signed)
    return signed.getvalue()


def content(title: str, recipe: Recipe) -> dict[str, Any]:
    """What the manifest claims, by the names that C2PA gives."""
    created = {
        "action": "c2pa.created",
        "digitalSourceType": label.source_type(recipe),
        "softwareAgent": {"name": recipe.engine, "version": recipe.engine_version},
    }
    made_from = {"label": RECIPE, "data": {"recipe_digest": f"0x{recipe.digest}"}}
    return _claims(title, PNG, created, made_from)


def _claims(
    title: str, media_type: str, action: Mapping[str, Any], ours: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "claim_generator_info": [{"name": "Atelier", "version": version("atelier")}],
        "title": title,
        "format": media_type,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}, ours],
    }
