"""State from which works a work was made, who shares its income, and what came in."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class ParentsRecorded:
    """A work was made from others, which inherit this part of its income together."""

    work: int
    parents: list[int]
    parents_bps: int


@dataclass(frozen=True, slots=True)
class ShareGranted:
    """A payee has a part of a work's income."""

    work: int
    payee: Address
    bps: int


@dataclass(frozen=True, slots=True)
class ConsentsWithdrawn:
    """A payee voided every consent signed for an earlier epoch."""

    payee: Address
    epoch: int


@dataclass(frozen=True, slots=True)
class IncomeCredited:
    """A work earned something, to be shared when somebody asks."""

    work: int
    currency: Address
    payer: Address
    amount: int


@dataclass(frozen=True, slots=True)
class IncomeInherited:
    """A parent's part of a work's income is the parent's now, one generation further."""

    parent: int
    work: int
    currency: Address
    amount: int
    generation: int


@dataclass(frozen=True, slots=True)
class IncomeShared:
    """A payee's part of a work's income left."""

    work: int
    currency: Address
    payee: Address
    amount: int
