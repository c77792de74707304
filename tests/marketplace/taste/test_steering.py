"""a taste that is lent
nothing said         -> nothing is lent
something said       -> the checkpoint of that person's own taste, which can be read again
consent withdrawn    -> nothing is lent any more
"""

import hashlib
from pathlib import Path

import httpx

from generation import taste
from indexer.primitives import address
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.taste.steering import liked
from tests.conftest import Accounts
from tests.marketplace.taste.conftest import ask, choose


def test_a_taste_is_lent_while_somebody_agrees(
    person: httpx.Client, parts: Parts, accounts: Accounts, tmp_path: Path
) -> None:
    def lent() -> bytes | None:
        with unit(parts.units) as session:
            return liked(session, address(accounts.stranger.address))

    assert lent() is None
    assert choose(person, ask(person)["id"]).status_code == 204
    content = lent()
    assert content
    path = tmp_path / "taste.safetensors"
    path.write_bytes(content)
    found = taste.load(path, hashlib.sha256(content).hexdigest())
    assert (found.count, found.features) == (1, taste.digest())
    assert person.delete("/api/v1/taste/consent").status_code == 204
    assert lent() is None
