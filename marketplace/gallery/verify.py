"""Check a work against its token: every digest on the way from the id to the picture."""

import hashlib
from dataclasses import dataclass

from generation.recipe import canonical_json
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.metadata import Metadata, MetadataFaulty
from marketplace.ports import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One link of the chain: what was checked, whether it holds, and what was seen."""

    what: str
    holds: bool
    seen: str


def fetch(store: Store, work: Cid) -> Metadata:
    """The work's metadata, which the store has checked against its CID: that is, the token id."""
    return metadata.read(store.block(work))


def verify(store: Store, work: Cid) -> list[Finding]:
    """Follow the token to its artefact; whether the recipe makes it, the studio's worker says."""
    try:
        found = fetch(store, work)
        picture = store.read(Cid.parse(found.artefact.cid))
    except (StoreError, MetadataFaulty) as fault:
        return [Finding("the store has metadata and artefact", False, str(fault))]
    content = store.block(work)
    sha256 = hashlib.sha256(picture).hexdigest()
    findings = [
        Finding(
            "the token id is the metadata's sha-256",
            hashlib.sha256(content).digest() == work.digest,
            work.digest.hex(),
        ),
        Finding(
            "the artefact's sha-256 is in the metadata", sha256 == found.artefact.sha256, sha256
        ),
        _shown(store, found),
    ]
    if found.made is not None:
        digest = "0x" + hashlib.sha256(canonical_json(found.made.recipe)).hexdigest()
        is_named = digest == found.made.recipe_digest
        findings.append(Finding("the metadata names the recipe", is_named, digest))
    return findings


def _shown(store: Store, found: Metadata) -> Finding:
    """What viewers show, or play, is the artefact itself."""
    address = found.image if found.is_picture else found.animation_url
    named = _cid_at(store, address or "")
    what = "the picture shown" if found.is_picture else "what is played"
    return Finding(f"{what} is the artefact", named == found.artefact.cid, named)


def _cid_at(store: Store, address: str) -> str:
    """The CID of what lies at an address, through folders where it has some."""
    cid, path = metadata.shown(address)
    if not path:
        return cid
    try:
        return str(store.find(Cid.parse(cid), path))
    except StoreError as fault:
        return str(fault)
