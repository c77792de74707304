"""Say of each fact which rows it makes; pure, so that a reorg needs nothing but deletion."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from indexer import events, models
from indexer.apply import artwork, curation, market, membership, money
from indexer.apply.row import Rows
from indexer.decode import decode
from indexer.events import Fact
from indexer.wire import Log

Handler = Callable[[str, Any], Rows]

PAYING = ("Curation", "Royalties", "Artwork", "Editions", "Market", "AuctionHouse")
KEEPING = ("Artwork", "Editions", "Market")  # their fees, until somebody sweeps them
SELLING = (*KEEPING, "AuctionHouse")

HANDLERS: Mapping[tuple[str, type[Fact]], Handler] = {
    ("Membership", events.Transfer): membership.moved,
    ("Membership", events.MemberRemoved): membership.removed,
    ("Membership", events.MemberLeft): membership.left,
    ("Membership", events.DelegateChanged): membership.delegated,
    ("Curation", events.ApplicationOpened): curation.application_opened,
    ("Curation", events.AppealOpened): curation.appeal_opened,
    ("Curation", events.VoteCast): curation.vote_cast,
    ("Curation", events.ArtistAdmitted): curation.artist_admitted,
    ("Curation", events.ArtistRejected): curation.artist_rejected,
    ("Curation", events.ArtistRevoked): curation.artist_revoked,
    ("Curation", events.RevocationWithdrawn): curation.revocation_withdrawn,
    ("Curation", events.BondReturned): curation.bond_returned,
    ("Artwork", events.WorkMinted): artwork.work_minted,
    ("Artwork", events.Transfer): artwork.moved,
    ("Artwork", events.VouchersCancelled): artwork.vouchers_cancelled,
    ("Artwork", events.MarketTrustChanged): artwork.market_trust_changed,
    ("Market", events.WorkSold): market.work_sold,
    ("Market", events.OrderCancelled): market.order_cancelled,
    ("Market", events.OrdersCancelled): market.orders_cancelled,
    **{(contract, events.PayoutCredited): money.payout_credited for contract in PAYING},
    **{(contract, events.Withdrawn): money.withdrawn for contract in PAYING},
    **{(contract, events.FeesChanged): money.fees_changed for contract in SELLING},
    **{(contract, events.FeesSwept): money.fees_swept for contract in KEEPING},
}

Tables = dict[type[models.Placed], list[dict[str, Any]]]


def apply(logs: Iterable[Log], contracts: Mapping[str, str]) -> Tables:
    """The rows of these logs by table; contracts are names by address, in lower case."""
    tables: Tables = {}
    for log in logs:
        said = decode(contracts[log.address], log)
        place = {
            "block_number": log.block_number,
            "log_index": log.log_index,
            "transaction_hash": log.transaction_hash,
        }
        event = {"contract": said.contract, "name": said.name, "arguments": said.arguments}
        tables.setdefault(models.Event, []).append(place | event)
        if said.fact is not None:
            for table, values in HANDLERS[said.contract, type(said.fact)](said.contract, said.fact):
                tables.setdefault(table, []).append(place | values)
    return tables
