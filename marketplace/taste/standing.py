"""Find the members' own taste: the model that their DAO has ratified, if there is one.

A model is ratified by a proposal that the governor carried out. Its one call gives the model's
digest to the precompile at address 4, which only hands back what it is given: nothing changes but
the record, which names the digest beyond doubt. Of several, the one carried out last counts.
"""

from dataclasses import dataclass
from typing import Any, Final, Literal

from eth_utils.crypto import keccak
from sqlalchemy.orm import Session

from generation import taste
from generation.errors import WeightsRefused
from generation.taste import Taste
from indexer.models import Proposal
from indexer.primitives import Address
from marketplace.parts import Parts
from marketplace.prepared import PreparedTransaction, prepare
from marketplace.taste import queries
from marketplace.taste.error import ModelMissing, NotProposed
from marketplace.taste.models import Model

RECORD: Final = Address("0x0000000000000000000000000000000000000004")
TAG: Final = b"atelier taste model "

State = Literal["pending", "active", "ended", "queued", "executed", "canceled"]
Act = Literal["for", "against", "queue", "execute"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the newest proposal about a model stands."""

    proposal: Proposal
    state: State
    second: int  # until when it is open, or from when on it may be carried out


def start(session: Session) -> Taste | None:
    """Where everybody's taste starts from; nowhere in particular until a model is ratified."""
    found = ratified(session)
    if found is None or found.features_digest != taste.digest():
        return None
    try:
        return taste.parse(found.content, found.digest)
    except WeightsRefused:
        return None


def ratified(session: Session) -> Model | None:
    """The model that the members decided for last."""
    done = [one for one in queries.proposals(session, RECORD) if one.step == "executed"]
    for one in sorted(done, key=lambda one: one.place, reverse=True):
        digest = _digest(one.proposal)
        found = queries.model(session, digest) if digest else None
        if found is not None:
            return found
    return None


def standings(session: Session, now: int) -> dict[str, Standing]:
    """The newest proposal about each model, by the model's digest."""
    found = {}
    for one in queries.proposals(session, RECORD):
        if digest := _digest(one.proposal):
            found[digest] = _standing(one.proposal, one.step, one.second, now)
    return found


def propose(session: Session, parts: Parts, person: Address, digest: str) -> PreparedTransaction:
    """Prepare the proposal that makes a model the members' own."""
    model = _model(session, digest)
    return prepare(
        parts,
        "AtelierGovernor",
        "propose",
        [RECORD],
        [0],
        [TAG + bytes.fromhex(digest)],
        description(model, person),
        says=f"Propose that the taste model {digest[:12]} becomes the members' own.",
    )


def act(session: Session, parts: Parts, digest: str, what: Act, now: int) -> PreparedTransaction:
    """Prepare the next step of a model's proposal: a vote, the queue, or carrying it out."""
    _model(session, digest)
    found = standings(session, now).get(digest)
    if found is None:
        raise NotProposed(f"nobody has proposed the model {digest[:12]} yet.", model=digest)
    if what in ("for", "against"):
        says = f"Vote {what} the taste model {digest[:12]}."
        arguments: tuple[Any, ...] = (found.proposal.proposal, 1 if what == "for" else 0)
        return prepare(parts, "AtelierGovernor", "castVote", *arguments, says=says)
    hashed = ([RECORD], [0], [TAG + bytes.fromhex(digest)], keccak(text=found.proposal.description))
    says = f"{what.capitalize()} the proposal about the taste model {digest[:12]}."
    return prepare(parts, "AtelierGovernor", what, *hashed, says=says)


def description(model: Model, proposer: Address) -> str:
    """What members read before they vote; nobody else can propose the same words."""
    return (
        f"# Ratify the taste model {model.digest}\n\n"
        f"Trained from {model.choices} choices that {model.members} members signed. "
        f"Votes: ipfs://{model.votes_cid} (sha-256 {model.votes_sha256}). "
        f"Of {model.held_out} choices that were held out it foresees {model.foreseen}. "
        f"Anybody can train it again: python -m generation taste VOTES --digest {model.digest}\n\n"
        f"#proposer={proposer}"
    )


def _model(session: Session, digest: str) -> Model:
    found = queries.model(session, digest)
    if found is None:
        raise ModelMissing(f"there is no taste model {digest[:80]}.", model=digest[:80])
    return found


def _digest(proposal: Proposal) -> str | None:
    """The model that a proposal is about, if it does nothing else."""
    prefix = "0x" + TAG.hex()
    if len(proposal.calldatas) != 1 or proposal.amounts != ["0"]:
        return None
    said = str(proposal.calldatas[0])
    is_ours = said.startswith(prefix) and len(said) == len(prefix) + 64
    return said.removeprefix(prefix) if is_ours else None


def _standing(proposal: Proposal, step: str | None, second: int, now: int) -> Standing:
    if step == "executed":
        return Standing(proposal, "executed", 0)
    if step == "canceled":
        return Standing(proposal, "canceled", 0)
    if step == "queued":
        return Standing(proposal, "queued", second)
    if now <= proposal.starts_at:
        return Standing(proposal, "pending", proposal.starts_at)
    if now <= proposal.ends_at:
        return Standing(proposal, "active", proposal.ends_at)
    return Standing(proposal, "ended", proposal.ends_at)
