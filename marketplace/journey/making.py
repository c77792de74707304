"""Second act: the studio renders and pins what the artist asks for, a signed voucher mints it."""

from typing import Any

from marketplace.journey.error import Refused
from marketplace.journey.person import Person
from marketplace.journey.piece import Piece
from marketplace.journey.record import Record
from marketplace.journey.stage import Stage, until

# A large still on a busy machine, started again once after its worker was killed.
RENDER_SECONDS = 300.0
MINT_SECONDS = 120.0

Commission = dict[str, Any]


def commission(artist: Person, piece: Piece, record: Record) -> Commission:
    """Commission the piece and wait until artefact and metadata are pinned."""
    order = {
        "title": piece.title,
        "description": piece.description,
        "engine": "painter",
        "parameters": piece.parameters,
        "prompt": piece.prompt,
        "seed": piece.seed,
    }
    asked = record.done(
        "commission",
        f"the artist commissions “{piece.title}”",
        lambda: artist.ask("POST", "/api/v1/commissions", json=order),
    )
    path = f"/api/v1/commissions/{asked['id']}"
    record.done(
        "render",
        "the worker renders it",
        lambda: _reach(artist, path, "artefact_cid", RENDER_SECONDS),
        lambda made: {"cid": made["artefact_cid"]},
    )
    return record.done(
        "pin",
        "artefact and metadata are pinned; the metadata's digest will be the token's id",
        lambda: _reach(artist, path, "metadata_cid", MINT_SECONDS),
        lambda made: {"cid": made["metadata_cid"]},
    )


def mint(artist: Person, made: Commission, piece: Piece, stage: Stage, record: Record) -> None:
    """Sign the voucher, and wait until the relayer's transaction is in the index."""
    path = f"/api/v1/commissions/{made['id']}"
    record.done(
        "voucher",
        "the artist signs a voucher, which costs no gas",
        lambda: _sign(artist, path, piece),
    )
    record.done(
        "mint",
        "the relayer mints by the voucher; the index has the work",
        lambda: _reach_state(artist, path, "minted"),
        lambda minted: _mined(stage, minted["transaction_hash"]),
    )


def _sign(artist: Person, path: str, piece: Piece) -> None:
    made = _look(artist, path, "token_id")
    compared(artist, f"0x{int(made['token_id']):064x}" if made else "")
    terms = artist.ask("POST", f"{path}/voucher-terms", json={"royalty_bps": piece.royalty_bps})
    typed_data = terms["typed_data"]
    signed = {"voucher": typed_data["message"], "signature": artist.sign(typed_data)}
    artist.ask("POST", f"{path}/voucher", json=signed)


def compared(artist: Person, subject: str) -> dict[str, Any]:
    """Wait until the pictures of a dossier or a work are compared with all that are shown."""
    path = f"/api/v1/resemblances/{subject}"
    return until("the pictures to be compared", lambda: _verdict(artist, path), MINT_SECONDS)


def _verdict(artist: Person, path: str) -> dict[str, Any] | None:
    found = dict(artist.ask("GET", path))
    return None if found["verdict"] == "pending" else found


def _mined(stage: Stage, transaction: str) -> dict[str, Any]:
    receipt = stage.chain.receipt(transaction)
    return {"transaction": transaction, "gas": receipt.gas_used if receipt else None}


def _reach(artist: Person, path: str, field: str, seconds: float) -> Commission:
    return until(f"the commission's {field}", lambda: _look(artist, path, field), seconds)


def _reach_state(artist: Person, path: str, state: str) -> Commission:
    return until(
        f"the commission to be {state}", lambda: _look(artist, path, None, state), MINT_SECONDS
    )


def _look(
    artist: Person, path: str, field: str | None, state: str | None = None
) -> Commission | None:
    found = dict(artist.ask("GET", path))
    if found["state"] == "failed":
        raise Refused(f"the commission failed: {found['failure']}")
    is_there = found[field] is not None if field else found["state"] == state
    return found if is_there else None
