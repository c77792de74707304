"""sealing a dossier
pictures not compared yet       -> StillComparing
like nobody else's              -> sealed: the signed statement is part of what the digest names
another's picture in it         -> ReasonMissing; with a reason sealed, and members read it
somebody else's dossier         -> NotOwnDossier; unknown -> DossierMissing; signed out -> 401
sealed twice                    -> the same dossier
"""

import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from sqlalchemy import select

from marketplace.adapters import imprinter
from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.db import unit
from marketplace.parts import Parts, assembled
from marketplace.resemblance.attester import Attester
from marketplace.resemblance.compare import Bench, compare
from marketplace.resemblance.models import Check
from tests.conftest import Accounts
from tests.marketplace.curation import hostile
from tests.marketplace.curation.conftest import Stage

REASON = "This study is mine; the other artist and I painted it side by side."


@pytest.fixture
def parts(settings: Settings, stage: Stage) -> Iterator[Parts]:
    """What the worker holds."""
    with assembled(settings, "test") as parts:
        yield parts


@pytest.fixture
def work_off(parts: Parts) -> Callable[[], None]:
    """Compare whatever is asked for, as a worker would."""
    attester = Attester.ensure(parts.settings.attester_key_file)
    bench = Bench(parts.units, parts.store, imprinter.take, attester)

    def run() -> None:
        with unit(parts.units) as session:
            asked = session.scalars(select(Check.id).where(Check.state == "asked")).all()
        for id_ in asked:
            compare(bench, id_)

    return run


def hand_in(site: httpx.Client, statement: str = "Clouds and flowers.") -> str:
    answer = site.post(
        "/api/v1/dossiers",
        data={"statement": statement, "titles": "Cloud"},
        files=[("samples", ("cloud.png", hostile.picture()))],
    )
    return str(answer.raise_for_status().json()["digest"])


def seal(site: httpx.Client, digest: str, reason: str = "") -> httpx.Response:
    return site.post(f"/api/v1/dossiers/{digest}/seal", json={"reason": reason})


def kind(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["type"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def test_nobody_seals_before_the_pictures_are_compared(stage: Stage, accounts: Accounts) -> None:
    site = stage.browser(accounts.artist)
    assert kind(seal(site, hand_in(site))) == (409, "still-comparing")


def test_the_statement_is_part_of_the_sealed_dossier(
    stage: Stage, accounts: Accounts, parts: Parts, work_off: Callable[[], None]
) -> None:
    site = stage.browser(accounts.artist)
    digest = hand_in(site)
    work_off()
    sealed = seal(site, digest).raise_for_status().json()
    content = json.loads(parts.store.block(Cid.parse(sealed["cid"])))
    found = site.get(f"/api/v1/resemblances/{sealed['digest']}").json()
    assert sealed["digest"] != digest
    assert sealed["digest"][2:] in sealed["transaction"]["data"]
    assert content["resemblance"] == {
        "statement": f"ipfs://{found['statement']}",
        "attester": found["attester"],
        "signature": found["signature"],
        "reason": "",
    }
    assert found["verdict"] == "clear"
    assert seal(site, digest).json()["digest"] == sealed["digest"]


def test_anothers_picture_wants_a_reason_that_members_read(
    stage: Stage, accounts: Accounts, parts: Parts, work_off: Callable[[], None]
) -> None:
    first = stage.browser(accounts.artist)
    digest = hand_in(first)
    work_off()
    stage.carry_out(accounts.artist, seal(first, digest))
    second = stage.browser(accounts.stranger)
    copied = hand_in(second, "Flowers and clouds.")
    work_off()
    assert kind(seal(second, copied)) == (409, "reason-missing")
    assert "A picture resembles another" in second.get(f"/apply/{copied}").text
    assert first.get(f"/apply/{copied}").status_code == 404
    assert kind(seal(second, copied, "mine")) == (422, "reason-unfit")
    answer = seal(second, copied, REASON).raise_for_status()
    stage.carry_out(accounts.stranger, answer)
    page = stage.browser().get("/applications/2")
    assert REASON in page.text
    content = json.loads(parts.store.block(Cid.parse(answer.json()["cid"])))
    assert content["resemblance"]["reason"] == REASON


def test_only_who_handed_it_in_seals_a_dossier(
    stage: Stage, accounts: Accounts, work_off: Callable[[], None]
) -> None:
    digest = hand_in(stage.browser(accounts.artist))
    work_off()
    stranger = stage.browser(accounts.stranger)
    assert kind(seal(stranger, digest)) == (403, "not-own-dossier")
    assert kind(seal(stranger, "0x" + "ab" * 32)) == (404, "dossier-missing")
    assert kind(seal(stage.browser(), digest)) == (401, "sign-in-missing")
