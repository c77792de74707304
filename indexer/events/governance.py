"""State what the DAO proposes, how it votes, and what it does."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class ProposalCreated:
    """Somebody proposed calls for the DAO to make."""

    proposal: int
    proposer: Address
    targets: list[Address]
    values: list[int]
    signatures: list[str]
    calldatas: list[bytes]
    starts_at: int
    ends_at: int
    description: str


@dataclass(frozen=True, slots=True)
class ProposalExtended:
    """A quorum came late, so there is more time to answer it."""

    proposal: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class ProposalQueued:
    """The calls wait in the timelock until then."""

    proposal: int
    executable_at: int


@dataclass(frozen=True, slots=True)
class ProposalExecuted:
    """The calls were made."""

    proposal: int


@dataclass(frozen=True, slots=True)
class ProposalCanceled:
    """The calls will never be made."""

    proposal: int


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A delegate voted on a proposal: 0 against, 1 for, 2 abstain."""

    voter: Address
    proposal: int
    support: int
    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class VoteCastWithParams:
    """A delegate voted on a proposal, with parameters that our governor does not read."""

    voter: Address
    proposal: int
    support: int
    weight: int
    reason: str
    params: bytes
