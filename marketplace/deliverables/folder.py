"""Lay out a work's folder, and list what lies in it.

    metadata.json       what the token's id is the digest of
    work/master.png     the artefact: unsigned, so that anybody can make the same bytes again
    work/preview.*      smaller copies; see `picture`
    work/plan.json, receipt.json, label.json, licence.txt
    master.c2pa.*       a signed copy, where there is one; no two signatures are the same bytes

The metadata names the folder `work` by its CID; a folder that held the metadata as well could not
be named in it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from generation.recipe import Recipe
from marketplace import metadata
from marketplace.adapters.ipfs import tree, unixfs
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.dagpb import Link
from marketplace.adapters.renderer import Rendering
from marketplace.deliverables import label, licence, picture, trait
from marketplace.ports import Store

METADATA: Final = "metadata.json"
WORK: Final = "work"
SIGNED: Final = "master.c2pa"
PLAN: Final = "plan.json"
TYPES: Final = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "json": "application/json",
    "png": "image/png",
    "txt": "text/plain",
    "webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What the artist said of the work."""

    title: str
    description: str
    artist: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Folder:
    """A work's folder before it is stored: files by path, and the metadata among them."""

    files: Mapping[str, unixfs.Content]
    artefact_cid: Cid
    content: dict[str, Any]


def assemble(piece: Piece, rendering: Rendering, signed: bytes | None = None) -> Folder:
    """Everything a collector gets; the same piece and rendering always make the same bytes.

    `signed` is a copy of the master with a manifest, which lies beside the work.
    """
    files = {
        picture.MASTER: rendering.png,
        **rendering.files,
        "label.json": label.text(piece.recipe),
        "licence.txt": licence.text(piece.title, piece.artist),
    }
    root = root_of(files)
    cids = {name: unixfs.cid_of(content) for name, content in files.items()}
    plan = rendering.files.get(PLAN)
    content = metadata.compose(
        title=piece.title,
        description=piece.description,
        artist=piece.artist,
        recipe=piece.recipe,
        artefact=metadata.Artefact(
            cid=str(cids[picture.MASTER]),
            sha256=rendering.sha256,
            media_type=rendering.media_type,
            width=rendering.width,
            height=rendering.height,
            pixel_sha256=rendering.pixel_sha256,
        ),
        plan=rendering.plan_sha256,
    )
    content |= {
        "image": f"{metadata.SCHEME}{root}/{picture.MASTER}",
        "folder": str(root),
        "digital_source_type": label.source_type(piece.recipe),
        "attributes": trait.traits(piece.recipe, orjson.loads(plan) if plan else None),
        "properties": {
            "category": "image",
            "files": [listed(root, cids[name], name, files[name]) for name in sorted(files)],
        },
        **looks(files, cids),
    }
    whole: dict[str, unixfs.Content] = {f"{WORK}/{name}": held for name, held in files.items()}
    if signed is not None:
        content = with_signed(content, signed)
        whole[signed_name(rendering.media_type)] = signed
    whole[METADATA] = metadata.encode(content)
    return Folder(whole, cids[picture.MASTER], content)


def with_signed(content: Mapping[str, Any], signed: bytes) -> dict[str, Any]:
    """The metadata, with the signed copy of its artefact, which lies beside the work."""
    cid = unixfs.cid_of(signed)
    name = signed_name(content["artefact"]["media_type"])
    line = {**listed(cid, cid, name, signed), "uri": f"{metadata.SCHEME}{cid}"}
    listing = content["properties"]
    files = [*listing["files"], line]
    return {**content, "signed": str(cid), "properties": {**listing, "files": files}}


def signed_name(media_type: str) -> str:
    """What the signed copy of an artefact of this type is called."""
    suffix = next((ending for ending, kind in TYPES.items() if kind == media_type), "bin")
    return f"{SIGNED}.{suffix}"


def whole(store: Store, work: Cid, found: metadata.Metadata) -> Cid | None:
    """The folder that holds the metadata as well; None for works that have none.

    Nobody has to remember it: the token's metadata and the folder it names decide it.
    """
    if found.folder is None:
        return None
    links = [_link(store, work, METADATA), _link(store, Cid.parse(found.folder), WORK)]
    if found.signed is not None:
        name = signed_name(found.artefact.media_type)
        links.append(_link(store, Cid.parse(found.signed), name))
    return unixfs.joined(links).cid


def _link(store: Store, cid: Cid, name: str) -> Link:
    block = store.block(cid)
    below = tree.node(cid, block).links
    return Link(cid, name, len(block) + sum(link.total_size for link in below))


def root_of(files: Mapping[str, unixfs.Content]) -> Cid:
    """The folder's CID, without storing it."""
    *_, root = (block.cid for block in unixfs.folder(files))
    return root


def listed(root: Cid, cid: Cid, name: str, content: bytes) -> dict[str, Any]:
    """A line for a file, with the names that viewers use for uri and type."""
    kind = TYPES[name.rpartition(".")[2]]
    line = {
        "name": name,
        "uri": f"{metadata.SCHEME}{root}/{name}",
        "type": kind,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "cid": str(cid),
    }
    if not kind.startswith("image/"):
        return line
    width, height = picture.extent(content)
    return {**line, "width": width, "height": height}


def looks(files: Mapping[str, bytes], cids: Mapping[str, Cid]) -> dict[str, Any]:
    """What viewers and our pages show in the master's place."""
    if picture.FALLBACK not in files or picture.THUMBNAIL not in files:
        return {}
    width, height = picture.extent(files[picture.FALLBACK])
    return {
        "background_color": picture.background(files[picture.THUMBNAIL]),
        "preview": {
            "cid": str(cids[picture.FALLBACK]),
            "media_type": "image/png",
            "width": width,
            "height": height,
        },
    }
