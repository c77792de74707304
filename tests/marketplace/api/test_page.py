"""pages
walked while works are minted  -> every work that was there once, none twice; in every order
few members asked for          -> these and the key
ids                            -> these rows, also those that a default would hold back
one row                        -> by its key; none is 404
what cannot be                 -> 422 by its name; a cursor of another order -> 400
amounts                        -> decimal texts, whatever their width
finality                       -> by the chain's safe and finalized blocks
searched                       -> in English by the word, in Chinese by any two signs or one
"""

from typing import Any

import pytest
from fastapi.exceptions import RequestValidationError

from marketplace.adapters.ipfs.cid import Cid
from marketplace.api import answer
from marketplace.api.resources import EVERY
from marketplace.errors import Malformed
from tests.marketplace.api.conftest import WORKS, Market

MINT = """
    INSERT INTO works (block_number, log_index, transaction_hash, work, artist, recipient, payer,
        royalty_bps, currency, price, fee)
    SELECT (SELECT max(block_number) + 1 FROM works), log_index, transaction_hash, work + 1,
        artist, recipient, payer, royalty_bps, currency, price, fee
    FROM works ORDER BY block_number, log_index LIMIT 1 OFFSET {}
"""


def walk(market: Market, name: str, **asked: str) -> list[Any]:
    """A list page by page to its end."""
    rows: list[Any] = []
    page = market.rows(name, **asked)
    while rows.extend(page[name]) is None and page["next"] is not None:
        page = market.rows(name, cursor=page["next"], **asked)
    return rows


def test_pages_are_stable_while_works_are_minted(market: Market) -> None:
    with market.connect() as connection:
        before = {str(row[0]) for row in connection.execute("SELECT work FROM works")}
        seen: list[str] = []
        page = market.rows("works", limit="100", fields="token_id")
        for minted in range(WORKS):
            seen += [work["token_id"] for work in page["works"]]
            if page["next"] is None:
                break
            connection.execute(MINT.format(minted))
            page = market.rows("works", limit="100", fields="token_id", cursor=page["next"])
        connection.execute("DELETE FROM works WHERE work NOT IN (SELECT work FROM transfers)")
    assert len(seen) == len(set(seen)) == WORKS
    assert set(seen) == before


@pytest.mark.parametrize("resource", EVERY, ids=lambda one: one.name)
def test_every_order_walks_every_row_once(market: Market, resource: Any) -> None:
    for sort in resource.sorts:
        asked = {"limit": "90", "sort": sort.name, "fields": resource.key.name}
        if sort.requires:
            asked["q"] = "moonlight"
        if resource.needs_one_of:
            asked["holder"] = market.artist
            asked["fields"] = "holder"
        if resource.name in ("sales", "activity"):
            asked["from_block"] = "90"  # not all of it: that is long
        rows = walk(market, resource.name, **asked)
        keys = [row[resource.key.name] for row in rows]
        assert len(keys) == len(set(keys)), sort.name


def test_orders_mirror_each_other(market: Market) -> None:
    for name, up, down in (("works", "oldest", "newest"), ("listings", "cheapest", "dearest")):
        rising = walk(market, name, sort=up, limit="100")
        assert rising == walk(market, name, sort=down, limit="100")[::-1]
        assert len(rising) > 100
    prices = [int(row["price"]) for row in rising]
    assert prices == sorted(prices)


def test_some_members_come_with_the_key(market: Market) -> None:
    (row,) = market.rows("works", fields="price,artist", limit="1")["works"]
    assert set(row) == {"work", "price", "artist"}


def test_a_batch_by_ids_holds_back_nothing(market: Market) -> None:
    with market.connect() as connection:
        (digest,) = connection.execute(
            "UPDATE listings SET expires_at = 1 "
            "WHERE digest = (SELECT digest FROM listings LIMIT 1) "
            "RETURNING '0x' || encode(digest, 'hex')"
        ).fetchone()
    live = market.rows("listings", limit="1")["listings"][0]["digest"]
    both = market.rows("listings", ids=f"{digest},{live}")["listings"]
    assert {row["digest"]: row["is_live"] for row in both} == {digest: False, live: True}
    assert digest not in [row["digest"] for row in walk(market, "listings", limit="100")]


def test_facts_of_the_chain_are_named_by_their_place(market: Market) -> None:
    first, second, *_ = market.rows("bids")["bids"]
    assert first["id"] == f"{first['block_number']}-{first['log_index']}"
    batch = market.rows("bids", ids=f"{first['id']},{second['id']}")["bids"]
    assert batch == [first, second]


def test_one_row_or_none(market: Market) -> None:
    (members,) = [one for one in EVERY if one.name == "members"]
    assert b'"member":7' in answer.one(market.reader, members, "7", b"").body
    with pytest.raises(answer.RowMissing):
        answer.one(market.reader, members, "777", b"")


REFUSED = (
    "limit=0", "limit=101", "limit=x", "sort=biggest", "fields=nothing", "nothing=1",
    "artist=0x12", "owner=me", "ids=x", f"ids={Cid.of(b'')}" + f",{Cid.of(b'')}" * 100, "q=",
    "listed=maybe", "from_block=-1", "limit=1&limit=2", "parent=QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHd",
    "limit=%FF", "a=" + "b" * 9000, "from_block=9007199254740993",
)  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_what_cannot_be_is_told_by_its_name(market: Market, query: str) -> None:
    (works,) = [one for one in EVERY if one.name == "works"]
    with pytest.raises(RequestValidationError):
        answer.page(market.reader, works, query.encode())


def test_filters_that_nothing_has_together_find_nothing(market: Market) -> None:
    assert market.rows("votes", application="1", proposal="1") == {"votes": [], "next": None}
    assert market.rows("votes", application="1", proposal="1", ids="1-1")["votes"] == []


def test_the_best_of_everything_is_the_newest(market: Market) -> None:
    assert market.rows("works", sort="best") == market.rows("works")


def test_a_cursor_belongs_to_its_order(market: Market) -> None:
    (works,) = [one for one in EVERY if one.name == "works"]
    after = market.rows("works", limit="1")["next"]
    with pytest.raises(Malformed):
        answer.page(market.reader, works, f"sort=oldest&cursor={after}".encode())
    for nonsense in ("x", "WzFd", "WzAsMSwiYSJd"):
        with pytest.raises(Malformed):
            answer.page(market.reader, works, f"cursor={nonsense}".encode())


def test_wide_numbers_are_decimal_texts(market: Market) -> None:
    (row,) = market.rows("works", limit="1", listed="true")["works"]
    assert Cid.from_digest(int(row["token_id"])) == Cid.parse(row["work"])
    assert row["price"]["amount"] == str(int(row["price"]["amount"]))
    (sale,) = market.rows("sales", limit="1")["sales"]
    assert isinstance(sale["price"], str)


def test_every_row_says_how_sure_its_block_is(market: Market) -> None:
    with market.connect() as connection:
        head, safe, final = connection.execute(
            "SELECT head_number, safe_number, finalized_number FROM chains"
        ).fetchone()
        connection.execute("UPDATE chains SET safe_number = 100, finalized_number = 98")
    rows = walk(market, "works", limit="100", from_block="97", fields="block_number,finality")
    with market.connect() as connection:
        connection.execute(
            "UPDATE chains SET safe_number = %s, finalized_number = %s", (safe, final)
        )
    assert head > 100
    told = {row["block_number"]: row["finality"] for row in rows}
    assert (told[98], told[99], told[100]) == ("finalized", "safe", "safe")
    assert "latest" not in told.values() or max(told) > 100


SOUGHT = (
    ("cloud", "Clouds"),  # another form of the word
    ("云朵", "云朵"),
    ("月光下", "月光下的花"),
    ("花", "月光下的花"),
    ("翅膀", "变成翅膀"),
    ("butterflies 翅膀", "变成翅膀"),
)


@pytest.mark.parametrize(("question", "word"), SOUGHT)
def test_works_are_found_by_what_they_say(market: Market, question: str, word: str) -> None:
    for sort in ("newest", "best"):
        rows = market.rows("works", q=question, sort=sort)["works"]
        assert rows
        assert all(word in row["title"] + row["description"] for row in rows)


def test_signs_in_another_order_are_not_found(market: Market) -> None:
    assert market.rows("works", q="朵云")["works"] == []
    assert market.rows("works", q="'quoted & ! (")["works"] == []


def test_the_title_counts_more_than_the_description(market: Market) -> None:
    with market.connect() as connection:
        for number, (title, said) in enumerate((("A pearl", "at sea"), ("A sea", "of pearls"))):
            connection.execute(
                "UPDATE work_cards SET title = %(t)s, description = %(s)s, "
                "search = search_words(%(t)s, 'A') || search_words(%(s)s, 'C') "
                "WHERE work = (SELECT work FROM work_cards ORDER BY work OFFSET %(n)s LIMIT 1)",
                {"t": title, "s": said, "n": number},
            )
    found = [row["title"] for row in market.rows("works", q="pearl", sort="best")["works"]]
    assert found == ["A pearl", "A sea"]
