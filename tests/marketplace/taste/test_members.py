"""the members' model
not signed in, no member               -> refused; a stranger cannot
nothing chosen                         -> BallotEmpty
signed                                 -> taken once; a pair counts once; public ones alone
another's signature, changed choices, an old nonce, a late one -> refused, nothing is kept
ballots enough                         -> published as a set of votes, trained; the command agrees
proposed, voted, queued, carried out   -> ratified; from then on everybody's taste starts from it
a proposal of something else           -> ratifies nothing
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from eth_account.messages import encode_typed_data
from eth_account.signers.local import LocalAccount

from generation.taste import votes
from indexer.models import Proposal, ProposalStep
from indexer.primitives import Hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.taste import standing, training
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor, Browser, Rows
from tests.marketplace.studio.conftest import kind
from tests.marketplace.taste.conftest import Measure, ask, choose

BASE = "/api/v1/taste"
ZERO = "0" * 64


@dataclass(frozen=True, slots=True)
class Member:
    """A member's browser, and the wallet beside it."""

    site: httpx.Client
    account: LocalAccount

    def choose(self, count: int) -> None:
        """Answer questions, always for the left one."""
        for _ in range(count):
            choose(self.site, ask(self.site)["id"])

    def terms(self) -> dict[str, Any]:
        """What to sign."""
        answer = self.site.post(f"{BASE}/ballot-terms")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["typed_data"]
        return found

    def hand_in(self, typed: dict[str, Any], **changed: Any) -> httpx.Response:
        """Sign it and hand it in, changed after it was signed."""
        signed = self.account.sign_message(encode_typed_data(full_message=typed))
        message = typed["message"] | changed
        message |= {name: int(message[name]) for name in ("nonce", "deadline")}
        content = {"ballot": message, "signature": signed.signature.to_0x_hex()}
        return self.site.post(f"{BASE}/ballots", json=content)


@pytest.fixture
def member(browser: Browser, accounts: Accounts, measure: Measure) -> Member:
    """A founder who has agreed to be asked."""
    measure()
    site = browser(accounts.members[0])
    site.put("/api/v1/taste/consent")
    return Member(site, accounts.members[0])


def train(parts: Parts) -> str | None:
    """As the worker does in its rounds."""
    return training.train(parts, datetime.now(UTC))


def test_a_stranger_cannot(browser: Browser, person: httpx.Client) -> None:
    paths = (
        "/ballot-terms",
        "/ballots",
        f"/models/{ZERO}/proposal",
        f"/models/{ZERO}/proposal/for",
    )
    nobody = [browser().post(f"{BASE}{path}", json={}).status_code for path in paths]
    assert set(nobody) == {401}
    answers = [person.post(f"{BASE}{path}") for path in paths if path != "/ballots"]
    assert {(answer.status_code, kind(answer)) for answer in answers} == {(403, "not-member")}


def test_nothing_chosen_is_nothing_to_sign(member: Member) -> None:
    answer = member.site.post(f"{BASE}/ballot-terms")
    assert (answer.status_code, kind(answer)) == (409, "ballot-empty")


def test_a_ballot_is_taken_once(member: Member, rows: Rows) -> None:
    member.choose(3)
    typed = member.terms()
    assert len(typed["message"]["choices"]) == 3
    assert member.hand_in(typed).status_code == 201
    again = member.hand_in(typed)
    assert (again.status_code, kind(again)) == (422, "ballot-wrong")
    assert kind(member.site.post(f"{BASE}/ballot-terms")) == "ballot-empty"
    member.choose(1)
    assert len(member.terms()["message"]["choices"]) == 1
    assert rows("SELECT jsonb_array_length(choices) FROM taste_ballots") == [(3,)]


def test_what_is_not_as_offered_is_refused(member: Member, accounts: Accounts, rows: Rows) -> None:
    member.choose(2)
    typed = member.terms()
    message = typed["message"]
    first = message["choices"][0]
    turned = [{"better": first["worse"], "worse": first["better"]}]
    wrong = [
        member.hand_in(typed, choices=turned),
        member.hand_in(typed, choices=[first, first]),
        member.hand_in(typed, nonce=1),
        member.hand_in(typed, deadline=1),
        member.hand_in(typed, deadline=int(message["deadline"]) + 90_000),
    ]
    assert {(answer.status_code, kind(answer)) for answer in wrong} == {(422, "ballot-wrong")}
    forged = [
        member.hand_in(typed, choices=[first]),
        Member(member.site, accounts.members[1]).hand_in(typed),
    ]
    assert {(answer.status_code, kind(answer)) for answer in forged} == {(422, "ballot-forged")}
    assert rows("SELECT count(*) FROM taste_ballots") == [(0,)]


def test_ballots_are_published_and_trained_from(member: Member, parts: Parts) -> None:
    member.choose(training.FEWEST - 1)
    member.hand_in(member.terms())
    assert train(parts) is None  # too few
    member.choose(12)
    member.hand_in(member.terms())
    digest = train(parts)
    (model,) = member.site.get(f"{BASE}/models").json()["models"]
    assert (model["digest"], model["members"], model["is_ratified"]) == (digest, 1, False)
    published = parts.store.read(Cid.parse(model["votes_cid"]))
    again = votes.train(votes.parse(published))
    assert again.taste.digest == digest
    assert (again.held_out, again.foreseen) == (model["held_out"], model["foreseen"])
    checkpoint = member.site.get(f"{BASE}/models/{digest}/checkpoint").content
    assert checkpoint == again.taste.content()
    assert train(parts) is None  # nothing new


def test_a_published_ballot_can_be_checked_by_anybody(member: Member, parts: Parts) -> None:
    from eth_account import Account

    from generation.recipe import canonical_json
    from marketplace.taste.ballot import SignedBallot, SignedChoice, document

    member.choose(2)
    member.hand_in(member.terms())
    with unit(parts.units) as session:
        content = training.assemble(session, parts)
    said = json.loads(content)
    assert canonical_json(said) == content
    (one,) = said["ballots"]
    choices = tuple(SignedChoice(f"0x{better}", f"0x{worse}") for better, worse in one["choices"])
    signed = SignedBallot(one["member"], choices, one["nonce"], one["deadline"])
    typed = encode_typed_data(full_message=document(parts, signed))
    assert Account.recover_message(typed, signature=one["signature"]) == member.account.address


def test_a_model_is_ratified_by_the_governor(
    member: Member,
    parts: Parts,
    act: Actor,
    accounts: Accounts,
    index: Callable[[], None],
    person: httpx.Client,
) -> None:
    member.choose(training.FEWEST)
    member.hand_in(member.terms())
    digest = train(parts)
    assert digest is not None
    assert person.get("/api/v1/taste").json()["said"] == 0
    early = member.site.post(f"{BASE}/models/{digest}/proposal/for")
    assert kind(early) == "not-proposed"

    def step(path: str, sender: LocalAccount = member.account) -> None:
        prepared = member.site.post(f"{BASE}/models/{digest}/proposal{path}").json()
        call = {"from": sender.address, "to": prepared["to"], "data": prepared["data"]}
        act.see_through(call | {"gas": hex(2_000_000)})
        index()

    def state() -> tuple[str | None, bool]:
        (model,) = member.site.get(f"{BASE}/models").json()["models"]
        return model["state"], model["is_ratified"]

    step("")
    assert state()[0] == "pending"
    act.skip(act.read("AtelierGovernor", "votingDelay")[0] + 1)
    for voter in accounts.members:
        step("/for", voter)
    assert state() == ("active", False)
    act.skip(act.read("AtelierGovernor", "votingPeriod")[0] + 1)
    step("/queue")
    assert state() == ("queued", False)
    with unit(parts.units) as session:
        assert standing.start(session) is None
    act.skip(act.read("Treasury", "getMinDelay")[0] + 1)
    step("/execute")
    assert state() == ("executed", True)
    with unit(parts.units) as session:
        start = standing.start(session)
    assert start is not None
    assert start.digest == digest


def test_another_proposal_ratifies_nothing(parts: Parts, member: Member) -> None:
    """Carried out as well, but longer, under another tag, paying, or beside a second call."""
    member.choose(training.FEWEST)
    member.hand_in(member.terms())
    digest = train(parts)
    tag, nothing = "0x" + standing.TAG.hex(), "0"
    wrong = [
        ([f"{tag}{digest}00"], [nothing]),
        ([f"0x00{digest}"], [nothing]),
        ([f"{tag}{digest}"], ["1"]),
        ([f"{tag}{digest}", "0x"], [nothing, nothing]),
    ]
    with unit(parts.units) as session:
        for number, (calldatas, amounts) in enumerate(wrong):
            session.add(_proposal(number, calldatas, amounts))
            session.add(_execution(number))
        session.flush()
        assert standing.start(session) is None
        session.add(_proposal(9, [f"{tag}{digest}"], [nothing]))
        session.add(_execution(9))
        session.flush()
        assert standing.start(session) is not None


def _proposal(number: int, calldatas: list[str], amounts: list[str]) -> Proposal:
    return Proposal(
        block_number=1,
        log_index=900 + number,
        transaction_hash=Hash32("0x" + ZERO),
        proposal=number + 1,
        proposer=standing.RECORD,
        targets=[standing.RECORD] * len(calldatas),
        amounts=amounts,
        signatures=[],
        calldatas=calldatas,
        starts_at=0,
        ends_at=0,
        description="",
    )


def _execution(number: int) -> ProposalStep:
    return ProposalStep(
        block_number=2,
        log_index=900 + number,
        transaction_hash=Hash32("0x" + ZERO),
        proposal=number + 1,
        step="executed",
        second=0,
    )
