"""Check a work from chain and IPFS alone: every digest on the way, then render it again.

Nobody on the way is trusted. The token's id is the digest of the metadata; the metadata holds
recipe, plan and artefact by their digests; a gateway's blocks are hashed one by one; and whether
the recipe makes the artefact, this machine finds out for itself.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from marketplace.runtime.block import Gateway, NotThere, NotWhatItSays
from marketplace.runtime.error import RuntimeFault

if TYPE_CHECKING:
    from marketplace.adapters.ipfs.cid import Cid
    from marketplace.adapters.renderer import OnProgress
    from marketplace.metadata import Metadata
    from marketplace.runtime.token import Book, Token

UPDATE: Final = "update Atelier; the work may be made by a newer engine"
METADATA: Final = "metadata.json"  # in a work's folder
FAILED, UNSETTLED = 1, 3
SUBMITTED: Final = "submitted"  # the level of what was not made here
ATTESTED: Final = "attested"  # of what a model made that not everybody has
BYTES: Final = "the bytes are those that the token names"
NOTHING_TO_RERUN: Final = (
    f"submitted by its artist, not made here: {BYTES}, and there is nothing to re-run"
)


class NoSuchWork(RuntimeFault):
    """What was asked for names no work there."""


class ReceiptBroken(RuntimeFault):
    """Something on the way is not what its address says."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One link of the chain: whether it holds, None where it could not be settled, and why."""

    what: str
    holds: bool | None
    seen: str

    def __str__(self) -> str:
        mark = {True: "✓", False: "✗", None: "?"}[self.holds]
        return f"{mark} {self.what}: {self.seen}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found about one work, in the order in which it was looked at."""

    metadata_cid: str
    token_id: str
    artefact_cid: str
    artefact_sha256: str
    provenance: str
    recipe_digest: str | None
    level: str
    reason: str
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the work."""
        return all(finding.holds is not False for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """0 where every link holds, 3 where one could not be settled, 1 where one does not hold."""
        if not self.holds:
            return FAILED
        return UNSETTLED if any(one.holds is None for one in self.findings) else 0

    @property
    def says(self) -> str:
        """The verdict for people."""
        verdicts = {
            0: "verified",
            UNSETTLED: "nothing speaks against it, but not everything is settled",
            FAILED: "not what it says",
        }
        lines = [str(finding) for finding in self.findings]
        return "\n".join([self.metadata_cid, *lines, f"{verdicts[self.exit_code]}: {self.reason}"])

    def as_json(self) -> dict[str, Any]:
        """The verdict for programs."""
        return {**asdict(self), "holds": self.holds, "exit_code": self.exit_code}


def verify(
    work: str, site: str, book: "Book | None" = None, on_progress: "OnProgress | None" = None
) -> Verified:
    """Follow a work from its token to its pixels; `work` is a token id or a CID.

    Raises:
        NoSuchWork: the name is none, or nobody has what it names.
        ReceiptBroken: the metadata is no work's, or its recipe cannot be rendered here.
        Unreachable: gateway or node do not answer.
    """
    from marketplace.runtime.token import look_up

    named = _named(work)
    try:
        with Gateway(site) as gateway:
            cid = named if named.is_block else gateway.below(named, METADATA)
            metadata = _metadata(gateway.block(cid), cid)
            artefact = gateway.file(_cid(metadata.artefact.cid))
            looked_at = _shown(gateway, metadata)
    except NotThere as fault:
        raise NoSuchWork(fault.message, fault.mend) from fault
    except NotWhatItSays as fault:
        raise ReceiptBroken(fault.message, fault.mend) from fault
    token = look_up(book, cid.token) if book else None
    findings = [
        _minted(token, book, cid),
        *(_agreeing(token, metadata) if token else ()),
        Finding("metadata", True, f"its sha-256 is the token id {cid.digest.hex()}"),
        *_consistent(metadata, artefact, looked_at),
    ]
    level, reason, again = _again(metadata, artefact, cid, on_progress)
    return Verified(
        metadata_cid=str(cid),
        token_id=str(cid.token),
        artefact_cid=metadata.artefact.cid,
        artefact_sha256=metadata.artefact.sha256,
        provenance=metadata.provenance,
        recipe_digest=metadata.recipe_digest,
        level=level,
        reason=reason,
        findings=(*findings, again),
    )


def _named(work: str) -> "Cid":
    """A token id, in decimal or hex, *is* the digest in its metadata's CID."""
    from marketplace.adapters.ipfs.cid import Cid
    from marketplace.adapters.ipfs.error import CidInvalid

    name = work.strip().removeprefix("ipfs://").rstrip("/")
    try:
        if re.fullmatch("0[xX][0-9a-fA-F]{40}", name):
            raise CidInvalid("that is the address of an account or a contract")
        if re.fullmatch("0[xX][0-9a-fA-F]{1,64}", name):
            return Cid.from_digest(int(name, 16))
        if re.fullmatch("[0-9]{1,78}", name):
            return Cid.from_digest(int(name))
        return Cid.parse(name)
    except CidInvalid as error:
        mend = (
            "give the token id as the work's page shows it (decimal or 0x...), or the CID of its "
            "metadata (bafkrei...) or of its folder (bafybei...)"
        )
        raise NoSuchWork(f"{work[:120]!r} names no work: {error}", mend) from error


def _cid(text: str) -> "Cid":
    from marketplace.adapters.ipfs.cid import Cid

    return Cid.parse(text)


def _metadata(content: bytes, cid: "Cid") -> "Metadata":
    from marketplace.adapters.ipfs.error import CidInvalid
    from marketplace.metadata import MetadataFaulty, read

    try:
        found = read(content)
        _cid(found.artefact.cid)
    except (MetadataFaulty, CidInvalid) as error:
        raise ReceiptBroken(
            f"{cid} is no work of ours: {error}", "look at the CID again"
        ) from error
    return found


def _minted(token: "Token | None", book: "Book | None", cid: "Cid") -> Finding:
    if book is None:
        return Finding("token", None, "no chain was asked; name a node with --rpc")
    if token is None:
        places = ", ".join(sorted(set(book.contracts.values())))
        return Finding("token", None, f"not minted at {places}")
    where = f"{token.collection} {token.contract} on chain {token.chain_id}"
    if token.uri.removeprefix("ipfs://") != str(cid):
        return Finding("token", False, f"{where} says {token.uri!r}, not {cid}")
    owner = f", owned by {token.owner}" if token.owner else ""
    return Finding("token", True, f"in {where}{owner}")


def _agreeing(token: "Token", metadata: "Metadata") -> Iterator[Finding]:
    """Where metadata and contract both say something, they should say the same."""
    from marketplace.adapters.ipfs.cid import Cid

    same = token.artist.lower() == metadata.creator.lower()
    seen = token.artist if same else f"the contract says {token.artist}, not {metadata.creator}"
    yield Finding("artist", same, seen)
    named = (metadata.recipe or {}).get("parents")
    stated = {str(parent) for parent in named} if isinstance(named, list) else set[str]()
    if token.parents is None or not (token.parents or stated):
        return
    chained = {str(Cid.from_digest(parent)) for parent in token.parents}
    if stated == chained:
        yield Finding("parents", True, f"{len(chained)}, the recipe's and the contract's")
    else:
        seen = f"the recipe names {len(stated)}, the contract {len(chained)}, not the same ones"
        yield Finding("parents", None, seen)


def _shown(gateway: Gateway, metadata: "Metadata") -> str:
    """The CID of what viewers show or play, through folders where its address has some."""
    from marketplace.adapters.ipfs.error import CidInvalid
    from marketplace.metadata import shown

    address = metadata.image if metadata.is_picture else metadata.animation_url
    cid, path = shown(address or "")
    try:
        return str(gateway.below(_cid(cid), path)) if path else cid
    except CidInvalid:
        return cid


def _consistent(metadata: "Metadata", artefact: bytes, looked_at: str) -> Iterator[Finding]:
    from generation.recipe import canonical_json

    sha256 = hashlib.sha256(artefact).hexdigest()
    held = sha256 == metadata.artefact.sha256
    yield Finding("artefact", held, f"sha-256 {sha256}" + ("" if held else ", not the stated one"))
    is_it = looked_at == metadata.artefact.cid
    what = "image" if metadata.is_picture else "animation"
    yield Finding(what, is_it, f"{looked_at}, {'the artefact' if is_it else 'not the artefact'}")
    if metadata.made is None:
        return
    digest = "0x" + hashlib.sha256(canonical_json(metadata.made.recipe)).hexdigest()
    named = digest == metadata.made.recipe_digest
    seen = digest if named else f"{digest}, not {metadata.made.recipe_digest}"
    yield Finding("recipe", named, seen)


def _again(
    metadata: "Metadata", artefact: bytes, cid: "Cid", on_progress: "OnProgress | None"
) -> tuple[str, str, Finding]:
    """Render, and say which rung of the ladder the work reaches, and why."""
    from generation.errors import GenerationError, RecipeRefused
    from marketplace.adapters.renderer import Stated, judge

    made = metadata.made
    if made is None:
        return SUBMITTED, NOTHING_TO_RERUN, Finding("made again", True, NOTHING_TO_RERUN)
    stated = Stated(
        plan_sha256=made.plan_sha256,
        media_type=metadata.artefact.media_type,
        sha256=metadata.artefact.sha256,
        sample_sha256=made.sample_sha256,
        facts=made.facts,
    )
    try:
        verdict = judge(made.recipe, artefact, stated, on_progress)
    except RecipeRefused as refused:
        if metadata.provenance != ATTESTED:
            raise _broken(cid, refused) from refused
        engine = f"{made.recipe.get('engine')} {made.recipe.get('engine_version')}"
        said = f"made by {engine[:90]}, a model of its maker's own that is not here; {BYTES}"
        return ATTESTED, said, Finding("made again", None, said)
    except GenerationError as error:
        raise _broken(cid, error) from error
    said = f"level {verdict.level}: {verdict.reason}"
    if verdict.environment and str(verdict.level) != "A":
        said += f" ({'; '.join(verdict.environment)})"
    if verdict.holds and not verdict.is_kept:
        seen = f"{said}, where level {verdict.promise} is promised"
        return str(verdict.level), seen, Finding("made again", None, seen)
    return str(verdict.level), said, Finding("made again", verdict.holds, said)


def _broken(cid: "Cid", error: Exception) -> ReceiptBroken:
    return ReceiptBroken(f"the recipe of {cid} cannot be rendered: {error}", UPDATE)
