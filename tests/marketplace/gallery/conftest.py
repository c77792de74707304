"""A gallery with one work in it, minted by its artist's own hand, and its owner's signatures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from eth_account.messages import encode_typed_data
from eth_account.signers.local import LocalAccount

from generation.recipe import compose
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.gallery.learn import learn
from marketplace.parts import Parts, assembled
from marketplace.runtime.chain import Chain, free_port
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor

ETHER = 10**18


@pytest.fixture
def chain(admitted_state: Path) -> Iterator[Chain]:
    """A chain of the test's own on which the artist is admitted."""
    chain = Chain(free_port(), start_from=admitted_state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def parts(settings: Settings, index: Callable[[], None]) -> Iterator[Parts]:
    """What the web process holds."""
    with assembled(settings, "test") as parts:
        yield parts


Mint = Callable[..., Cid]


@pytest.fixture
def mint(parts: Parts, act: Actor, accounts: Accounts, index: Callable[[], None]) -> Mint:
    """Make, pin and mint a work without the studio; its name is the metadata's CID."""

    def minted(seed: int = 1, **changed: Any) -> Cid:
        artist = accounts.artist.address
        recipe = compose("painter", {}, seed=seed)
        made = fakes.render(recipe)
        content = metadata.compose(
            title=f"Study {seed}",
            description="",
            artist=artist,
            recipe=recipe,
            artefact=metadata.Artefact(
                cid=str(parts.store.add(made.png)),
                sha256=made.sha256,
                media_type=made.media_type,
                width=made.width,
                height=made.height,
                pixel_sha256=made.pixel_sha256,
            ),
            plan=made.plan_sha256,
        )
        cid = parts.store.add_block(metadata.encode({**content, **changed}))
        act.send(artist, "Artwork", "mint", cid.token, artist, 700)
        index()
        learn(parts.units, parts.store, datetime.now(UTC))
        return cid

    return minted


@pytest.fixture
def work(mint: Mint) -> Cid:
    """A work that its artist owns."""
    return mint()


@dataclass(frozen=True, slots=True)
class Seller:
    """A browser, and the wallet beside it."""

    site: Any
    account: LocalAccount

    def terms(self, work: Cid, price: int = ETHER, **choices: Any) -> Any:
        """Ask what to sign."""
        wish = {"price": str(price), "days": 30, **choices}
        return self.site.post(f"/api/v1/works/{work}/listing-terms", json=wish)

    def sign(self, typed: dict[str, Any]) -> str:
        """Sign it."""
        return str(
            self.account.sign_message(encode_typed_data(full_message=typed)).signature.to_0x_hex()
        )

    def hand_in(self, typed: dict[str, Any]) -> Any:
        """Sign and hand in."""
        signed = {"listing": typed["message"], "signature": self.sign(typed)}
        return self.site.post("/api/v1/listings", json=signed)

    def list(self, work: Cid, price: int = ETHER, **choices: Any) -> str:
        """List a work; the listing's digest."""
        asked = self.terms(work, price, **choices)
        assert asked.status_code == 200, asked.text
        answer = self.hand_in(asked.json()["typed_data"])
        assert answer.status_code == 201, answer.text
        return str(answer.json()["digest"])


@pytest.fixture
def seller(browser: Callable[..., Any], accounts: Accounts) -> Seller:
    """The artist, who owns the work."""
    return Seller(browser(accounts.artist), accounts.artist)


@pytest.fixture
def send(act: Actor) -> Callable[[str, dict[str, Any]], None]:
    """Send a prepared transaction from an unlocked account, and see it through."""

    def sent(sender: str, prepared: dict[str, Any]) -> None:
        content = {
            "from": sender,
            "to": prepared["to"],
            "data": prepared["data"],
            "value": hex(int(prepared["value"])),
            "gas": hex(2_000_000),
        }
        act.see_through(content)

    return sent
