"""Listings, offers, auctions and their bids."""

from typing import Final

from marketplace.api.kind import (
    ADDRESS,
    AMOUNT,
    ANYBODY,
    FLAG,
    HASH,
    NUMBER,
    SECOND,
    TOKEN,
    WORK,
    one_of,
)
from marketplace.api.resource import (
    BLOCKS,
    ID,
    ID_IDS,
    NEWEST,
    OLDEST,
    PLACED,
    Branch,
    Field,
    Filter,
    Key,
    Resource,
    Sort,
    at,
    placed,
)

LISTED: Final = (Key("created_at", "moment"), Key("digest", "hash"))
PRICED: Final = (Key("currency", "address"), Key("price", "wide"), Key("digest", "hash"))
WRAPPED_ETHER: Final = "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"  # where Ethereum has it

LISTINGS: Final = Resource(
    name="listings",
    one="listing",
    title="What sellers signed, by default only what the contract would honour now.",
    key=Field("digest", HASH),
    fields=(
        Field("work", WORK),
        Field("token_id", TOKEN),
        Field("seller", ADDRESS),
        Field("currency", ADDRESS, "The zero address is ether."),
        Field("price", AMOUNT),
        Field("buyer", ANYBODY, "Null where anybody may buy.", may_be_null=True),
        Field("expires_at", SECOND),
        Field("listed_at", SECOND),
        Field("is_live", FLAG, "Whether the contract would honour it at the newest block."),
        Field("is_sold", FLAG),
        Field("is_cancelled", FLAG),
    ),
    branches=(
        Branch(
            "listings l",
            {
                **{
                    name: f"l.{name}"
                    for name in (
                        "digest", "work", "seller", "currency", "price", "buyer", "expires_at",
                        "listed_at", "created_at",
                    )
                },
                "token_id": "l.work",
                "is_live": "s.is_live",
                "is_sold": "s.is_sold",
                "is_cancelled": "s.is_cancelled",
            },
            # One at a time, in the page's order, until it is full: LIMIT keeps it from being one
            # big join.
            joins={
                "s": "JOIN LATERAL (SELECT * FROM listing_standings n WHERE n.digest = l.digest "
                "LIMIT 1) s ON true"
            },
        ),
    ),
    filters=(
        Filter(
            "live",
            "Only what may be bought now, what no longer may, or all.",
            choices={"true": "s.is_live", "false": "NOT s.is_live", "all": "true"},
            default="true",
        ),
        Filter("work", "Only of this work.", WORK),
        Filter("seller", "Only by this seller.", ADDRESS),
        Filter("currency", "Only for this currency.", ADDRESS, example="0x" + "0" * 40),
    ),
    sorts=(
        Sort("newest", LISTED),
        Sort("oldest", LISTED, is_descending=False),
        Sort("cheapest", PRICED, is_descending=False),
        Sort("dearest", PRICED),
    ),
)  # fmt: skip

OFFERS: Final = Resource(
    name="offers",
    one="offer",
    title="What bidders signed, by default only what the contract would honour now.",
    key=Field("digest", HASH),
    fields=(
        Field("work", WORK, "Null where any work fits.", may_be_null=True),
        Field("token_id", TOKEN, "Null where any work fits.", may_be_null=True),
        Field("artist", ADDRESS, "Null where works of anybody fit.", may_be_null=True),
        Field("copies", NUMBER, "0: a work of which there is one; else copies of an edition."),
        Field("bidder", ADDRESS),
        Field("currency", ADDRESS, "Never ether, which nobody can take from a bidder later."),
        Field("price", AMOUNT, "For all the copies together."),
        Field("expires_at", SECOND),
        Field("offered_at", SECOND),
        Field(
            "is_live",
            FLAG,
            "Whether the contract would honour it at the newest block, if its bidder can pay.",
        ),
        Field("is_taken", FLAG),
        Field("is_cancelled", FLAG),
    ),
    branches=(
        Branch(
            "offers o",
            {
                **{
                    name: f"o.{name}"
                    for name in (
                        "digest", "work", "artist", "copies", "bidder", "currency", "price",
                        "expires_at", "offered_at", "created_at",
                    )
                },
                "token_id": "o.work",
                "is_live": "s.is_live",
                "is_taken": "s.is_taken",
                "is_cancelled": "s.is_cancelled",
            },
            joins={  # one at a time, as listings
                "s": "JOIN LATERAL (SELECT * FROM offer_standings n WHERE n.digest = o.digest "
                "LIMIT 1) s ON true"
            },
        ),
    ),
    filters=(
        Filter(
            "live",
            "Only what may be taken now, what no longer may, or all.",
            choices={"true": "s.is_live", "false": "NOT s.is_live", "all": "true"},
            default="true",
        ),
        Filter("work", "Only for exactly this work.", WORK),
        Filter("artist", "Only for works of this artist.", ADDRESS),
        Filter("bidder", "Only by this bidder.", ADDRESS),
        Filter("currency", "Only in this currency.", ADDRESS, example=WRAPPED_ETHER),
        Filter(
            "scope",
            "Only for one named work, for any work of an artist, or for any work at all.",
            choices={
                "work": "o.work IS NOT NULL",
                "artist": "o.work IS NULL AND o.artist IS NOT NULL",
                "any": "o.work IS NULL AND o.artist IS NULL",
            },
        ),
    ),
    sorts=(
        Sort("newest", LISTED),
        Sort("oldest", LISTED, is_descending=False),
        Sort("cheapest", PRICED, is_descending=False),
        Sort("dearest", PRICED),
    ),
)  # fmt: skip

AUCTIONS: Final = Resource(
    name="auctions",
    one="auction",
    title="Auctions with their leading bids.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("work", WORK),
        Field("seller", ADDRESS),
        Field("state", one_of("open", "settled", "cancelled")),
        Field("reserve", AMOUNT),
        Field("bidder", ANYBODY, "Who leads; null before the first bid.", may_be_null=True),
        Field("amount", AMOUNT, "The leading bid."),
        Field("bid_count", NUMBER),
        Field("ends_at", SECOND, "0 before the first bid."),
        Field("duration", NUMBER, "In seconds, from the first bid."),
        Field("extension", NUMBER, "A bid this close to the end moves it, in seconds."),
        Field("extension_cap", NUMBER, "By how much all bids together can move it, in seconds."),
        Field("increment_bps", NUMBER),
        Field("fee_bps", NUMBER),
        Field("transfer_count", NUMBER, "Tells this auction of the work from its others."),
        Field("opened_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "auctions a",
            {
                **placed("a"),
                **{
                    name: f"a.{name}"
                    for name in (
                        "work", "seller", "reserve", "duration", "extension", "extension_cap",
                        "increment_bps", "fee_bps", "transfer_count",
                    )
                },
                **{name: f"v.{name}" for name in ("bidder", "amount", "bid_count", "ends_at")},
                "state": "v.state",
                "opened_at": at("a"),
            },
            joins={
                
                "v": "JOIN LATERAL (SELECT * FROM current_auctions n WHERE n.block_number = "
                "a.block_number AND n.log_index = a.log_index LIMIT 1) v ON true",
            },
        ),
    ),
    filters=(
        Filter("work", "Only of this work.", WORK),
        Filter("seller", "Only by this seller.", ADDRESS),
        Filter(
            "state",
            "Only in this state; an open one whose time is over waits to be settled.",
            choices={
                state: f"v.state = '{state}'" for state in ("open", "settled", "cancelled")
            },
        ),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)  # fmt: skip

BIDS: Final = Resource(
    name="bids",
    one="bid",
    title="Every bid in every auction.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("work", WORK),
        Field("bidder", ADDRESS),
        Field("amount", AMOUNT),
        Field("ends_at", SECOND, "When the auction ends if this bid is the last."),
        Field("bid_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "bids i",
            {
                **placed("i"),
                **{name: f"i.{name}" for name in ("work", "bidder", "amount", "ends_at")},
                "bid_at": at("i"),
            },
        ),
    ),
    filters=(
        Filter("work", "Only on this work.", WORK),
        Filter("bidder", "Only by this bidder.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)
