"""Which tokens may pay."""

from indexer import models
from indexer.events.money import CurrencyAllowed, CurrencyDisallowed
from indexer.handler import Rows, row


def currency_allowed(_contract: str, event: CurrencyAllowed) -> Rows:
    """A token may pay from here on."""
    yield row(models.CurrencyTerm, currency=event.currency, is_allowed=True)


def currency_disallowed(_contract: str, event: CurrencyDisallowed) -> Rows:
    """A token may pay no more."""
    yield row(models.CurrencyTerm, currency=event.currency, is_allowed=False)
