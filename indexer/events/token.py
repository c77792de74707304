"""State where single tokens go: memberships and works."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class Transfer:
    """A token - a membership or a work - has another holder; mints come from the zero address."""

    sender: Address
    recipient: Address
    token: int
