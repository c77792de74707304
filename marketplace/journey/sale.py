"""Third act: the artist lists the work without gas, the collector buys it, everybody is paid."""

from indexer.abi import abi
from indexer.primitives import ZERO_ADDRESS
from marketplace.adapters.contract import Contract
from marketplace.journey.person import Person, Sent
from marketplace.journey.piece import Piece
from marketplace.journey.record import Record
from marketplace.journey.stage import Stage, until
from marketplace.journey.story import Sale

SECONDS = 60.0
LISTED_DAYS = 30


def sell(
    artist: Person, collector: Person, work: str, piece: Piece, stage: Stage, record: Record
) -> Sale:
    """List, buy, and sweep the fee; `work` is the metadata's CID. Amounts are read off balances."""
    listing = record.done(
        "list", "the artist signs a listing, which costs no gas", lambda: _list(artist, work, piece)
    )
    bought = record.sent(
        "buy",
        "the collector buys the work; the artist is paid in the same transaction",
        lambda: collector.send(
            collector.ask("POST", f"/api/v1/listings/{listing}/purchase"),
        ),
    )
    owner = until("the sale in the index", lambda: _owner(collector, work), SECONDS)
    swept = record.sent(
        "sweep",
        "the market's fee goes to the DAO's treasury; anybody may send it there",
        lambda: collector.send(_sweep(stage)),
    )
    treasury = stage.deployment.contracts["Treasury"]
    paid = {
        "artist": _gained(stage, artist.address, bought),
        "treasury": _gained(stage, treasury, swept),
    }
    return Sale(owner, collector.address, {**paid, "price": piece.price})


def _list(artist: Person, work: str, piece: Piece) -> str:
    wish = {"price": str(piece.price), "days": LISTED_DAYS}
    typed_data = artist.ask("POST", f"/api/v1/works/{work}/listing-terms", json=wish)["typed_data"]
    signed = {"listing": typed_data["message"], "signature": artist.sign(typed_data)}
    return str(artist.ask("POST", "/api/v1/listings", json=signed)["digest"])


def _owner(collector: Person, work: str) -> str | None:
    """Who owns the work by the index, once that is no longer the artist."""
    found = collector.ask("GET", f"/api/v1/works/{work}")
    return str(found["owner"]) if found["owner"] != found["artist"] else None


def _sweep(stage: Stage) -> dict[str, str]:
    market = Contract("Market", stage.deployment.contracts["Market"], abi("Market"))
    return {
        "to": market.address,
        "data": market.encode("sweep", ZERO_ADDRESS),
        "value": "0",
        "function": "sweep",
    }


def _gained(stage: Stage, account: str, sent: Sent) -> int:
    """What an account's balance grew by in the block of a transaction that somebody else sent."""
    before, after = (
        int(stage.chain.ask("eth_getBalance", account, hex(block)), 16)
        for block in (sent.block_number - 1, sent.block_number)
    )
    return after - before
