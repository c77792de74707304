"""Count the whole market: how many of each there are, and what was paid, by currency."""

from typing import Any, Final

import orjson
from pydantic import BaseModel, Field

from indexer.primitives import Address, address_from_bytes
from marketplace.api.answer import packed
from marketplace.api.reader import Reader
from marketplace.api.shelf import Kept

COUNTED: Final = {
    "works": "works",
    "editions": "editions",
    "copies": "copy_mints",
    "applications": "applications",
    "transfers": "transfers",
    "bids": "bids",
    "proposals": "proposals",
    "exhibitions": "exhibitions",
}
_COUNTS: Final = ", ".join(
    f"(SELECT {'coalesce(sum(copies), 0)::text' if name == 'copies' else 'count(*)'} FROM {table})"  # noqa: S608
    for name, table in COUNTED.items()
)
STATISTICS: Final = f"""
    SELECT c.head_number, {_COUNTS},
        (SELECT count(*) FROM member_admissions) - (SELECT count(*) FROM member_removals),
        (SELECT count(*) FROM current_artists a
            WHERE a.ends_at = 0 OR a.ends_at > c.head_timestamp),
        (SELECT coalesce(json_agg(json_build_array(
            encode(p.currency, 'hex'), p.sales, p.volume::text, p.fees::text
        ) ORDER BY p.currency), '[]'::json)::text FROM (
            SELECT currency, count(*) AS sales, sum(price) AS volume, sum(fee) AS fees FROM (
                SELECT currency, price, fee FROM sales
                UNION ALL SELECT currency, price, fee FROM edition_sales
                UNION ALL SELECT currency, price, fee FROM works WHERE price > 0
                UNION ALL SELECT currency, price, fee FROM copy_mints WHERE price > 0
                UNION ALL SELECT decode(repeat('00', 20), 'hex'), price, fee
                    FROM auction_settlements WHERE price > 0
            ) sold GROUP BY currency
        ) p)
    FROM chains c
"""  # noqa: S608 - our own words


class Volume(BaseModel):
    """What was paid in one currency; the zero address is ether."""

    currency: Address
    sales: int
    volume: str = Field(description="In the currency's smallest unit, in decimal.")
    fees: str


class Statistics(BaseModel):
    """The whole market at the newest block."""

    works: int
    editions: int
    copies: str
    applications: int
    transfers: int
    bids: int
    proposals: int
    exhibitions: int
    members: int
    artists: int
    volumes: list[Volume]


def statistics(reader: Reader) -> Kept:
    """All counts; each is made once a block at most, whoever asks."""
    names = [*COUNTED, "members", "artists"]
    rows = reader.rows(STATISTICS, {})
    if not rows:
        nothing: dict[str, Any] = dict.fromkeys(names, 0)
        return packed({**nothing, "copies": "0", "volumes": []}, None)
    head, *counts, volumes = rows[0]
    told = dict(zip(names, counts, strict=True))
    return packed({**told, "volumes": [_volume(one) for one in orjson.loads(volumes)]}, head)


def _volume(told: list[Any]) -> dict[str, Any]:
    currency, sales, volume, fees = told
    spoken = address_from_bytes(bytes.fromhex(currency))
    return {"currency": spoken, "sales": sales, "volume": volume, "fees": fees}
