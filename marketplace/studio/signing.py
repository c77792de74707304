"""Add a signed copy to a submitted picture before its metadata is pinned; in the worker.

The web process that takes uploads holds no key; and no two signatures are the same bytes, so the
copy is kept with the commission before anything names it.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marketplace import log, metadata
from marketplace.adapters.ipfs import unixfs
from marketplace.adapters.ipfs.cid import Cid
from marketplace.db import unit
from marketplace.deliverables import folder, manifest
from marketplace.deliverables.manifest import NotSigned
from marketplace.metadata import SUBMITTED
from marketplace.studio import queries
from marketplace.studio.models import Commission
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop

_log = log.get(__name__)


def sign_submitted(workshop: Workshop, commission: Commission) -> None:
    """Put a signed copy beside the picture, once; what is no picture stays as it is."""
    content = commission.content
    if workshop.credential is None or commission.provenance != SUBMITTED or content is None:
        return
    artefact = content["artefact"]
    if artefact["media_type"] not in manifest.PICTURES or "signed" in content:
        return
    said = {
        "submitted_by": commission.artist,
        "digital_source_type": content["digital_source_type"],
        "original": f"{metadata.SCHEME}{artefact['cid']}",
        "statement": "Made elsewhere and submitted; all of this is the artist's own word.",
    }
    picture = workshop.store.read(Cid.parse(artefact["cid"]))
    try:
        signed = manifest.sign_submitted(
            picture, artefact["media_type"], commission.title, said, workshop.credential
        )
    except NotSigned as fault:
        _log.warning("picture_not_signed", commission=str(commission.id), reason=str(fault))
        return
    changed = folder.with_signed(content, signed)
    workshop.store.add_folder(_files(workshop, changed, signed))
    _keep(workshop, commission.id, changed)


def _files(
    workshop: Workshop, content: Mapping[str, Any], signed: bytes
) -> Mapping[str, unixfs.Content]:
    """All that belongs to the work, under one root, the metadata among it."""
    root = Cid.parse(content["folder"])
    beside = folder.signed_name(content["artefact"]["media_type"])
    names = [line["name"] for line in content["properties"]["files"] if line["name"] != beside]
    return {
        **{f"{folder.WORK}/{name}": workshop.store.read(root, name) for name in names},
        beside: signed,
        folder.METADATA: metadata.encode(content),
    }


def _keep(workshop: Workshop, id_: UUID, changed: dict[str, Any]) -> None:
    with unit(workshop.units) as session:
        found = queries.locked(session, id_)
        if found and found.state == State.RENDERED and "signed" not in (found.content or {}):
            found.content = changed
