"""A plain model of sales: who owns what, who is paid, and what a market must refuse."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WHOLE_BPS = 10_000
MARKET, ROYALTIES, TREASURY = "market", "royalties", "treasury"


@dataclass
class Work:
    """A work, or an edition, which nobody in particular owns."""

    artist: str
    rate: int
    owner: str | None = None
    parent: int | None = None
    parents_bps: int = 0
    count: int = 0


@dataclass
class Ledger:
    """Works, copies and money, as they should be; people and currencies are addresses."""

    works: dict[int, Work]
    refuses: set[tuple[str, str]]  # (currency, payee) of every push that fails
    primary_bps: int
    secondary_bps: int
    pushes: bool = False
    copies: Counter[tuple[int, str]] = field(default_factory=Counter)
    held: Counter[tuple[str, str]] = field(default_factory=Counter)  # since the beginning
    credits: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    income: Counter[tuple[int, str]] = field(default_factory=Counter)
    epochs: Counter[str] = field(default_factory=Counter)
    sold: Counter[bytes] = field(default_factory=Counter)
    closed: set[bytes] = field(default_factory=set)
    used: set[tuple[str, int]] = field(default_factory=set)
    distrustful: set[str] = field(default_factory=set)

    def owed(self, place: str, currency: str) -> int:
        """All that is credited somewhere in a currency."""
        return sum(n for (one, _), n in self.credits[place].items() if one == currency)

    def sell(self, work: int, seller: str, payer: str, currency: str, price: int) -> int:
        """Divide a price; tell the seller's proceeds."""
        fee, royalty = self.divided(work, seller, price)
        rest = price - fee - royalty
        if seller == self.works[work].artist:
            self._earn(work, currency, payer, rest)
        else:
            self._pay(currency, payer, seller, rest, MARKET)
            self._earn(work, currency, payer, royalty)
        self._move(currency, payer, TREASURY if self.pushes else MARKET, fee)
        return rest

    def divided(self, work: int, seller: str, price: int) -> tuple[int, int]:
        """Fee and royalty of a sale."""
        terms = self.works[work]
        if seller == terms.artist:
            return price * self.primary_bps // WHOLE_BPS, 0
        return price * self.secondary_bps // WHOLE_BPS, price * terms.rate // WHOLE_BPS

    def hand_over(self, work: int, to: str) -> None:
        """Move a unique work."""
        self.works[work].owner = to
        self.works[work].count += 1

    def hand_over_copies(self, edition: int, copies: int, seller: str, buyer: str) -> None:
        """Move copies."""
        self.copies[edition, seller] -= copies
        self.copies[edition, buyer] += copies

    def share(self, work: int, currency: str) -> None:
        """Pay what waits for a work; its parent's part waits for the parent."""
        terms, income = self.works[work], self.income.pop((work, currency))
        inherited = income * terms.parents_bps // WHOLE_BPS
        if terms.parent and inherited:
            self.income[terms.parent, currency] += inherited
        self._pay(currency, ROYALTIES, terms.artist, income - inherited, ROYALTIES)

    def withdraw(self, place: str, currency: str, payee: str) -> None:
        """Pay a credit."""
        self._move(currency, place, payee, self.credits[place].pop((currency, payee)))

    def sweep(self, currency: str) -> None:
        """Send what the market owes nobody to the treasury."""
        self._move(currency, MARKET, TREASURY, self.kept(currency))

    def kept(self, currency: str) -> int:
        """What the market owes nobody."""
        return self.held[currency, MARKET] - self.owed(MARKET, currency)

    def refuses_listed(
        self, item: tuple[int, int], terms: Mapping[str, Any], price: int
    ) -> str | None:
        """Why a listed work cannot be sold."""
        work, seller = self.works[item[0]], terms["seller"]
        if item[1] != work.count:
            return "ListingStale"
        if terms["epoch"] != self.epochs[seller]:
            return "EpochPassed"
        return self.refuses_work(item[0], seller) or self.refuses_fee(item[0], terms, price)

    def refuses_work(self, work: int, seller: str) -> str | None:
        """Why a unique work cannot be handed over."""
        if self.works[work].owner != seller:
            return "ERC721IncorrectOwner"
        return "ERC721InsufficientApproval" if seller in self.distrustful else None

    def refuses_copies(self, edition: int, seller: str, copies: int) -> str | None:
        """Why copies cannot be handed over."""
        if seller in self.distrustful:
            return "ERC1155MissingApprovalForAll"
        return "ERC1155InsufficientBalance" if self.copies[edition, seller] < copies else None

    def refuses_fee(self, work: int, terms: Mapping[str, Any], price: int) -> str | None:
        """Why the seller's signature does not cover the fee."""
        own = terms["seller"] == self.works[work].artist
        fee_bps = self.primary_bps if own else self.secondary_bps
        return "FeeAboveSigned" if price and fee_bps > terms["maxFeeBps"] else None

    def _earn(self, work: int, currency: str, payer: str, amount: int) -> None:
        terms = self.works[work]
        if terms.parent is None:
            self._pay(currency, payer, terms.artist, amount, MARKET)
        elif amount:
            self._move(currency, payer, ROYALTIES, amount)
            self.income[work, currency] += amount

    def _pay(self, currency: str, payer: str, payee: str, amount: int, place: str) -> None:
        if amount and (currency, payee) in self.refuses:
            self._move(currency, payer, place, amount)
            self.credits[place][currency, payee] += amount
        else:
            self._move(currency, payer, payee, amount)

    def _move(self, currency: str, source: str, target: str, amount: int) -> None:
        self.held[currency, source] -= amount
        self.held[currency, target] += amount
