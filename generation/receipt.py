"""State how a work was made, so that anybody can make it again and compare.

A receipt is canonical JSON of

    {"format": 1,
     "recipe": {...},                   what decides the work, weights' digests included
     "plan_sha256": "...",              every decision, before anything is drawn
     "artefact": {"media_type": "image/png", "sha256": "...", "pixel_sha256": "...",
                  "width": 1024, "height": 1024},
     "environment": {"device": "cpu", "numpy": "2.4.6", ...},    what it was made on
     "promise": "B",                    the rung that anybody's verification reaches
     "provenance": "rerunnable"}        or "attested"; older receipts do not say it

where the artefact's third digest has the name that its medium gives it, and its numbers are the
medium's facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generation import check
from generation.artefact import Artefact
from generation.errors import (
    MissingField,
    ReceiptRefused,
    RecipeError,
    RecipeRefused,
    UnknownField,
    ValueOutOfRange,
    WrongType,
)
from generation.recipe import Recipe, canonical_json
from generation.recipe import parse as parse_recipe
from generation.registry import card
from generation.weights import SHA256

FORMAT = 1
MOST_BYTES = 2 * check.MOST_BYTES
MOST_FACT = 2**31 - 1
MOST_FACTS = 16
PROMISES = ("B", "C")
PROVENANCE = "provenance"
FIELDS: dict[str, str] = {
    "format": f"the number {FORMAT}, the format that this release reads",
    "recipe": "a recipe",
    "plan_sha256": "a SHA-256 digest in hex",
    "artefact": "an object of the artefact's media type and digests",
    "environment": check.FIELDS["fingerprint"],
    "promise": "one of " + ", ".join(PROMISES),
}


@dataclass(frozen=True)
class Receipt:
    """What `parse` and `of` return: every field checked."""

    recipe: Recipe
    plan_sha256: str
    media_type: str
    artefact_sha256: str
    sample_sha256: str
    facts: Mapping[str, int]
    environment: Mapping[str, str]
    promise: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))
        object.__setattr__(self, "environment", MappingProxyType(dict(self.environment)))

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data, as it goes into a work's folder."""
        return {
            "format": FORMAT,
            "recipe": self.recipe.as_dict(),
            "plan_sha256": self.plan_sha256,
            "artefact": {
                **self.facts,
                "media_type": self.media_type,
                "sha256": self.artefact_sha256,
                _digest_name(self.recipe): self.sample_sha256,
            },
            "environment": dict(self.environment),
            "promise": self.promise,
            PROVENANCE: self.provenance,
        }

    @property
    def provenance(self) -> str:
        """Whether anybody can make the work again, or only who has the maker's model."""
        return card(self.recipe.engine, self.recipe.engine_version).provenance

    def canonical(self) -> bytes:
        """The one way to write this receipt."""
        return canonical_json(self.as_dict())


def of(recipe: Recipe, artefact: Artefact) -> Receipt:
    """The receipt of a work that was just made here."""
    return Receipt(
        recipe=recipe,
        plan_sha256=artefact.plan_sha256,
        media_type=artefact.media_type,
        artefact_sha256=artefact.sha256,
        sample_sha256=artefact.sample_sha256,
        facts=artefact.facts,
        environment=artefact.environment,
        promise=card(recipe.engine, recipe.engine_version).promise,
    )


def parse(source: bytes | str | Mapping[str, Any]) -> Receipt:
    """Read a receipt and check every field; raises `ReceiptRefused` with all that is wrong."""
    try:
        content = (
            source if isinstance(source, Mapping) else check.decoded(source, "receipt", MOST_BYTES)
        )
    except RecipeError as fault:
        raise ReceiptRefused((fault,)) from fault
    stated = {name: value for name, value in content.items() if name != PROVENANCE}
    problems = list(check.names(stated, FIELDS))
    recipe: Recipe | None = None
    if "recipe" in content:
        try:
            recipe = _recipe(content["recipe"])
        except RecipeRefused as refused:
            problems += [_below("recipe", fault) for fault in refused.problems]
    problems += _problems(content, recipe)
    if problems or recipe is None:
        raise ReceiptRefused(tuple(problems))
    artefact = dict(content["artefact"])
    return Receipt(
        recipe=recipe,
        plan_sha256=content["plan_sha256"],
        media_type=artefact.pop("media_type"),
        artefact_sha256=artefact.pop("sha256"),
        sample_sha256=artefact.pop(_digest_name(recipe)),
        facts=artefact,
        environment=content["environment"],
        promise=content["promise"],
    )


def _digest_name(recipe: Recipe) -> str:
    from generation import medium

    return medium.of(card(recipe.engine, recipe.engine_version)).digest_name


def _recipe(value: Any) -> Recipe:
    if not isinstance(value, Mapping):
        raise RecipeRefused((WrongType("", value, FIELDS["recipe"]),))
    return parse_recipe(value)


def _below(field: str, fault: RecipeError) -> RecipeError:
    """The same fault, seen from the receipt."""
    return type(fault)(f"{field}.{fault.field}".rstrip("."), fault.value, fault.allowed)


def _problems(content: Mapping[str, Any], recipe: Recipe | None) -> Iterator[RecipeError]:
    if "format" in content and (type(content["format"]) is not int or content["format"] != FORMAT):
        yield ValueOutOfRange("format", content["format"], FIELDS["format"])
    if "plan_sha256" in content:
        yield from check.text("plan_sha256", content["plan_sha256"], SHA256)
    if "artefact" in content:
        yield from _artefact(content["artefact"], recipe)
    if "environment" in content:
        yield from check.fingerprint(content["environment"], "environment")
    if "promise" in content and content["promise"] not in PROMISES:
        yield ValueOutOfRange("promise", content["promise"], FIELDS["promise"])
    if recipe is not None and PROVENANCE in content:
        known = card(recipe.engine, recipe.engine_version).provenance
        if content[PROVENANCE] != known:
            yield ValueOutOfRange(PROVENANCE, content[PROVENANCE], f"{known!r}, as its engine is")


def _artefact(value: Any, recipe: Recipe | None) -> Iterator[RecipeError]:
    if not isinstance(value, Mapping):
        yield WrongType("artefact", value, FIELDS["artefact"])
        return
    if len(value) > MOST_FACTS:
        yield ValueOutOfRange("artefact", len(value), f"at most {MOST_FACTS} facts")
        return
    digests = ["sha256", _digest_name(recipe)] if recipe else ["sha256"]
    for name in ("media_type", *digests):
        if name not in value:
            allowed = "a media type" if name == "media_type" else FIELDS["plan_sha256"]
            yield MissingField(f"artefact.{name}", None, allowed)
    for name, item in value.items():
        field = f"artefact.{name}"
        if name == "media_type":
            yield from check.text(field, item, check.MEDIA_TYPE)
        elif name in digests or (recipe is None and str(name).endswith("_sha256")):
            yield from check.text(field, item, SHA256)
        elif str(name).endswith("sha256"):
            yield UnknownField(field, item, ", ".join(digests))
        elif faults := list(check.text(f"artefact[{name!r}]", name, check.NAME)):
            yield from faults
        elif type(item) is not int or not 0 <= item <= MOST_FACT:
            yield ValueOutOfRange(field, item, f"a whole number from 0 to {MOST_FACT}")
