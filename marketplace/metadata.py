"""Write the metadata that is minted, and read anybody's as the untrusted content that it is."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generation.recipe import Recipe, canonical_json

LICENCE: Final = "CC-BY-NC-4.0"
SCHEME: Final = "ipfs://"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
CidText = Annotated[str, Field(pattern=r"^b[a-z2-7]{58}$")]


class MetadataFaulty(Exception):
    """Bytes that are not a work's metadata."""


class Artefact(BaseModel):
    """The file that collectors look at, and the digests that prove it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cid: CidText
    sha256: Sha256
    media_type: str = Field(max_length=80)
    width: int = Field(ge=1, le=32768)
    height: int = Field(ge=1, le=32768)
    pixel_sha256: Sha256


class Preview(BaseModel):
    """A smaller copy of the artefact, which pages may show in its place."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cid: CidText
    media_type: str = Field(max_length=80)
    width: int = Field(ge=1, le=32768)
    height: int = Field(ge=1, le=32768)


class Metadata(BaseModel):
    """What a token says about its work; fields that we do not know are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(max_length=200)
    description: str = Field(default="", max_length=8000)
    image: str = Field(max_length=200, pattern=r"^ipfs://")
    creator: str = Field(pattern=r"^0x[0-9a-fA-F]{40}$")
    licence: str = Field(default="", max_length=80)
    ai_generated: bool = True
    sensitive: bool = False
    artefact: Artefact
    preview: Preview | None = None
    folder: CidText | None = None  # artefact, previews and all that says how it was made
    signed: CidText | None = None  # a copy of the artefact with a C2PA manifest
    recipe: dict[str, Any]
    recipe_digest: str = Field(pattern=r"^0x[0-9a-f]{64}$")
    plan_sha256: Sha256
    attributes: list[dict[str, Any]] = Field(default_factory=list, max_length=100)


def compose(
    *, title: str, description: str, artist: str, recipe: Recipe, artefact: Artefact, plan: str
) -> dict[str, Any]:
    """The metadata of a new work, from typed fields only: no text is ever joined into JSON."""
    choices = {"engine": recipe.engine, **recipe.parameters, "seed": recipe.seed}
    return {
        "name": title,
        "description": description,
        "image": f"{SCHEME}{artefact.cid}",
        "creator": artist,
        "licence": LICENCE,
        "ai_generated": True,
        "sensitive": False,
        "artefact": artefact.model_dump(),
        "recipe": recipe.as_dict(),
        "recipe_digest": f"0x{recipe.digest}",
        "plan_sha256": plan,
        "attributes": [
            {"trait_type": name, "value": value}
            for name, value in choices.items()
            if not isinstance(value, tuple)  # viewers show texts and numbers
        ],
    }


def shown(image: str) -> tuple[str, str]:
    """The CID that an image's address begins with, and the path below it."""
    cid, _, path = image.removeprefix(SCHEME).partition("/")
    return cid, path


def encode(content: Mapping[str, Any]) -> bytes:
    """The one way to write it: what is pinned, and what the token id is the digest of."""
    return canonical_json(content)


def read(content: bytes) -> Metadata:
    """Check somebody's metadata; `MetadataFaulty` says what is wrong."""
    try:
        known = Metadata.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "metadata"
        raise MetadataFaulty(f"{where}: {first['msg']}") from error
    if _holds_nul(known.model_dump()):
        raise MetadataFaulty("metadata: a text holds U+0000, which no database keeps")
    return known


def _holds_nul(value: object) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(_holds_nul(part) for pair in value.items() for part in pair)
    return isinstance(value, list) and any(map(_holds_nul, value))
