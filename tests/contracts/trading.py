"""Play with the market at random, and keep a plain model of it beside."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from brownie import ZERO_ADDRESS
from brownie.exceptions import VirtualMachineError
from ledger import MARKET, ROYALTIES, TREASURY, Ledger
from scene import ETHER, act
from signing import Signed

LIKELINESS = {
    "buy": 6,
    "buy_bundle": 3,
    "buy_copies": 5,
    "take": 6,
    "cancel": 1,
    "cancel_offer": 1,
    "cancel_all": 1,
    "pause": 1,
    "give": 1,
    "trust": 1,
    "share": 3,
    "withdraw": 3,
    "sweep": 1,
    "set_policy": 1,
}
CANCEL = {"Listing": "cancel", "Bundle": "cancelBundle", "EditionListing": "cancelEdition"}
EDGES = [0, 1, 39, 40, 9_999, 10_001]
NOBODY = "0x000000000000000000000000000000000000dEaD"


@dataclass
class Stage:
    """The contracts, who plays and how orders are signed."""

    contracts: dict[str, Any]
    people: dict[str, Any]  # by address; a wallet contract is one that can act
    token: Any
    edition: int
    forger: Any
    make_order: Callable[..., Signed]

    def set_refusing(self, currency: str, payee: str, is_refusing: bool) -> None:
        """Let pushes to a payee fail, or not."""
        if currency == ZERO_ADDRESS:
            wallet = self.people[payee]
            (wallet.refuse if is_refusing else wallet.take)({"from": wallet.OWNER()})
        else:
            self.token.setManner(payee, int(is_refusing), {"from": self.forger})


class Trading:
    """One play."""

    def __init__(self, stage: Stage, ledger: Ledger, seed: int) -> None:
        self.stage, self.ledger, self.dice = stage, ledger, Random(seed)
        self.market, self.artwork = stage.contracts[MARKET], stage.contracts["artwork"]
        self.currencies = [ZERO_ADDRESS, stage.token.address]
        self.unique = [work for work, terms in ledger.works.items() if terms.owner]
        self.holders = [who for who, one in stage.people.items() if not hasattr(one, "act")]
        self.orders: dict[str, list[tuple[Signed, bool]]] = {}
        self.happened: Counter[str] = Counter()
        self.nonce = 0

    def step(self) -> str:
        """Do one thing, and tell which."""
        (kind,) = self.dice.choices(list(LIKELINESS), LIKELINESS.values())
        self.happened[kind] += bool(getattr(self, kind)())
        return kind

    def buy(self) -> bool:
        order, is_forged = self._order("Listing", self._listing)
        buyer, item = self._somebody(), (order.work, order.transferCount)
        paid = self._paid(order, order.price)
        fault = (
            self._fault_of_terms(order, buyer, order.price, paid)
            or self._fault_of_order(order, is_forged)
            or self.ledger.refuses_listed(item, order.message, order.price)
        )
        if not self._try(fault, buyer, self.market.buy, order.terms, order.signature, value=paid):
            return False
        self._sell(order, order.work, order.seller, buyer, order.price)
        return True

    def buy_bundle(self) -> bool:
        order, is_forged = self._order("Bundle", self._bundle)
        buyer, paid, count = self._somebody(), self._paid(order, order.price), len(order.items)
        prices = [order.price // count] * count
        prices[-1] += order.price % count
        parts = list(zip(order.items, prices, strict=True))
        faults = (self.ledger.refuses_listed(item, order.message, part) for item, part in parts)
        fault = (
            self._fault_of_terms(order, buyer, order.price, paid)
            or self._fault_of_order(order, is_forged)
            or next(filter(None, faults), None)
        )
        method = self.market.buyBundle
        if not self._try(fault, buyer, method, order.terms, order.signature, value=paid):
            return False
        for (work, _), part in parts:
            self._sell(order, work, order.seller, buyer, part)
        return True

    def buy_copies(self) -> bool:
        order, is_forged = self._order("EditionListing", self._copies)
        buyer, copies = self.dice.choice(self.holders), self.dice.randint(1, 3)
        due = order.unitPrice * copies
        paid = self._paid(order, due)
        fault = (
            self._fault_of_terms(order, buyer, due, paid)
            or self._fault_of_epoch(order.seller, order)
            or self._fault_of_order(order, False)
            or (
                "CopiesExceeded" if copies > order.copies - self.ledger.sold[order.digest] else None
            )
            or ("OrderForged" if is_forged else None)
            or self.ledger.refuses_copies(order.edition, order.seller, copies)
            or self.ledger.refuses_fee(order.edition, order.message, due)
        )
        arguments = (order.terms, order.signature, copies)
        if not self._try(fault, buyer, self.market.buyEdition, *arguments, value=paid):
            return False
        self.ledger.sold[order.digest] += copies
        self._sell(order, order.edition, order.seller, buyer, due, copies)
        return True

    def take(self) -> bool:
        order, is_forged = self._order("Offer", self._offer)
        work = order.work or self.stage.edition
        if not order.copies and (not order.work or self._rarely()):
            work = self.dice.choice(self.unique)
        owner = self.ledger.works[work].owner
        taker = self._somebody() if self._rarely() or order.copies else owner
        proceeds = order.price - sum(self.ledger.divided(work, taker, order.price))
        least = proceeds + self._rarely()
        fault = (
            ("OfferNotFor" if order.work not in (0, work) else None)
            or (self._fault_of_epoch(order.bidder, order) if order.copies else None)
            or ("OfferUsed" if (order.bidder, order.nonce) in self.ledger.used else None)
            or ("OrderForged" if is_forged else None)
            or self._fault_of_epoch(order.bidder, order)
            or self._fault_of_taker(order, work, taker)
            or ("ProceedsShort" if least > proceeds else None)
        )
        arguments = (order.terms, order.signature, work, least)
        if not self._try(fault, taker, self.market.takeOffer, *arguments):
            return False
        self.ledger.used.add((order.bidder, order.nonce))
        self._sell(order, work, taker, order.bidder, order.price, order.copies)
        return True

    def cancel(self) -> bool:
        kind = self.dice.choice(list(CANCEL))
        if not self.orders.get(kind):
            return False
        order, _ = self.dice.choice(self.orders[kind])
        is_closed = order.digest in self.ledger.closed
        self.ledger.closed.add(order.digest)
        method = getattr(self.market, CANCEL[kind])
        return self._try("OrderClosed" if is_closed else None, order.seller, method, order.terms)

    def cancel_offer(self) -> bool:
        key = self._somebody(), self.dice.randint(0, self.nonce + 1)
        fault = "OfferUsed" if key in self.ledger.used else None
        self.ledger.used.add(key)
        return self._try(fault, key[0], self.market.cancelOffer, key[1])

    def cancel_all(self) -> bool:
        who = self._somebody()
        self.ledger.epochs[who] += 1
        return self._try(None, who, self.market.cancelAll)

    def pause(self) -> bool:
        """Pause, sell nothing, cancel something, open again."""
        as_treasury = {"from": self.stage.contracts[TREASURY]}
        self.market.setPaused(True, as_treasury)
        order, _ = self._order("Offer", self._offer)
        arguments = (order.terms, order.signature, order.work, 0)
        self._try("SalesPaused", self._somebody(), self.market.takeOffer, *arguments)
        self.cancel_offer()
        self.market.setPaused(False, as_treasury)
        return True

    def give(self) -> bool:
        work, to = self.dice.choice(self.unique), self._somebody()
        owner = self.ledger.works[work].owner
        self.ledger.hand_over(work, to)
        return self._try(None, owner, self.artwork.transferFrom, owner, to, work)

    def trust(self) -> bool:
        """Distrust the market, or trust it again."""
        distrustful = self.ledger.distrustful
        who = min(distrustful) if distrustful else self._somebody()
        distrustful ^= {who}
        return self._try(None, who, self.artwork.setMarketTrust, who not in distrustful)

    def share(self) -> bool:
        waiting = [key for key, income in self.ledger.income.items() if income]
        if not waiting:
            return False
        work, currency = self.dice.choice(waiting)
        self.ledger.share(work, currency)
        return self._try(
            None, self.holders[0], self.stage.contracts[ROYALTIES].share, work, currency
        )

    def withdraw(self) -> bool:
        due = [(p, *key) for p, owed in self.ledger.credits.items() for key, n in owed.items() if n]
        if not due:
            return False
        place, currency, payee = self.dice.choice(due)
        self.stage.set_refusing(currency, payee, False)
        self._try(None, payee, self.stage.contracts[place].withdraw, currency)
        self.stage.set_refusing(currency, payee, True)
        self.ledger.withdraw(place, currency, payee)
        return True

    def sweep(self) -> bool:
        currency = self.dice.choice(self.currencies)
        fault = None if self.ledger.kept(currency) else "NothingDue"
        self.ledger.sweep(currency)
        return self._try(fault, self.holders[0], self.market.sweep, currency)

    def set_policy(self) -> bool:
        as_treasury = {"from": self.stage.contracts[TREASURY]}
        fees, pushes = [self.dice.randint(0, 1_000) for _ in range(2)], self._rarely(0.5)
        self.market.setFees(*fees, as_treasury)
        self.market.setFeesPushed(pushes, as_treasury)
        self.ledger.primary_bps, self.ledger.secondary_bps = fees
        self.ledger.pushes = pushes
        return True

    def _listing(self) -> dict[str, Any]:
        work = self.dice.choice(self.unique)
        count = self.ledger.works[work].count + self._rarely()
        terms = self._sale(self.ledger.works[work].owner)
        return {"work": work, "transferCount": count, "price": self._price(), **terms}

    def _bundle(self) -> dict[str, Any]:
        owners = [self.ledger.works[work].owner for work in self.unique]
        seller = self.dice.choice(owners)
        works = [w for w, owner in zip(self.unique, owners, strict=True) if owner == seller]
        items = [(work, self.ledger.works[work].count) for work in works]
        self.dice.shuffle(items)
        return {"items": items, "price": self._price(), **self._sale(seller)}

    def _copies(self) -> dict[str, Any]:
        self.nonce += 1
        edition = {"edition": self.stage.edition, "copies": self.dice.randint(1, 4)}
        owners = [who for who in self.holders if self.ledger.copies[self.stage.edition, who]]
        return {
            **edition,
            "unitPrice": self._price(),
            "nonce": self.nonce,
            **self._sale(self.dice.choice(self.holders if self._rarely() else owners)),
        }

    def _offer(self) -> dict[str, Any]:
        self.nonce += 1
        copies = self.dice.choice([0, 0, 1, 2])
        bidder = self.dice.choice(self.holders) if copies else self._somebody()
        work = self.stage.edition if copies else self.dice.choice(self.unique)
        artist = self.ledger.works[work].artist if self._rarely(0.3) else ZERO_ADDRESS
        return {
            "bidder": bidder,
            "work": 0 if self._rarely(0.3) else work,
            "artist": artist,
            "copies": copies,
            "currency": self.stage.token.address,
            "price": self._price(),
            "nonce": self.nonce,
            "epoch": self.ledger.epochs[bidder] + self._rarely(),
        }

    def _sale(self, seller: str) -> dict[str, Any]:
        """What sellers say of every order; now and then what nobody can take up."""
        return {
            "seller": seller,
            "currency": self.dice.choice(self.currencies),
            "maxFeeBps": 0 if self._rarely() else 1_000,
            "epoch": self.ledger.epochs[seller] + self._rarely(),
            "buyer": NOBODY if self._rarely() else ZERO_ADDRESS,
        }

    def _order(self, kind: str, terms: Callable[[], dict[str, Any]]) -> tuple[Signed, bool]:
        """A new order, or one of the old ones."""
        old = self.orders.setdefault(kind, [])
        if old and self._rarely(0.25):
            return self.dice.choice(old)
        found, is_forged = terms(), self._rarely()
        who = self.stage.people[found["bidder" if kind == "Offer" else "seller"]]
        signer = who.OWNER() if hasattr(who, "act") else who
        order = self.stage.make_order(kind, self.stage.forger if is_forged else signer, **found)
        old.append((order, is_forged))
        return old[-1]

    def _fault_of_terms(self, order: Signed, buyer: str, due: int, paid: int) -> str | None:
        if order.buyer not in (ZERO_ADDRESS, buyer):
            return "OrderReserved"
        return None if paid == (0 if order.currency != ZERO_ADDRESS else due) else "PaymentWrong"

    def _fault_of_order(self, order: Signed, is_forged: bool) -> str | None:
        if order.digest in self.ledger.closed:
            return "OrderClosed"
        return "OrderForged" if is_forged else None

    def _fault_of_epoch(self, signer: str, order: Signed) -> str | None:
        return None if order.epoch == self.ledger.epochs[signer] else "EpochPassed"

    def _fault_of_taker(self, order: Signed, work: int, taker: str) -> str | None:
        if order.copies:
            fault = self.ledger.refuses_copies(work, taker, order.copies)
        else:
            fault = self.ledger.refuses_work(work, taker)
        is_anothers = order.artist not in (ZERO_ADDRESS, self.ledger.works[work].artist)
        return fault or ("OfferNotForArtist" if is_anothers else None)

    def _sell(
        self, order: Signed, work: int, seller: str, buyer: str, price: int, copies: int = 0
    ) -> None:
        wallet = self.stage.people[buyer]
        pays_itself = order.currency != ZERO_ADDRESS or not hasattr(wallet, "act")
        payer = buyer if pays_itself else wallet.OWNER()
        self.ledger.sell(work, seller, payer, order.currency, price)
        if copies:
            self.ledger.hand_over_copies(work, copies, seller, buyer)
        else:
            self.ledger.hand_over(work, buyer)

    def _try(
        self, fault: str | None, who: str, method: Any, *arguments: Any, value: int = 0
    ) -> bool:
        """Act; where the model sees a fault, the contract names the same."""
        person = self.stage.people[who]
        if fault is None:
            act(person, method, *arguments, value=value)
            return True
        with pytest.raises(VirtualMachineError) as caught:
            act(person, method, *arguments, value=value)
        expected = "ActFailed" if hasattr(person, "act") else fault
        assert caught.value.revert_msg.split(":")[0] == expected, fault
        self.happened[fault] += 1
        return False

    def _left(self, order: Signed) -> int:
        return order.copies - self.ledger.sold[order.digest]

    def _somebody(self) -> str:
        return str(self.dice.choice(list(self.stage.people)))

    def _paid(self, order: Signed, due: int) -> int:
        return (due if order.currency == ZERO_ADDRESS else 0) + self._rarely()

    def _price(self) -> int:
        return self.dice.choice(EDGES) if self._rarely(0.2) else self.dice.randrange(3 * ETHER)

    def _rarely(self, chance: float = 0.04) -> bool:
        return self.dice.random() < chance
