"""Write wei and basis points as people read them, without ever rounding."""

from indexer.primitives import ZERO_ADDRESS, Address

WEI_PER_ETHER = 10**18
BPS_PER_PERCENT = 100


def ether(wei: int) -> str:
    """An amount in ETH, exact to the last wei: 1.5 ETH."""
    return f"{bare_ether(wei)}\u00a0ETH"


def money(amount: int, currency: Address) -> str:
    """An amount in a currency; of tokens only the smallest unit is known for certain."""
    if currency == ZERO_ADDRESS:
        return ether(amount)
    return f"{amount}\u00a0units of {currency[:6]}\u2026{currency[-4:]}"


def bare_ether(wei: int) -> str:
    """The same as a form wants it: digits only."""
    whole, rest = divmod(wei, WEI_PER_ETHER)
    fraction = f"{rest:018d}".rstrip("0")
    return f"{whole}.{fraction}" if fraction else str(whole)


def percent(bps: int) -> str:
    """A rate in per cent, exact to the basis point: 2.5 %."""
    whole, rest = divmod(bps, BPS_PER_PERCENT)
    fraction = f"{rest:02d}".rstrip("0")
    return f"{whole}.{fraction}\u00a0%" if fraction else f"{whole}\u00a0%"
