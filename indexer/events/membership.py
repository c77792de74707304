"""State who is a member of the DAO, and for whom votes count."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    """The DAO removed a member."""

    member: int
    holder: Address
    reason: str


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """A member left the DAO."""

    member: int
    holder: Address


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """A member's vote counts for somebody else from now on."""

    delegator: Address
    from_delegate: Address
    to_delegate: Address


@dataclass(frozen=True, slots=True)
class DelegateVotesChanged:
    """A delegate speaks for more or fewer votes from now on."""

    delegate: Address
    previous_votes: int
    new_votes: int
