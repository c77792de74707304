"""Which tokens may pay."""

from indexer import models
from indexer.apply.row import Rows, row
from indexer.events.money import CurrencyAllowed, CurrencyDisallowed


def currency_allowed(_contract: str, event: CurrencyAllowed) -> Rows:
    """A token may pay from here on."""
    yield row(models.CurrencyTerm, currency=event.currency, is_allowed=True)


def currency_disallowed(_contract: str, event: CurrencyDisallowed) -> Rows:
    """A token may pay no more."""
    yield row(models.CurrencyTerm, currency=event.currency, is_allowed=False)
