"""sealing a dossier
pictures not compared yet       -> StillComparing
like nobody else's              -> sealed: the signed statement is part of what the digest names
another's picture in it         -> ReasonMissing; with a reason sealed, and members read it
somebody else's dossier         -> NotOwnDossier; unknown -> DossierMissing; signed out -> 401
sealed twice                    -> the same dossier
handed in alone                 -> no application is prepared
applied past us, unsealed       -> members are told that it went past the comparison
ten handed in within the day    -> each of them can still be sealed
"""

import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from eth_abi.abi import decode

from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.parts import Parts, assembled
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor, Browser, Rows
from tests.marketplace.curation import hostile
from tests.marketplace.curation.conftest import Stage

REASON = "This study is mine; the other artist and I painted it side by side."


@pytest.fixture
def parts(settings: Settings, stage: Stage) -> Iterator[Parts]:
    """What the worker holds."""
    with assembled(settings, "test") as parts:
        yield parts


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
    stage: Stage, accounts: Accounts, parts: Parts
) -> None:
    site = stage.browser(accounts.artist)
    digest = hand_in(site)
    stage.compare()
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


def test_the_application_is_prepared_with_the_bond(stage: Stage, accounts: Accounts) -> None:
    site = stage.browser(accounts.artist)
    digest = hand_in(site)
    stage.compare()
    sealed = seal(site, digest).json()
    prepared = sealed["transaction"]
    ((bond_wei, *_others),) = stage.act.read("Curation", "parameters")
    curation = stage.act.deployment.contracts["Curation"]
    assert (prepared["to"], prepared["value"]) == (curation, str(bond_wei))
    assert decode(["bytes32"], bytes.fromhex(prepared["data"][10:])) == (
        bytes.fromhex(sealed["digest"][2:]),
    )


def test_before_anything_is_indexed_the_chain_tells_the_bond(
    browser: Browser, accounts: Accounts, act: Actor, compare: Callable[[], None]
) -> None:
    ((bond_wei, *_others),) = act.read("Curation", "parameters")
    site = browser(accounts.artist)
    digest = hand_in(site)
    compare()
    assert seal(site, digest).json()["transaction"]["value"] == str(bond_wei)


def test_what_is_handed_in_is_no_application_yet(stage: Stage, accounts: Accounts) -> None:
    site = stage.browser(accounts.artist)
    made = site.get(f"/api/v1/dossiers/{hand_in(site)}").json()
    assert "transaction" not in made
    assert made["is_sealed"] is False


def test_who_goes_past_the_comparison_is_told_of(stage: Stage, accounts: Accounts) -> None:
    """The contract takes any digest; the members see that this one says nothing."""
    digest = hand_in(stage.browser(accounts.artist))
    ((bond_wei, *_others),) = stage.act.read("Curation", "parameters")
    dossier = bytes.fromhex(digest[2:])
    artist = accounts.artist.address
    stage.act.send(artist, "Curation", "openApplication", dossier, value_wei=bond_wei)
    stage.apply(accounts.stranger)
    site = stage.browser()
    past, sealed = (site.get(f"/api/v1/applications/{number}").json() for number in (1, 2))
    assert (past["portfolio"]["is_sealed"], sealed["portfolio"]["is_sealed"]) == (False, True)
    told = ["went past the comparison" in site.get(f"/applications/{n}").text for n in (1, 2)]
    assert told == [True, False]


def test_the_last_dossier_of_a_day_can_still_be_sealed(
    stage: Stage, accounts: Accounts, rows: Rows
) -> None:
    site = stage.browser(accounts.artist)
    digest = hand_in(site)
    rows(
        "INSERT INTO dossiers SELECT sha256(n::text::bytea), artist, statement, links, cid, "
        "created_at FROM dossiers, generate_series(1, 9) n"
    )
    stage.compare()
    assert seal(site, digest).status_code == 201


def test_anothers_picture_wants_a_reason_that_members_read(
    stage: Stage, accounts: Accounts, parts: Parts
) -> None:
    first = stage.browser(accounts.artist)
    digest = hand_in(first)
    stage.compare()
    stage.carry_out(accounts.artist, seal(first, digest))
    second = stage.browser(accounts.stranger)
    copied = hand_in(second, "Flowers and clouds.")
    stage.compare()
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


def test_only_who_handed_it_in_seals_a_dossier(stage: Stage, accounts: Accounts) -> None:
    digest = hand_in(stage.browser(accounts.artist))
    stage.compare()
    stranger = stage.browser(accounts.stranger)
    assert kind(seal(stranger, digest)) == (403, "not-own-dossier")
    assert kind(seal(stranger, "0x" + "ab" * 32)) == (404, "dossier-missing")
    assert kind(seal(stage.browser(), digest)) == (401, "sign-in-missing")
