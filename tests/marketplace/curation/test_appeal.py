"""after a rejection, and after an admission
rejected, within the cooldown  -> appeal prepared with the bond; the second round opens at zero
whoever voted before           -> already-voted; the others decide
appealed and rejected again    -> appeal-used
somebody else's, an open one   -> not-applicant, not-rejected
after the cooldown             -> appeal-closed, and a new application instead
within the cooldown            -> no new dossier: cooling-down
artist and member              -> no new dossier: already-artist
artist who left the DAO        -> hands one in, and stays an artist
revoked by the DAO             -> an artist until the notice is over; not an artist afterwards
revocation withdrawn           -> an artist as before
"""

import httpx
import pytest

from tests.conftest import Accounts
from tests.marketplace.curation.conftest import Stage

APPEAL = "/api/v1/applications/1/appeal"
REASON = b"\x05" * 32


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def decide(stage: Stage, accounts: Accounts) -> None:
    """Let the round end, and decide it."""
    stage.skip_voting()
    finalize = stage.browser(accounts.stranger).post("/api/v1/applications/1/finalize")
    stage.carry_out(accounts.stranger, finalize)


def hand_in(stage: Stage, accounts: Accounts) -> httpx.Response:
    return stage.hand_in(accounts.artist, "Once more.")


def pass_cooldown(stage: Stage, accounts: Accounts) -> None:
    (ends_at,) = stage.act.read("Curation", "cooldownEndsAt", accounts.artist.address)
    with stage.act.chain as chain:
        now = chain.head().timestamp
    stage.act.skip(ends_at - now)
    stage.index()


@pytest.fixture
def rejected(opened: Stage, accounts: Accounts) -> Stage:
    """One member voted against, and nobody else at all."""
    opened.carry_out(accounts.members[0], opened.vote(accounts.members[0], "against"))
    decide(opened, accounts)
    return opened


@pytest.fixture
def appealed(rejected: Stage, accounts: Accounts) -> Stage:
    """The second round is open."""
    rejected.carry_out(accounts.artist, rejected.browser(accounts.artist).post(APPEAL))
    return rejected


def test_an_appeal_opens_a_second_round(appealed: Stage) -> None:
    shown = appealed.browser().get("/api/v1/applications/1").json()
    assert (shown["state"], shown["round"], shown["turnout"]) == ("open", 2, 0)
    assert [(vote["support"], vote["round"]) for vote in shown["votes"]] == [("against", 1)]


def test_those_who_had_not_voted_decide(appealed: Stage, accounts: Accounts) -> None:
    first, *others = accounts.members
    assert refusal(appealed.vote(first, "for")) == (409, "already-voted")
    for member in others:
        appealed.carry_out(member, appealed.vote(member, "for"))
    decide(appealed, accounts)
    shown = appealed.browser().get("/api/v1/applications/1").json()
    assert (shown["state"], shown["votes_for"], shown["votes_against"]) == ("admitted", 2, 0)
    artist = appealed.browser().get(f"/api/v1/artists/{accounts.artist.address}").json()
    assert artist["is_admitted"] is True


def test_an_application_is_appealed_once(appealed: Stage, accounts: Accounts) -> None:
    decide(appealed, accounts)
    assert appealed.browser().get("/api/v1/applications/1").json()["state"] == "rejected"
    again = appealed.browser(accounts.artist).post(APPEAL)
    assert refusal(again) == (409, "appeal-used")


def test_only_the_rejected_artist_appeals(rejected: Stage, accounts: Accounts) -> None:
    assert refusal(rejected.browser(accounts.stranger).post(APPEAL)) == (403, "not-applicant")


def test_what_is_open_cannot_be_appealed(opened: Stage, accounts: Accounts) -> None:
    assert refusal(opened.browser(accounts.artist).post(APPEAL)) == (409, "not-rejected")


def test_until_the_cooldown_ends_one_appeals_then_one_applies(
    rejected: Stage, accounts: Accounts
) -> None:
    assert refusal(hand_in(rejected, accounts)) == (409, "cooling-down")
    pass_cooldown(rejected, accounts)
    assert refusal(rejected.browser(accounts.artist).post(APPEAL)) == (409, "appeal-closed")
    rejected.apply(accounts.artist, "Once more.")
    assert rejected.browser().get("/api/v1/applications/2").json()["state"] == "open"


@pytest.fixture
def admitted(opened: Stage, accounts: Accounts) -> Stage:
    """The artist is admitted, and the DAO's treasury can be spoken for."""
    for member in accounts.members:
        opened.carry_out(member, opened.vote(member, "for"))
    decide(opened, accounts)
    return opened


def as_treasury(stage: Stage, function: str, *arguments: object) -> None:
    """Do what the DAO decided, without waiting for its vote."""
    (treasury,) = stage.act.read("Curation", "treasury")
    with stage.act.chain as chain:
        chain.ask("anvil_setBalance", treasury, hex(10**18))
        chain.ask("anvil_impersonateAccount", treasury)
    stage.act.send(treasury, "Curation", function, *arguments)
    stage.index()


def is_admitted(stage: Stage, accounts: Accounts) -> bool:
    found = stage.browser().get(f"/api/v1/artists/{accounts.artist.address}").json()["is_admitted"]
    (on_chain,) = stage.act.read("Artwork", "isArtist", accounts.artist.address)
    assert found == on_chain
    return bool(found)


def test_a_revoked_artist_is_one_until_the_notice_is_over(
    admitted: Stage, accounts: Accounts
) -> None:
    as_treasury(admitted, "revoke", accounts.artist.address, REASON)
    assert is_admitted(admitted, accounts)
    (until,) = admitted.act.read("Artwork", "artistUntil", accounts.artist.address)
    with admitted.act.chain as chain:
        now = chain.head().timestamp
    admitted.act.skip(until - now)
    admitted.index()
    assert not is_admitted(admitted, accounts)


def test_a_revocation_can_be_withdrawn(admitted: Stage, accounts: Accounts) -> None:
    as_treasury(admitted, "revoke", accounts.artist.address, REASON)
    as_treasury(admitted, "withdrawRevocation", accounts.artist.address)
    admitted.act.skip(60 * 86_400)
    admitted.index()
    assert is_admitted(admitted, accounts)


def test_an_artist_applies_only_to_be_a_member_again(admitted: Stage, accounts: Accounts) -> None:
    assert refusal(hand_in(admitted, accounts)) == (409, "already-artist")
    admitted.act.send(accounts.artist.address, "Membership", "leave")
    admitted.index()
    admitted.apply(accounts.artist, "Once more.")
    assert admitted.browser().get("/api/v1/applications/2").json()["state"] == "open"
    assert is_admitted(admitted, accounts)
