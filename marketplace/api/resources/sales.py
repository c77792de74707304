"""What was sold, by whichever way, and what came in as royalties."""

from typing import Final

from marketplace.api.kind import ADDRESS, AMOUNT, HASH, SECOND, TOKEN, WORK, one_of
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

ETHER: Final = "decode(repeat('00', 20), 'hex')"
FROM_AUCTION: Final = ("work", "seller", "price", "fee", "royalty", "royalty_receiver")
FROM_ORDER: Final = (*FROM_AUCTION, "buyer", "currency", "order_digest")


SALES: Final = Resource(
    name="sales",
    one="sale",
    title="Everything sold: by order, at auction, and at its mint.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("kind", one_of("order", "auction", "edition_order", "mint", "edition_mint")),
        Field("work", WORK, "The work or the edition."),
        Field("seller", ADDRESS),
        Field("buyer", ADDRESS, "Who has it afterwards."),
        Field("copies", TOKEN),
        Field("currency", ADDRESS, "The zero address is ether."),
        Field("price", AMOUNT, "Of all copies together."),
        Field("fee", AMOUNT),
        Field("royalty", AMOUNT),
        Field("royalty_receiver", ADDRESS, may_be_null=True),
        Field("order_digest", HASH, may_be_null=True),
        Field("sold_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "sales s",
            {
                **placed("s"),
                **{name: f"s.{name}" for name in FROM_ORDER},
                "kind": "'order'::text",
                "copies": "1::numeric",
                "sold_at": at("s"),
            },
        ),
        Branch(
            "auction_settlements a",
            {
                **placed("a"),
                **{name: f"a.{name}" for name in FROM_AUCTION},
                "kind": "'auction'::text",
                "buyer": "a.winner",
                "currency": ETHER,
                "copies": "1::numeric",
                "sold_at": at("a"),
            },
            where="a.price > 0",
        ),
        Branch(
            "edition_sales e",
            {
                **placed("e"),
                **{name: f"e.{name}" for name in FROM_ORDER if name != "work"},
                "kind": "'edition_order'::text",
                "work": "e.edition",
                "copies": "e.copies",
                "sold_at": at("e"),
            },
        ),
        Branch(
            "works w",
            {
                **placed("w"),
                **{name: f"w.{name}" for name in ("work", "currency", "price", "fee")},
                "kind": "'mint'::text",
                "seller": "w.artist",
                "buyer": "w.recipient",
                "copies": "1::numeric",
                "royalty": "0::numeric",
                "sold_at": at("w"),
            },
            where="w.price > 0",
            filters={
                "buyer": "{buyer} = {param} AND {work} IN "
                "(SELECT t.work FROM transfers t WHERE t.recipient = {param})"
            },
        ),
        Branch(
            "copy_mints n",
            {
                **placed("n"),
                **{name: f"n.{name}" for name in ("copies", "currency", "price", "fee")},
                "kind": "'edition_mint'::text",
                "work": "n.edition",
                "seller": "n.artist",
                "buyer": "n.recipient",
                "royalty": "0::numeric",
                "sold_at": at("n"),
            },
            where="n.price > 0",
            filters={
                "seller": "{seller} = {param} AND {work} IN "
                "(SELECT e.edition FROM editions e WHERE e.artist = {param})"
            },
        ),
    ),
    filters=(
        Filter("work", "Only of this work or edition.", WORK),
        Filter("seller", "Only by this seller.", ADDRESS),
        Filter("buyer", "Only to this buyer.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)

ROYALTIES: Final = Resource(
    name="royalties",
    one="royalty",
    title="What payees were given of works' income.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("work", WORK),
        Field("payee", ADDRESS),
        Field("currency", ADDRESS, "The zero address is ether."),
        Field("amount", AMOUNT),
        Field("paid_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "income_shares h",
            {
                **placed("h"),
                **{name: f"h.{name}" for name in ("work", "payee", "currency", "amount")},
                "paid_at": at("h"),
            },
        ),
    ),
    filters=(
        Filter("work", "Only of this work.", WORK),
        Filter("payee", "Only to this payee.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)
