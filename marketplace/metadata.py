"""Write the metadata that is minted, and read anybody's as the untrusted content that it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from generation import registry
from generation.recipe import Recipe, canonical_json

LICENCE: Final = "CC-BY-NC-4.0"
SCHEME: Final = "ipfs://"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
CidText = Annotated[str, Field(pattern=r"^b[a-z2-7]{58}$")]
Side = Annotated[int, Field(ge=1, le=32768)]

# How far anybody can check where a work comes from: by making it again; by the maker's word for
# how it was made; by the artist's word alone.
Provenance = Literal["rerunnable", "attested", "submitted"]
ATTESTED: Final = "attested"
SUBMITTED: Final = "submitted"


class MetadataFaulty(Exception):
    """Bytes that are not a work's metadata."""


class Artefact(BaseModel):
    """The file that collectors look at, and the digests that prove it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cid: CidText
    sha256: Sha256
    media_type: str = Field(max_length=80)
    width: Side | None = None  # a sound has none
    height: Side | None = None
    duration_ms: int | None = Field(default=None, ge=1, le=2**31 - 1)
    frames: int | None = Field(default=None, ge=2, le=2**31 - 1)
    triangles: int | None = Field(default=None, ge=0, le=2**31 - 1)
    pixel_sha256: Sha256 | None = None  # of what was rendered


class Preview(BaseModel):
    """A smaller copy of the artefact, which pages may show in its place."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cid: CidText
    media_type: str = Field(max_length=80)
    width: Side
    height: Side


class Metadata(BaseModel):
    """What a token says about its work; fields that we do not know are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(max_length=200)
    description: str = Field(default="", max_length=8000)
    image: str = Field(max_length=200, pattern=r"^ipfs://")
    animation_url: str | None = Field(default=None, max_length=200, pattern=r"^ipfs://")
    creator: str = Field(pattern=r"^0x[0-9a-fA-F]{40}$")
    licence: str = Field(default="", max_length=80)
    provenance: Provenance = "rerunnable"  # the only one when works did not say it
    ai_generated: bool = True
    sensitive: bool = False
    artefact: Artefact
    preview: Preview | None = None
    folder: CidText | None = None  # artefact, previews and all that says how it was made
    signed: CidText | None = None  # a copy of the artefact with a C2PA manifest
    recipe: dict[str, Any] | None = None
    recipe_digest: str | None = Field(default=None, pattern=r"^0x[0-9a-f]{64}$")
    plan_sha256: Sha256 | None = None
    attributes: list[dict[str, Any]] = Field(default_factory=list, max_length=100)

    @model_validator(mode="after")
    def _has_what_its_provenance_says(self) -> Self:
        """What was made here has a recipe; what was submitted has none."""
        artefact = self.artefact
        made: dict[str, object] = {
            "recipe": self.recipe,
            "recipe_digest": self.recipe_digest,
            "plan_sha256": self.plan_sha256,
            "artefact.pixel_sha256": artefact.pixel_sha256,
        }
        if self.provenance == SUBMITTED:
            made.pop("artefact.pixel_sha256")
            if wrong := [name for name, value in made.items() if value is not None]:
                raise ValueError(f"a submitted work has no {wrong[0]}")
            return self
        made |= {"artefact.width": artefact.width, "artefact.height": artefact.height}
        if missing := [name for name, value in made.items() if value is None]:
            raise ValueError(f"{missing[0]} is missing, and a {self.provenance} work has it")
        return self

    @property
    def made(self) -> "Made | None":
        """How it was made, where it was made here."""
        if self.recipe is None or self.recipe_digest is None or self.plan_sha256 is None:
            return None
        artefact = self.artefact
        facts = {"width": artefact.width or 0, "height": artefact.height or 0}
        sample_sha256 = artefact.pixel_sha256 or ""
        return Made(self.recipe, self.recipe_digest, self.plan_sha256, sample_sha256, facts)

    @property
    def is_picture(self) -> bool:
        """Whether the artefact is what viewers show; of sound, say, they show a picture."""
        return self.artefact.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Made:
    """What a work was made from, and what came of that before it became a file."""

    recipe: dict[str, Any]
    recipe_digest: str
    plan_sha256: str
    sample_sha256: str
    facts: Mapping[str, int]


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
        "provenance": registry.card(recipe.engine, recipe.engine_version).provenance,
        "ai_generated": True,
        "sensitive": False,
        "artefact": artefact.model_dump(exclude_none=True),
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
