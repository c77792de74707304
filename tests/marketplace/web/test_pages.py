"""The pages
anybody            -> every page answers with one h1, a title, labels, texts for pictures, no script
a visitor          -> may buy what is listed; is asked to sign in where that is needed
the owner          -> may list, and withdraw what is listed
a work compared    -> says what it resembles, and whose signature stands for that
a remix            -> names its parents, and they name it; the studio begins with its recipe
an example         -> fills the studio's form in, also with the later links of a chain
without script     -> the studio's form commissions as well
an artist          -> the studio's form is theirs; a commission shows only to its artist
outside the embedded chain -> nothing of the development wallet is on the page
nothing there      -> a page that says so; JSON for programs
compression        -> the same page, smaller; the first page weighs less than 30 kB
"""

import gzip
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import httpx
import pytest

from generation import registry
from generation.recipe import compose
from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.db import unit
from marketplace.gallery.queries import ask_to_compare
from marketplace.parts import Parts
from marketplace.resemblance.attester import Attester
from marketplace.web import asset
from marketplace.web.identity import DEMO
from tests.conftest import Accounts
from tests.marketplace.gallery.conftest import Seller

HTML = {"Accept": "text/html"}
LIMIT = 30_000
FAULTY_PATHS = {
    "/nowhere": 404,
    "/works/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy": 404,
    "/works/nonsense": 400,
    "/applications/99": 404,
    "/applications/zero": 422,
    "/artists/0x12": 400,
    "/?cursor=nonsense": 400,
    f"/studio/{uuid4()}": 401,
}
FIELDS = {"input", "select", "textarea"}


class Page(HTMLParser):
    """What a reader without eyes is told."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside: list[str] = []
        self.wrapped: set[int] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FIELDS and "label" in self._inside:
            self.wrapped.add(len(self.tags))
        self.tags.append((tag, dict(attrs)))
        if tag == "label":
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self._inside.pop()

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def unlabelled(self) -> list[dict[str, str | None]]:
        named = {attributes.get("for") for attributes in self.all("label")}
        return [
            attributes
            for place, (tag, attributes) in enumerate(self.tags)
            if tag in FIELDS
            and attributes.get("type") != "hidden"
            and place not in self.wrapped
            and not attributes.get("aria-label")
            and attributes.get("id") not in named
        ]


def read(site: httpx.Client, path: str, status: int = 200) -> str:
    answer = site.get(path, headers=HTML)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def paths(work: Cid, artist: str) -> list[str]:
    return [
        "/",
        "/?listed=true",
        f"/?artist={artist}",
        f"/works/{work}",
        f"/works/{work}/receipt",
        f"/compare?left=work/{work}&right=work/{work}",
        "/apply",
        "/applications",
        "/applications?state=admitted",
        "/applications?state=rejected",
        "/applications/1",
        "/studio",
        "/studio/submit",
        "/mine",
        f"/artists/{artist}",
        "/members",
        "/how",
    ]


def test_a_work_says_what_it_resembles(
    browser: Callable[..., httpx.Client],
    work: Cid,
    parts: Parts,
    compare: Callable[[], None],
) -> None:
    site = browser()
    assert "Its picture has not been compared yet" in read(site, f"/works/{work}")
    with unit(parts.units) as session:
        ask_to_compare(session, 1)
    compare()
    page = read(site, f"/works/{work}")
    found = site.get(f"/api/v1/resemblances/0x{work.token:064x}").json()
    assert "It resembles no other artist" in page
    assert f'href="/ipfs/{found["statement"]}"' in page
    assert f'title="{Attester.ensure(parts.settings.attester_key_file).address}"' in page
    assert f'title="{found["signature"]}"' in page


def test_every_page_can_be_read_by_everybody(
    browser: Callable[..., httpx.Client], work: Cid, seller: Seller, accounts: Accounts
) -> None:
    seller.list(work)
    for person in (None, accounts.artist, accounts.collector):
        site = browser(person)
        for path in paths(work, accounts.artist.address):
            page = Page(read(site, path))
            assert len(page.all("h1")) == 1, path
            assert len(page.all("title")) == 1, path
            assert page.unlabelled() == [], path
            assert all("alt" in image for image in page.all("img")), path
            assert all(image.get("width") for image in page.all("img")), path
            assert [script for script in page.all("script") if not script.get("src")] == [], path
            assert not [tag for tag, attributes in page.tags if "style" in attributes], path


def test_a_visitor_is_offered_what_is_listed(
    browser: Callable[..., httpx.Client], work: Cid, seller: Seller
) -> None:
    assert "Not for sale" in read(browser(), f"/works/{work}")
    digest = seller.list(work, 250_000_000_000_000_000)
    shown = read(browser(), f"/works/{work}")
    assert f'action="/api/v1/listings/{digest}/purchase"' in shown
    assert "0.25\u00a0ETH" in shown
    assert str(work) in read(browser(), "/?listed=true")


def test_the_owner_may_list_and_withdraw(
    work: Cid, seller: Seller, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    assert f'action="/api/v1/works/{work}/listing-terms"' in read(seller.site, "/mine")
    digest = seller.list(work)
    for path in ("/mine", f"/works/{work}"):
        assert f'action="/api/v1/listings/{digest}/cancellation"' in read(seller.site, path)
    assert digest not in read(browser(accounts.collector), "/mine")


def test_a_reserved_listing_is_for_its_buyer(
    work: Cid, seller: Seller, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    digest = seller.list(work, buyer=accounts.collector.address)
    purchase = f'action="/api/v1/listings/{digest}/purchase"'
    assert purchase in read(browser(accounts.collector), f"/works/{work}")
    assert purchase not in read(browser(accounts.stranger), f"/works/{work}")


def test_a_work_tells_how_it_was_made(browser: Callable[..., httpx.Client], work: Cid) -> None:
    shown = read(browser(), f"/works/{work}")
    for fact in (f"atelier verify {work}", "Painter, version 3", "CC BY-NC 4.0", str(work.token)):
        assert fact in shown


def test_a_remix_shows_where_it_comes_from(
    browser: Callable[..., httpx.Client],
    mint: Callable[..., Cid],
    work: Cid,
    accounts: Accounts,
) -> None:
    assert "Lineage" not in read(browser(), f"/works/{work}")
    recipe = compose("painter", {"concept": "boat"}, seed=2, parents=(str(work),))
    child = mint(2, recipe=recipe.as_dict())
    assert f'href="/works/{child}"' in read(browser(), f"/works/{work}")
    assert f'href="/works/{work}"' in read(browser(), f"/works/{child}")
    remix = f"/studio?remix={child}"
    assert remix not in read(browser(), f"/works/{child}")
    assert remix in read(browser(accounts.artist), f"/works/{child}")
    studio = Page(read(browser(accounts.artist), remix))
    chosen = {one["value"] for one in studio.all("input") if "checked" in one}
    assert "boat" in chosen
    assert {"name": "parents", "value": str(child)}.items() <= named(studio, "parents").items()
    read(browser(), "/studio?remix=1", 404)


def test_an_example_fills_the_form_in(
    browser: Callable[..., httpx.Client], index: Callable[[], None]
) -> None:
    example = registry.card("painter").examples[-1]
    studio = Page(read(browser(), f"/studio?preset={example.name}"))
    chosen = {one["value"] for one in studio.all("input") if "checked" in one}
    assert set(example.parameters.values()) <= chosen
    assert named(studio, "seed")["value"] == str(example.seed)
    read(browser(), "/studio?preset=none", 404)


def test_each_link_of_a_chain_opens(
    browser: Callable[..., httpx.Client], index: Callable[[], None]
) -> None:
    example = next(one for one in registry.card("painter").examples if one.further)
    for number, link in enumerate(example.links, 1):
        path = f"/studio?preset={example.name}&link={number}"
        text = read(browser(), path)
        assert f'href="{path}" aria-current="true"'.replace("&", "&amp;") in text
        inputs = [one for one in Page(text).all("input") if "checked" in one]
        chosen = {one["name"]: one["value"] for one in inputs}
        for name in ("concept", "becoming"):
            assert chosen[f"parameters.{name}"] == link[name]
    read(browser(), f"/studio?preset={example.name}&link={len(example.links) + 1}", 404)


def test_a_plain_form_commissions(
    browser: Callable[..., httpx.Client], accounts: Accounts, index: Callable[[], None]
) -> None:
    artist = browser(accounts.artist)
    studio = Page(read(artist, "/studio?preset=song"))
    inputs = [one for one in studio.all("input") if one.get("name")]
    sent = {
        one["name"]: one.get("value", "")
        for one in inputs
        if one.get("type") != "radio" or "checked" in one
    }
    made = artist.post("/studio", data={**sent, "title": "Plain"}, follow_redirects=False)
    assert made.status_code == 303, made.text
    assert "Treble clef" in read(artist, made.headers["location"])
    assert artist.post("/studio", data={**sent, "title": ""}).status_code == 422
    assert artist.post("/studio", data={**sent, "title": "x", "seed": "?"}).status_code == 422


def named(page: Page, name: str) -> dict[str, str | None]:
    return next(one for one in page.all("input") if one.get("name") == name)


def test_the_studio_is_for_admitted_artists(
    browser: Callable[..., httpx.Client], accounts: Accounts, index: Callable[[], None]
) -> None:
    paint = "Paint it</button>"
    assert f"<button>{paint}" in read(browser(accounts.artist), "/studio")
    assert f"<button disabled>{paint}" in read(browser(accounts.stranger), "/studio")


def test_a_commission_shows_only_to_its_artist(
    browser: Callable[..., httpx.Client], accounts: Accounts, index: Callable[[], None]
) -> None:
    artist = browser(accounts.artist)
    order: dict[str, Any] = {"title": "Dusk", "engine": "painter", "seed": 5}
    made = artist.post("/api/v1/commissions", json=order).json()["id"]
    shown = read(artist, f"/studio/{made}")
    assert f'data-progress="/api/v1/commissions/{made}/progress"' in shown
    assert made in read(artist, "/studio")
    read(browser(accounts.collector), f"/studio/{made}", 404)
    assert "Sign in first" in read(browser(), f"/studio/{made}", 401)


def test_a_member_votes_where_the_vote_counts(
    browser: Callable[..., httpx.Client], accounts: Accounts, act: Any, index: Callable[[], None]
) -> None:
    bond_wei = act.read("Curation", "parameters")[0][0]
    digest = b"\x02" * 32
    stranger = accounts.stranger.address
    act.send(stranger, "Curation", "openApplication", digest, value_wei=bond_wei)
    index()
    form = 'action="/api/v1/applications/2/vote"'
    member = accounts.members[0]
    assert form in read(browser(member), "/applications/2")
    for nobody in (None, accounts.collector, accounts.stranger):
        assert form not in read(browser(nobody), "/applications/2")
    act.send(member.address, "Curation", "vote", 2, 0, "Not yet; <b>show more</b>.")
    index()
    voted = read(browser(member), "/applications/2")
    assert form not in voted
    assert "Not yet; &lt;b&gt;show more&lt;/b&gt;." in voted


def test_play_money_shows_on_the_embedded_chain_alone(
    browser: Callable[..., httpx.Client], index: Callable[[], None], settings: Settings
) -> None:
    assert settings.development
    shown = read(browser(), "/")
    assert "play money" in shown
    assert all(address in shown for address in DEMO)


class TestBeyondTheEmbeddedChain:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"development": False})

    def test_there_is_no_play_money(
        self, browser: Callable[..., httpx.Client], index: Callable[[], None]
    ) -> None:
        shown = read(browser(), "/")
        assert "evelopment" not in shown
        assert not any(address in shown for address in DEMO)


def test_what_is_not_there_is_said_on_a_page(
    browser: Callable[..., httpx.Client], index: Callable[[], None]
) -> None:
    site = browser()
    for path, status in FAULTY_PATHS.items():
        page = Page(read(site, path, status))
        assert len(page.all("h1")) == 1, path
        answer = site.get(path, headers={"Accept": "application/json"})
        assert answer.headers["content-type"] == "application/problem+json", path


def test_the_first_page_is_light(
    browser: Callable[..., httpx.Client], mint: Callable[..., Cid]
) -> None:
    for seed in range(1, 9):
        mint(seed)
    site = browser()
    sent = site.get("/", headers={**HTML, "Accept-Encoding": "gzip"})
    plain = site.get("/", headers={**HTML, "Accept-Encoding": "identity"})
    assert sent.text == plain.text
    parts = [asset.assets()[name].compressed for name in ("dist/page.css", "dist/wallet.js")]
    weight = len(gzip.compress(plain.content, 6)) + sum(len(part) for part in parts if part)
    assert sent.headers["content-encoding"] == "gzip"
    assert weight < LIMIT
