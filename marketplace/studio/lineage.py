"""Know what a work is remixed from: works that are minted, at hand, and can be made again."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from generation.errors import RecipeRefused
from generation.recipe import parse
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import CidInvalid, StoreError
from marketplace.metadata import MetadataFaulty
from marketplace.ports import Store
from marketplace.studio import queries
from marketplace.studio.error import ParentFaulty, ParentMissing

MOST: Final = 8  # as the contract keeps them
SHARE_MINIMUM_BPS: Final = 500
SHARE_MAXIMUM_BPS: Final = 5_000
SHARE_USUAL_BPS: Final = 1_000


def parents(session: Session, store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """The metadata CIDs of works named by token id or CID, in their order.

    Raises `ParentFaulty` for what names no work, comes twice, or cannot be remixed; `ParentMissing`
    for what nobody minted or what is not at hand.
    """
    cids = [_cid(name) for name in names]
    for index, cid in enumerate(cids):
        if cid in cids[:index]:
            raise _faulty(str(cid), "comes twice; name each parent once")
        if not queries.is_minted(session, cid.token):
            raise ParentMissing(
                f"parents: nobody has minted {cid} yet; only minted works are remixed.",
                parent=str(cid),
            )
        _require_remixable(store, cid)
    return tuple(map(str, cids))


def tokens(recipe: dict[str, object] | None) -> tuple[int, ...]:
    """The token ids of a recipe's parents."""
    names = recipe.get("parents", ()) if recipe else ()
    return tuple(Cid.parse(str(name)).token for name in names) if isinstance(names, list) else ()


def _cid(name: str) -> Cid:
    """A token id *is* the digest in its metadata's CID."""
    try:
        cid = Cid.from_digest(int(name)) if name.isdecimal() else Cid.parse(name)
    except (CidInvalid, OverflowError, ValueError) as error:
        raise _faulty(name, "is neither a token id nor a work's metadata CID") from error
    if not cid.is_block:
        raise _faulty(name, "is no work: a work's CID is that of its metadata")
    return cid


def _require_remixable(store: Store, cid: Cid) -> None:
    try:
        found = metadata.read(store.block(cid))
    except StoreError as error:
        raise ParentMissing(
            f"parents: the metadata of {cid} is not at hand ({error}); try again later.",
            parent=str(cid),
        ) from error
    except MetadataFaulty as error:
        raise _faulty(str(cid), f"has metadata that cannot be read: {error}") from error
    if found.recipe is None:
        raise _faulty(
            str(cid), "was submitted by its artist, not made here: there is no recipe to remix"
        )
    try:
        parse(found.recipe)
    except RecipeRefused as refusal:
        raise _faulty(str(cid), f"cannot be made again here: {refusal}") from refusal


def _faulty(name: str, what: str) -> ParentFaulty:
    return ParentFaulty(f"parents: {name[:120]} {what}.", field="parents", value=name[:120])
