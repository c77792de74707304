"""Lay out the folder of a work that its artist made elsewhere and submitted.

    metadata.json                  what the token's id is the digest of
    work/master.*                  the artefact: the artist's file without its notes
    work/preview.*, thumbnail.webp pictures of it
    work/receipt.json              who submitted what; there is nothing to make again
    work/label.json, licence.txt

Nothing in it claims more than is known: the bytes, the artist's word, and that we did not make it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, Literal

from generation.recipe import canonical_json
from indexer.primitives import Address
from marketplace import metadata
from marketplace.adapters.ipfs import unixfs
from marketplace.adapters.ipfs.cid import Cid
from marketplace.deliverables import folder, licence, picture
from marketplace.deliverables.folder import Folder
from marketplace.uploads.desk import Judged
from marketplace.uploads.kind import BY_TYPE, Medium

RECEIPT_FORMAT: Final = 1
MASTER: Final = "master"
CATEGORIES: Final[Mapping[Medium, str]] = {
    "picture": "image",
    "sound": "audio",
    "video": "video",
    "model": "vr",
}
# The artist's own word on machines, and IPTC's term for it.
Machine = Literal["none", "assisted", "generated"]
_TERMS: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
TERMS: Final[Mapping[Machine, str]] = {
    "none": f"{_TERMS}digitalCreation",
    "assisted": f"{_TERMS}compositeWithTrainedAlgorithmicMedia",
    "generated": f"{_TERMS}trainedAlgorithmicMedia",
}
WORDS: Final[Mapping[Machine, str]] = {
    "none": "no machine learning had a part in it",
    "assisted": "a trained model made parts of it",
    "generated": "a trained model made it",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """What the artist says of the work."""

    title: str
    description: str
    artist: Address
    machine: Machine
    is_sensitive: bool


def assemble(
    said: Submission, judged: Judged, artefact: BinaryIO, pictures: Mapping[str, bytes]
) -> Folder:
    """Everything a collector gets; the same file and words always make the same bytes.

    `artefact` is read from its beginning, and stands there again afterwards.
    """
    kind = BY_TYPE[judged.media_type]
    master = f"{MASTER}.{kind.suffix}"
    small = {
        **pictures,
        "label.json": label(said),
        "licence.txt": licence.text(said.title, said.artist),
        "receipt.json": receipt(said, judged),
    }
    artefact.seek(0)
    root = folder.root_of({**small, master: artefact})
    artefact.seek(0)
    cids = {name: unixfs.cid_of(held) for name, held in small.items()}
    cids[master] = unixfs.cid_of(artefact)
    artefact.seek(0)
    content = _content(said, judged, root, small, cids)
    whole: dict[str, unixfs.Content] = {
        f"{folder.WORK}/{name}": held for name, held in small.items()
    }
    whole |= {f"{folder.WORK}/{master}": artefact, folder.METADATA: metadata.encode(content)}
    return Folder(whole, cids[master], content)


def _content(
    said: Submission,
    judged: Judged,
    root: Cid,
    small: Mapping[str, bytes],
    cids: Mapping[str, Cid],
) -> dict[str, Any]:
    """The metadata, from typed fields only."""
    kind = BY_TYPE[judged.media_type]
    master = f"{MASTER}.{kind.suffix}"
    is_picture = kind.medium == "picture"
    shown = master if is_picture else picture.FALLBACK
    lines = [folder.listed(root, cids[name], name, held) for name, held in small.items()]
    line = _master_line(judged, root, cids[master], master)
    return {
        "name": said.title,
        "description": said.description,
        "image": f"{metadata.SCHEME}{root}/{shown}",
        **({} if is_picture else {"animation_url": line["uri"]}),
        "creator": said.artist,
        "licence": metadata.LICENCE,
        "provenance": metadata.SUBMITTED,
        "ai_generated": said.machine != "none",
        "sensitive": said.is_sensitive,
        "digital_source_type": TERMS[said.machine],
        "artefact": {
            **judged.facts,
            "cid": str(cids[master]),
            "sha256": judged.sha256,
            "media_type": judged.media_type,
        },
        "folder": str(root),
        "attributes": [
            {"trait_type": "medium", "value": kind.medium},
            {"trait_type": "provenance", "value": metadata.SUBMITTED},
        ],
        "properties": {
            "category": CATEGORIES[kind.medium],
            "files": sorted([*lines, line], key=lambda one: str(one["name"])),
        },
        **folder.looks(small, cids),
    }


def _master_line(judged: Judged, root: Cid, cid: Cid, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "uri": f"{metadata.SCHEME}{root}/{name}",
        "type": judged.media_type,
        "size": judged.size,
        "sha256": judged.sha256,
        "cid": str(cid),
        **{side: judged.facts[side] for side in ("width", "height") if side in judged.facts},
    }


def label(said: Submission) -> bytes:
    """The file that says what is known of a machine's part in it: the artist's word."""
    return canonical_json(
        {
            "ai_generated": said.machine != "none",
            "digital_source_type": TERMS[said.machine],
            "provenance": metadata.SUBMITTED,
            "statement": (
                "Submitted by the artist; not made here. The artist says that "
                f"{WORDS[said.machine]}; nobody else has checked that."
            ),
        }
    )


def receipt(said: Submission, judged: Judged) -> bytes:
    """The file that says what was submitted, by whom, and what it became without its notes."""
    return canonical_json(
        {
            "format": RECEIPT_FORMAT,
            "provenance": metadata.SUBMITTED,
            "submitted_by": said.artist,
            "original_sha256": judged.original_sha256,
            "artefact": {
                **judged.facts,
                "media_type": judged.media_type,
                "sha256": judged.sha256,
            },
        }
    )
