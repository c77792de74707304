"""Check a work's receipt from outside: fetch, compare digests, render again, compare pixels."""

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import httpx

from marketplace.runtime.error import RuntimeFault, Unreachable

if TYPE_CHECKING:
    from marketplace.metadata import Metadata

FETCH_SECONDS = 60.0
ANOTHER = "ask another gateway, with --site"
UPDATE = "update Atelier; the work may be made by a newer engine"


class NoSuchWork(RuntimeFault):
    """What was asked for names no work there."""


class ReceiptBroken(RuntimeFault):
    """Something on the way is not what its address says."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How a second rendering compares with what was minted."""

    metadata_cid: str
    token_id: str
    artefact_cid: str
    artefact_sha256: str
    recipe_digest: str
    level: str
    reason: str

    @property
    def holds(self) -> bool:
        """Whether the work is what its recipe makes."""
        return self.level != "fail"

    @property
    def says(self) -> str:
        """The verdict for people."""
        mark = "✓" if self.holds else "✗"
        return f"{mark} {self.metadata_cid}\n  level {self.level}: {self.reason}"

    def as_json(self) -> dict[str, Any]:
        """The verdict for programs."""
        return {**asdict(self), "holds": self.holds}


def verify(work: str, site: str) -> Verified:
    """Follow a work from its metadata to its pixels, trusting nothing but digests."""
    from generation.errors import GenerationError
    from marketplace.adapters.ipfs.cid import Cid
    from marketplace.adapters.renderer import compare

    cid = _metadata_cid(work)
    with httpx.Client(base_url=site, timeout=FETCH_SECONDS, trust_env=False) as client:
        metadata = _metadata(client, cid)
        picture = _fetch(client, metadata.artefact.cid)
    if hashlib.sha256(picture).hexdigest() != metadata.artefact.sha256:
        raise ReceiptBroken(f"{site} gave another artefact for {cid}", ANOTHER)
    try:
        verdict = compare(metadata.recipe, picture, metadata.plan_sha256)
    except GenerationError as error:
        raise ReceiptBroken(f"the recipe of {cid} cannot be rendered: {error}", UPDATE) from error
    if f"0x{verdict.recipe_digest.removeprefix('0x')}" != metadata.recipe_digest:
        raise ReceiptBroken(f"the recipe of {cid} is not the one its digest names", ANOTHER)
    return Verified(
        metadata_cid=cid,
        token_id=str(Cid.parse(cid).token),
        artefact_cid=metadata.artefact.cid,
        artefact_sha256=metadata.artefact.sha256,
        recipe_digest=metadata.recipe_digest,
        level=str(verdict.level),
        reason=verdict.reason,
    )


def _metadata(client: httpx.Client, cid: str) -> "Metadata":
    """What the work says of itself, once its bytes are those that its name promises."""
    from marketplace.adapters.ipfs.cid import Cid
    from marketplace.metadata import MetadataFaulty, read

    content = _fetch(client, cid)
    if Cid.of(content) != Cid.parse(cid):
        raise ReceiptBroken(f"{client.base_url} gave other bytes for {cid}", ANOTHER)
    try:
        return read(content)
    except MetadataFaulty as error:
        raise ReceiptBroken(
            f"{cid} is no work of ours: {error}", "look at the CID again"
        ) from error


def _metadata_cid(work: str) -> str:
    """A token id *is* the digest in its metadata's CID."""
    from marketplace.adapters.ipfs.cid import Cid
    from marketplace.adapters.ipfs.error import CidInvalid

    name = work.removeprefix("ipfs://")
    try:
        return str(Cid.from_digest(int(name)) if name.isdecimal() else Cid.parse(name))
    except CidInvalid as error:
        mend = "give the metadata's CID (bafkrei...) or the token id as the work's page shows it"
        raise NoSuchWork(f"{work!r} names no work: {error}", mend) from error


def _fetch(client: httpx.Client, cid: str) -> bytes:
    try:
        answer = client.get(f"/ipfs/{cid}", follow_redirects=False)
    except httpx.HTTPError as error:
        setting = "--site, or run `atelier up` first"
        raise Unreachable("the marketplace", str(client.base_url), str(error), setting) from error
    if answer.status_code != httpx.codes.OK:
        raise NoSuchWork(f"{client.base_url} has no {cid}", "look at the work's page for its CID")
    return answer.content
