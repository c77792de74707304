"""Last act: trust nobody. Follow the token to its bytes, and render its recipe again."""

import hashlib
from typing import Any

import orjson

from indexer.abi import abi
from marketplace.adapters.chain import Call
from marketplace.adapters.contract import Contract
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.renderer import render
from marketplace.journey.error import Unproven
from marketplace.journey.person import Person
from marketplace.journey.record import Record
from marketplace.journey.stage import Stage
from marketplace.journey.story import Proof

SCHEME = "ipfs://"


def prove(collector: Person, token_id: int, stage: Stage, record: Record) -> Proof:
    """Read the token's address off the chain, fetch what it names, and paint it once more.

    Raises:
        Unproven: a digest on the way is not that of the bytes.
    """
    metadata_cid = _token_uri(stage, token_id).removeprefix(SCHEME)
    metadata = _metadata(collector, metadata_cid, token_id)
    artefact = metadata["artefact"]
    _check("artefact", artefact["sha256"], _sha256(collector.fetch(artefact["cid"])))
    again = record.done(
        "verify",
        "the recipe is rendered again and compared with what was minted",
        lambda: _rerender(metadata["recipe"]),
        lambda _: {"cid": artefact["cid"]},
    )
    _check("second rendering", artefact["sha256"], again)
    return Proof(
        token_id=token_id,
        metadata_cid=metadata_cid,
        artefact_cid=artefact["cid"],
        artefact_sha256=artefact["sha256"],
        recipe_digest=metadata["recipe_digest"],
        rerender_sha256=again,
    )


def _token_uri(stage: Stage, token_id: int) -> str:
    artwork = Contract("Artwork", stage.deployment.contracts["Artwork"], abi("Artwork"))
    call = Call(artwork.address, artwork.encode("tokenURI", token_id))
    return str(artwork.decode("tokenURI", stage.chain.call(call))[0])


def _metadata(collector: Person, cid: str, token_id: int) -> dict[str, Any]:
    content = collector.fetch(cid)
    _check("metadata", f"{token_id:064x}", _sha256(content))
    if (digest := Cid.parse(cid).digest.hex()) != f"{token_id:064x}":
        raise Unproven(f"the token's id is {token_id:064x}, but its address names {digest}")
    return dict(orjson.loads(content))


def _rerender(recipe: dict[str, Any]) -> str:
    return _sha256(render(recipe).png)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _check(what: str, promised: str, found: str) -> None:
    if promised.removeprefix("0x") != found:
        raise Unproven(f"the {what} should have sha-256 {promised}, but has {found}")
