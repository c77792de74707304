"""works
minted elsewhere          -> shown with owner, texts and picture once its metadata is learnt
metadata hostile          -> shown without it
paged                     -> every work once, newest first
by artist, owner, listed  -> only those
unknown, or not a work    -> 404, 400
history                   -> minted, listed, sold, transferred, in order
receipt                   -> every digest holds; a metadata that names another recipe does not
"""

from collections.abc import Callable
from typing import Any

from marketplace.adapters.ipfs.cid import DAG_PB, Cid
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.gallery.conftest import ETHER, Mint, Seller

Browser = Callable[..., Any]


def test_a_work_is_shown_with_its_metadata(browser: Browser, accounts: Accounts, work: Cid) -> None:
    found = browser().get(f"/api/v1/works/{work}").json()
    artist = accounts.artist.address
    assert (found["work"], found["token_id"]) == (str(work), str(work.token))
    assert (found["artist"], found["owner"], found["title"]) == (artist, artist, "Study 1")
    assert (found["royalty_bps"], found["transfer_count"], found["price"]) == (700, 0, None)
    assert found["artefact"]["media_type"] == "image/png"


def test_metadata_that_is_none_leaves_the_work_bare(browser: Browser, mint: Mint) -> None:
    work = mint(artefact={"cid": "javascript:alert(1)"})
    found = browser().get(f"/api/v1/works/{work}").json()
    assert (found["title"], found["artefact"], found["metadata"]) == (None, None, None)
    assert browser().get(f"/api/v1/works/{work}/receipt").status_code == 503


def test_pages_hold_every_work_once(browser: Browser, mint: Mint) -> None:
    minted = [str(mint(seed)) for seed in (1, 2, 3)]
    first = browser().get("/api/v1/works?limit=2").json()
    rest = browser().get(f"/api/v1/works?limit=2&cursor={first['next']}").json()
    assert [work["work"] for work in first["works"] + rest["works"]] == minted[::-1]
    assert rest["next"] is None


def test_filters_choose(
    browser: Browser, accounts: Accounts, mint: Mint, seller: Seller, act: Actor, index: Any
) -> None:
    listed, given = mint(1), mint(2)
    seller.list(listed)
    artist, collector = accounts.artist.address, accounts.collector.address
    act.send(artist, "Artwork", "transferFrom", artist, collector, given.token)
    index()
    site = browser()

    def chosen(query: str) -> list[str]:
        return [work["work"] for work in site.get(f"/api/v1/works?{query}").json()["works"]]

    assert chosen("listed=true") == [str(listed)]
    assert chosen("listed=false") == [str(given)]
    assert chosen(f"owner={collector}") == [str(given)]
    assert chosen(f"artist={artist}") == [str(given), str(listed)]
    assert chosen(f"artist={collector}") == []


NO_WORKS = (
    (str(Cid.of(b"nothing")), 404),
    (str(Cid.of(b"a file", DAG_PB)), 404),
    ("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", 400),
    ("no-cid", 400),
)


def test_what_is_no_work_is_said(browser: Browser) -> None:
    site = browser()
    for name, status in NO_WORKS:
        answer = site.get(f"/api/v1/works/{name}")
        assert answer.status_code == status, name
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_query_that_cannot_be_is_refused(browser: Browser) -> None:
    site = browser()
    for query in ("cursor=x", "cursor=WzFd", "limit=0", "artist=0x12"):
        assert site.get(f"/api/v1/works?{query}").status_code in (400, 422), query


def test_history_tells_all_in_order(
    browser: Browser,
    accounts: Accounts,
    work: Cid,
    seller: Seller,
    send: Any,
    act: Actor,
    index: Any,
) -> None:
    digest = seller.list(work)
    artist, collector = accounts.artist.address, accounts.collector.address
    send(collector, browser(accounts.collector).post(f"/api/v1/listings/{digest}/purchase").json())
    act.send(collector, "Artwork", "transferFrom", collector, artist, work.token)
    index()
    told = browser().get(f"/api/v1/works/{work}/history").json()
    assert [(line["kind"], line["price"]) for line in told] == [
        ("minted", "0"),
        ("listed", str(ETHER)),
        ("sold", str(ETHER)),
        ("transferred", None),
    ]
    assert [line["listing"] for line in told] == [None, digest, digest, None]
    assert (told[2]["actor"], told[2]["counterpart"]) == (artist, collector)


def test_a_receipt_holds_at_every_digest(browser: Browser, work: Cid) -> None:
    receipt = browser().get(f"/api/v1/works/{work}/receipt").json()
    assert receipt["is_sound"]
    assert [finding["holds"] for finding in receipt["findings"]] == [True] * 4
    assert receipt["how_to_verify"] == f"atelier verify {work}"


def test_a_receipt_that_lies_is_found_out(browser: Browser, mint: Mint) -> None:
    work = mint(recipe_digest="0x" + "11" * 32)
    receipt = browser().get(f"/api/v1/works/{work}/receipt").json()
    assert not receipt["is_sound"]
    wrong = [finding["what"] for finding in receipt["findings"] if not finding["holds"]]
    assert wrong == ["the metadata names the recipe"]
