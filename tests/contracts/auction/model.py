"""The auction house in plain Python: what it should do, whatever the way it does it."""

from collections import Counter
from dataclasses import dataclass, field

HOUSE, TREASURY = "house", "treasury"
WHOLE = 10_000


class Refused(Exception):
    """The house should fail, with this error."""


@dataclass
class Auction:
    """A work up for auction, and who leads."""

    seller: str
    reserve: int
    duration: int
    extension: int
    cap: int
    increment_bps: int
    fee_bps: int
    transfers: int
    bidder: str = ""
    bid: int = 0
    ends_at: int = 0
    latest_end: int = 0

    def least(self) -> int:
        """What the next bid must be, rounded up."""
        return self.bid - -self.bid * self.increment_bps // WHOLE if self.bidder else self.reserve

    def is_over(self, now: int) -> bool:
        """Whether it takes no bid any more."""
        return bool(self.bidder) and now >= self.ends_at


@dataclass
class Work:
    """Who has a work, who gets which royalty, and how often it moved."""

    owner: str
    artist: str
    royalty_bps: int
    transfers: int = 0

    def move(self, owner: str) -> None:
        """Change hands."""
        self.owner = owner
        self.transfers += 1


@dataclass
class House:
    """People are names; `wealth` is what each gained since the beginning."""

    works: dict[int, Work]
    fees: tuple[int, int]
    refusing: frozenset[str]
    is_paused: bool = False
    auctions: dict[int, Auction] = field(default_factory=dict)
    credits: Counter[str] = field(default_factory=Counter)
    wealth: Counter[str] = field(default_factory=Counter)
    surplus: int = 0

    def balance(self) -> int:
        """What the house should hold, to the wei."""
        leading = sum(auction.bid for auction in self.auctions.values())
        return leading + self.credits.total() + self.surplus

    def create(self, seller: str, number: int, terms: tuple[int, ...]) -> None:
        """Put a work up."""
        work = self.works[number]
        if self.is_paused:
            raise Refused("SalesPaused")
        if work.owner != seller:
            raise Refused("ERC721IncorrectOwner")
        fee = self.fees[seller != work.artist]
        work.move(HOUSE)
        self.auctions[number] = Auction(seller, *terms, fee, work.transfers)

    def place(self, bidder: str, number: int, transfers: int, amount: int, now: int) -> None:
        """Bid on the auction for which the work moved the last of so many times."""
        auction = self._running(number)
        if transfers != auction.transfers:
            raise Refused("AuctionStale")
        if bidder == auction.seller:
            raise Refused("OwnAuction")
        if auction.is_over(now):
            raise Refused("AuctionEnded")
        if amount < auction.least():
            raise Refused("BidBelow")
        if self.is_paused and not auction.bidder:
            raise Refused("SalesPaused")
        outbid, back = auction.bidder, auction.bid
        self._move_end(auction, now)
        auction.bidder, auction.bid = bidder, amount
        self.wealth[bidder] -= amount
        self._pay(outbid, back)

    def settle(self, number: int, now: int) -> None:
        """Hand over the work and its price."""
        auction = self._running(number)
        if not auction.is_over(now):
            raise Refused("AuctionRunning")
        work = self.works[number]
        fee = auction.bid * auction.fee_bps // WHOLE
        royalty = 0 if auction.seller == work.artist else auction.bid * work.royalty_bps // WHOLE
        del self.auctions[number]
        work.move(auction.bidder)
        self._pay(auction.seller, auction.bid - fee - royalty)
        self._pay(work.artist, royalty)
        self._pay(TREASURY, fee)

    def cancel(self, caller: str, number: int) -> None:
        """Take a work back."""
        auction = self._running(number)
        if caller != auction.seller:
            raise Refused("NotSeller")
        if auction.bidder:
            raise Refused("AuctionHasBids")
        del self.auctions[number]
        self.works[number].move(caller)

    def withdraw(self, payee: str) -> None:
        """Fetch a credit."""
        if not self.credits[payee]:
            raise Refused("NothingDue")
        self.wealth[payee] += self.credits.pop(payee)

    def _running(self, number: int) -> Auction:
        if number not in self.auctions:
            raise Refused("AuctionMissing")
        return self.auctions[number]

    def _move_end(self, auction: Auction, now: int) -> None:
        if not auction.bidder:
            auction.ends_at = now + auction.duration
            auction.latest_end = auction.ends_at + auction.cap
        moved = min(now + auction.extension, auction.latest_end)
        auction.ends_at = max(auction.ends_at, moved)

    def _pay(self, payee: str, amount: int) -> None:
        if amount:
            purse = self.credits if payee in self.refusing else self.wealth
            purse[payee] += amount
