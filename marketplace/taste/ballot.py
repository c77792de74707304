"""Write the ballot that a member signs, and check what comes back signed.

A member's choices count for the members' model only once they are signed: then they are public, and
anybody can check that a set of votes says what members said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32
from marketplace.adapters.chain import Chain
from marketplace.governance import queries as governance
from marketplace.parts import Parts
from marketplace.signature import is_signed_by
from marketplace.taste import queries
from marketplace.taste.error import BallotEmpty, BallotForged, BallotWrong, NotMember
from marketplace.taste.models import Ballot, Feedback
from marketplace.typed_data import Field, Struct, digest

DOMAIN: Final = "Atelier Taste"
CONTRACT: Final = "Membership"
MOST_CHOICES: Final = 200
LIFE_SECONDS: Final = 86_400

Pair = tuple[str, str]  # names of the better and of the worse picture


@dataclass(frozen=True, slots=True)
class SignedChoice(Struct):
    """One picture was preferred to another; both by name."""

    KIND: ClassVar[str] = "Choice"
    FIELDS: ClassVar[tuple[Field, ...]] = (("better", "bytes32"), ("worse", "bytes32"))

    better: str
    worse: str


@dataclass(frozen=True, slots=True)
class SignedBallot(Struct):
    """What a member's wallet shows and signs."""

    KIND: ClassVar[str] = "TasteBallot"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        ("member", "address"),
        ("choices", "Choice[]"),
        ("nonce", "uint256"),
        ("deadline", "uint256"),
    )
    NESTED: ClassVar[Mapping[str, type[Struct]]] = {"Choice": SignedChoice}

    member: Address
    choices: tuple[SignedChoice, ...]
    nonce: int
    deadline: int


def terms(session: Session, parts: Parts, member: Address, now: int) -> dict[str, Any]:
    """The typed data of a ballot with all that the member chose since the last one."""
    require_member(session, member)
    found = unsigned(session, member)[:MOST_CHOICES]
    if not found:
        raise BallotEmpty("there is nothing new to sign; answer some questions first.")
    made = _signed(member, found, _nonce(session, member), now + LIFE_SECONDS)
    return document(parts, made)


def hand_in(
    session: Session,
    parts: Parts,
    member: Address,
    choices: Sequence[Pair],
    nonce: int,
    deadline: int,
    signature: bytes,
    now: int,
) -> Ballot:
    """Keep a signed ballot; it has to say what the member chose, and come in time."""
    require_member(session, member)
    if nonce != _nonce(session, member):
        raise BallotWrong(f"nonce: {nonce} was used or is ahead; ask for the terms again.")
    if not now <= deadline <= now + LIFE_SECONDS:
        raise BallotWrong(f"deadline: {deadline} has passed or is too far ahead; ask again.")
    if not choices or set(choices) - set(unsigned(session, member)):
        raise BallotWrong("choices: some are not what you chose here, or were signed before.")
    if len(set(choices)) != len(choices):
        raise BallotWrong("choices: a choice is named twice.")
    signed = digest(document(parts, _signed(member, choices, nonce, deadline)))
    _require_signature(parts.chain, member, signed, signature)
    made = Ballot(
        digest=Hash32("0x" + signed.hex()),
        member=member,
        choices=[list(one) for one in choices],
        nonce=nonce,
        deadline=deadline,
        signature=signature,
    )
    session.add(made)
    session.flush()
    return made


def document(parts: Parts, signed: SignedBallot) -> dict[str, Any]:
    """The request that a wallet signs."""
    contract = Address(parts.contracts[CONTRACT].address)
    return signed.document(DOMAIN, parts.deployment.chain_id, contract)


def unsigned(session: Session, member: Address) -> list[Pair]:
    """What the member chose between public pictures and has not signed, oldest first."""
    known = {frozenset(pair) for one in queries.ballots_of(session, member) for pair in one.choices}
    found = [_pair(one) for one in queries.said_in_public(session, member)]
    return [one for one in found if frozenset(one) not in known]


def require_member(session: Session, person: Address) -> None:
    """Refuse whoever is no member: one verified member, one vote on a pair."""
    if governance.member(session, person) is None:
        raise NotMember(f"{person} is not a member; members alone teach the members' model.")


def _pair(one: Feedback) -> Pair:
    assert one.other is not None  # noqa: S101 - the table holds pairs to it
    return (one.picture, one.other) if one.value == 1 else (one.other, one.picture)


def _nonce(session: Session, member: Address) -> int:
    return len(queries.ballots_of(session, member))


def _signed(member: Address, choices: Sequence[Pair], nonce: int, deadline: int) -> SignedBallot:
    made = tuple(SignedChoice(f"0x{better}", f"0x{worse}") for better, worse in choices)
    return SignedBallot(member, made, nonce, deadline)


def _require_signature(chain: Chain, member: Address, signed: bytes, signature: bytes) -> None:
    if not is_signed_by(chain, member, signed, signature):
        raise BallotForged(f"this ballot was not signed by {member}.")
