"""Write a work's receipt: what it was made from, and that every digest on the way holds."""

from dataclasses import asdict

from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.deliverables import folder
from marketplace.gallery.error import MetadataAway
from marketplace.gallery.queries import WorkFacts
from marketplace.gallery.schemas import FindingAnswer, ReceiptAnswer
from marketplace.gallery.verify import fetch, verify
from marketplace.metadata import Metadata, MetadataFaulty
from marketplace.parts import Parts


def write(parts: Parts, facts: WorkFacts) -> ReceiptAnswer:
    """The receipt, from the bytes that the token names and from nothing else."""
    cid = Cid.from_digest(facts.work)
    try:
        found = fetch(parts.store, cid)
    except (StoreError, MetadataFaulty) as fault:
        raise MetadataAway(
            f"the metadata of {cid} cannot be read here: {fault}; try again later.", work=str(cid)
        ) from fault
    findings = verify(parts.store, cid)
    return ReceiptAnswer(
        work=str(cid),
        token_id=str(facts.work),
        token_uri=f"{metadata.SCHEME}{cid}",
        chain_id=parts.deployment.chain_id,
        contract=parts.deployment.contracts["Artwork"],
        provenance=found.provenance,
        recipe=found.recipe,
        recipe_digest=found.recipe_digest,
        plan_sha256=found.plan_sha256,
        artefact=found.artefact.model_dump(exclude_none=True),
        folder=_folder(parts, cid, found),
        licence=found.licence,
        findings=[FindingAnswer(**asdict(finding)) for finding in findings],
        is_sound=all(finding.holds for finding in findings),
        how_to_verify=f"atelier verify {cid}",
    )


def _folder(parts: Parts, cid: Cid, found: Metadata) -> str | None:
    """All that belongs to the work, under one address; None where it has no folder at hand."""
    try:
        root = folder.whole(parts.store, cid, found)
    except StoreError:
        return None
    return str(root) if root else None
