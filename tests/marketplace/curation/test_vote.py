"""vote and finalize, prepared
a member                    -> calldata that the contract takes
nobody signed in            -> 401
a stranger                  -> no-votes
the artist                  -> own-application
twice                       -> already-voted
no reason, too long a one   -> reason-length, as the contract counts: in bytes
after the voting period     -> application-closed
finalize before its end     -> application-still-open
after the decision          -> application-decided
what we refuse, the contract refuses; what we prepare, it takes
"""

import httpx
import pytest

from marketplace.adapters.chain import Reverted
from marketplace.curation.rules import REASON_LIMIT
from tests.conftest import Accounts
from tests.marketplace.curation.conftest import Stage


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def contract_refuses(stage: Stage, sender: str, support: int, reason: str) -> bool:
    """Whether the contract itself reverts; nothing is sent."""
    try:
        stage.act.send(sender, "Curation", "vote", 1, support, reason)
    except Reverted:
        return True
    return False


def test_a_members_vote_is_prepared_as_the_contract_takes_it(
    opened: Stage, accounts: Accounts
) -> None:
    member = accounts.members[0]
    prepared = opened.vote(member, "for", "Moving.").json()
    assert prepared["function"] == "Curation.vote"
    assert prepared["arguments"] == {"application": "1", "support": 1, "reason": "Moving."}
    assert accounts.artist.address in prepared["says"]
    opened.carry_out(member, opened.vote(member, "for", "Moving."))
    assert opened.act.read("Curation", "hasVoted", 1, member.address) == (True,)


def test_nobody_signed_in_prepares_nothing(opened: Stage) -> None:
    content = {"support": "for", "reason": "x"}
    anybody = opened.browser()
    for path in ("vote", "finalize"):
        answer = anybody.post(f"/api/v1/applications/1/{path}", json=content)
        assert refusal(answer) == (401, "sign-in-missing")


def test_a_stranger_has_no_vote_here_nor_there(opened: Stage, accounts: Accounts) -> None:
    assert refusal(opened.vote(accounts.stranger, "for")) == (403, "no-votes")
    assert contract_refuses(opened, accounts.stranger.address, 1, "x")


def test_an_artist_does_not_vote_on_themselves(opened: Stage, accounts: Accounts) -> None:
    assert refusal(opened.vote(accounts.artist, "for")) == (403, "own-application")
    assert contract_refuses(opened, accounts.artist.address, 1, "x")


def test_a_member_votes_once(opened: Stage, accounts: Accounts) -> None:
    member = accounts.members[0]
    opened.carry_out(member, opened.vote(member, "against"))
    assert refusal(opened.vote(member, "for")) == (409, "already-voted")
    assert contract_refuses(opened, member.address, 1, "x")


def test_a_member_who_gave_the_vote_away_has_none(stage: Stage, accounts: Accounts) -> None:
    giver, taker, _ = accounts.members
    stage.act.send(giver.address, "Membership", "delegate", taker.address)
    ((bond_wei, *_others),) = stage.act.read("Curation", "parameters")
    artist = accounts.artist.address
    stage.act.skip(1)
    stage.act.send(artist, "Curation", "openApplication", b"\x07" * 32, value_wei=bond_wei)
    stage.index()
    assert refusal(stage.vote(giver, "for")) == (403, "no-votes")
    stage.act.send(giver.address, "Membership", "delegate", giver.address)  # too late for this one
    stage.act.skip(1)
    stage.index()
    assert refusal(stage.vote(giver, "for")) == (403, "no-votes")
    assert contract_refuses(stage, giver.address, 1, "x")
    stage.carry_out(taker, stage.vote(taker, "for"))
    (vote,) = stage.browser().get("/api/v1/applications/1").json()["votes"]
    assert vote["weight"] == 2


def test_who_joined_later_has_no_vote_even_with_votes_given_before(
    stage: Stage, accounts: Accounts
) -> None:
    artist, stranger = accounts.artist.address, accounts.stranger.address
    first, second, giver = (member.address for member in accounts.members)
    ((bond_wei, *_others),) = stage.act.read("Curation", "parameters")
    stage.act.send(giver, "Membership", "delegate", artist)
    stage.act.skip(1)
    stage.act.send(artist, "Curation", "openApplication", b"\x07" * 32, value_wei=bond_wei)
    stage.act.send(first, "Curation", "vote", 1, 1, "yes")
    stage.act.send(second, "Curation", "vote", 1, 1, "yes")
    stage.act.skip(600)
    stage.act.send(stranger, "Curation", "openApplication", b"\x08" * 32, value_wei=bond_wei)
    stage.skip_voting()
    stage.act.send(first, "Curation", "finalize", 1)
    stage.index()
    content = {"support": "for", "reason": "x"}
    answer = stage.browser(accounts.artist).post("/api/v1/applications/2/vote", json=content)
    assert refusal(answer) == (403, "no-votes")
    with pytest.raises(Reverted):
        stage.act.send(artist, "Curation", "vote", 2, 1, "x")


@pytest.mark.parametrize("letter", ["x", "é", "雲"])
def test_a_reason_is_counted_as_the_contract_counts(
    opened: Stage, accounts: Accounts, letter: str
) -> None:
    member = accounts.members[0]
    longest = letter * (REASON_LIMIT // len(letter.encode()))
    too_long = longest + letter
    assert refusal(opened.vote(member, "for", too_long)) == (422, "reason-length")
    assert contract_refuses(opened, member.address, 1, too_long)
    opened.carry_out(member, opened.vote(member, "for", longest))


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("", "reason-length"), ("  \n ", "reason-length"), ("\u202egood", "reason-unreadable")],
)
def test_a_reason_that_says_nothing_is_refused(
    opened: Stage, accounts: Accounts, reason: str, kind: str
) -> None:
    assert refusal(opened.vote(accounts.members[0], "for", reason)) == (422, kind)


def test_another_word_than_for_against_or_abstain_is_refused(
    opened: Stage, accounts: Accounts
) -> None:
    assert opened.vote(accounts.members[0], "maybe").status_code == 422


def test_voting_ends_exactly_when_deciding_begins(opened: Stage, accounts: Accounts) -> None:
    member = accounts.members[0]
    finalize = opened.browser(member)
    too_early = finalize.post("/api/v1/applications/1/finalize")
    assert refusal(too_early) == (409, "application-still-open")
    opened.skip_voting()
    assert refusal(opened.vote(member, "for")) == (409, "application-closed")
    assert contract_refuses(opened, member.address, 1, "x")
    opened.carry_out(member, finalize.post("/api/v1/applications/1/finalize"))
    assert refusal(opened.vote(member, "for")) == (409, "application-decided")
    again = finalize.post("/api/v1/applications/1/finalize")
    assert refusal(again) == (409, "application-decided")
