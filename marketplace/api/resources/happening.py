"""Everything that happens to works and artists, newest first."""

from collections.abc import Mapping
from typing import Final

from marketplace.api.kind import ADDRESS, AMOUNT, SECOND, WORK, one_of
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
    Resource,
    at,
    placed,
)

KINDS: Final = (
    "minted", "transferred", "sold", "auctioned", "bid", "settled",
    "opened", "copies_minted", "copies_sold", "applied", "admitted", "rejected",
)  # fmt: skip


def _of(
    table: str,
    kind: str,
    actor: str,
    counterpart: str = "",
    money: tuple[str, str] = ("", ""),
    work: str = "work",
    where: str = "",
    filters: Mapping[str, str] | None = None,
) -> Branch:
    """One table's facts, told as happenings; the kind is a word or an expression."""
    columns = {
        **placed("x"),
        "kind": kind if " " in kind else f"'{kind}'::text",
        "actor": f"x.{actor}",
        "happened_at": at("x"),
    }
    if work:
        columns["work"] = f"x.{work}"
    if counterpart:
        columns["counterpart"] = f"x.{counterpart}"
    currency, price = money
    if price:
        columns |= {"currency": currency or "decode(repeat('00', 20), 'hex')", "price": price}
    return Branch(f"{table} x", columns, where=where, filters=filters or {})


PAID: Final = ("x.currency", "x.price")

ACTIVITY: Final = Resource(
    name="activity",
    one="happening",
    title="What happened: to works, at auctions, and with applications.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("kind", one_of(*KINDS)),
        Field("work", WORK, "The work or the edition.", may_be_null=True),
        Field("actor", ADDRESS, "Who did it: artist, seller, bidder."),
        Field("counterpart", ADDRESS, "To whom.", may_be_null=True),
        Field("currency", ADDRESS, may_be_null=True),
        Field("price", AMOUNT, may_be_null=True),
        Field("happened_at", SECOND),
        *PLACED,
    ),
    branches=(
        _of("works", "minted", "artist", "recipient", PAID),
        _of("transfers", "transferred", "sender", "recipient",
            where="x.sender <> decode(repeat('00', 20), 'hex')"),
        _of("sales", "sold", "seller", "buyer", PAID),
        _of("auctions", "auctioned", "seller", money=("", "x.reserve")),
        _of("bids", "bid", "bidder", money=("", "x.amount")),
        _of("auction_settlements", "settled", "seller", "winner", ("", "x.price")),
        _of("editions", "opened", "artist", money=PAID, work="edition"),
        _of("copy_mints", "copies_minted", "artist", "recipient", PAID, "edition",
            filters={"actor": "x.artist = {param} AND x.edition IN "
                     "(SELECT e.edition FROM editions e WHERE e.artist = {param})"}),
        _of("edition_sales", "copies_sold", "seller", "buyer", PAID, "edition"),
        _of("applications", "applied", "artist", work=""),
        _of("decisions", "CASE WHEN x.is_admitted THEN 'admitted' ELSE 'rejected' END",
            "artist", work=""),
    ),
    filters=(
        Filter("work", "Only to this work or edition.", WORK),
        Filter("actor", "Only by this account.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)  # fmt: skip
