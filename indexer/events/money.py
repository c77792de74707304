"""State what the contracts owe, pay out, keep and ask."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class PayoutCredited:
    """A payee refused a payment; it waits as credit."""

    payee: Address
    currency: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A payee took the credit."""

    payee: Address
    currency: Address
    amount: int


@dataclass(frozen=True, slots=True)
class FeesChanged:
    """A contract's fees are others from now on."""

    primary_fee_bps: int
    secondary_fee_bps: int


@dataclass(frozen=True, slots=True)
class FeesSwept:
    """A contract's fees went to the treasury."""

    currency: Address
    amount: int


@dataclass(frozen=True, slots=True)
class SalesPausedChanged:
    """A contract sells no more, or sells again."""

    is_paused: bool


@dataclass(frozen=True, slots=True)
class CurrencyAllowed:
    """A token may pay from now on."""

    currency: Address


@dataclass(frozen=True, slots=True)
class CurrencyDisallowed:
    """A token may no longer pay."""

    currency: Address
