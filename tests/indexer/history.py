"""Lives of works, votes and fees that contracts like ours could have emitted."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256

from indexer.primitives import ZERO_ADDRESS, Address, address
from tests.indexer.speaker import Utterance, say

Action = tuple[str, int]
KINDS = ("mint", "move", "sell", "apply", "vote", "decide", "fee", "credit", "delegate", "distrust")


def person(number: int) -> Address:
    """One of a few people."""
    return address(f"0x{number % 5 + 1:040x}")


def digest(word: str, number: int) -> bytes:
    """A number's name among hashes."""
    return sha256(f"{word} {number}".encode()).digest()


def work_id(number: int) -> int:
    """A work's token id."""
    return int.from_bytes(digest("work", number))


def paid(price: int) -> tuple[Address, int, int]:
    """A price with its currency and fee: ether, or some token."""
    return (ZERO_ADDRESS if price % 2 else person(4)), price, price // 40


@dataclass
class World:
    """What has happened so far, so that what happens next could happen."""

    works: list[int] = field(default_factory=list)
    owners: list[Address] = field(default_factory=list)
    sold: int = 0
    applications: int = 0
    decided: int = 0
    votes: set[tuple[int, Address]] = field(default_factory=set)

    def copy(self) -> "World":
        """The same past with another future."""
        return deepcopy(self)

    def speech(self, actions: Sequence[Action]) -> list[Utterance]:
        """What the contracts say when these things are done in one transaction."""
        return [said for kind, number in actions for said in self.say(kind, number)]

    def say(self, kind: str, number: int) -> list[Utterance]:
        """What the contracts say to one deed; nothing where it cannot be done."""
        said: list[Utterance] = getattr(self, f"_{kind}")(number)
        return said

    def _mint(self, number: int) -> list[Utterance]:
        # Branches share ids or not, as chance has it: a lost mint may come back, or never.
        work, artist = work_id(len(self.works) + 10**6 * (number % 3)), person(number)
        self.works.append(work)
        self.owners.append(artist)
        return [
            say("Artwork", "Transfer", ZERO_ADDRESS, artist, work),
            say("Artwork", "WorkMinted", work, artist, artist, artist, 500, *paid(number)),
        ]

    def _move(self, number: int) -> list[Utterance]:
        if not self.owners:
            return []
        index = number % len(self.owners)
        sender, recipient = self.owners[index], person(number // 3)
        self.owners[index] = recipient
        return [say("Artwork", "Transfer", sender, recipient, self.works[index])]

    def _sell(self, number: int) -> list[Utterance]:
        if not self.owners:
            return []
        index, price = number % len(self.owners), 10**18 + number
        seller, work = self.owners[index], self.works[index]
        moved = self._move(number)
        self.sold += 1
        order = digest("order", self.sold * 10**6 + number)
        buyer, artist = self.owners[index], person(number)
        sale = (work, seller, buyer, order, *paid(price), price // 20, artist)
        return [*moved, say("Market", "WorkSold", *sale)]

    def _apply(self, number: int) -> list[Utterance]:
        self.applications += 1
        dossier = digest("dossier", number)
        terms = (10**16, 1_700_000_000, 1_700_003_600, 3)
        return [
            say("Curation", "ApplicationOpened", self.applications, person(number), dossier, *terms)
        ]

    def _vote(self, number: int) -> list[Utterance]:
        ballot = (number % max(1, self.applications) + 1, person(number // 5))
        if not self.applications or ballot in self.votes:
            return []
        self.votes.add(ballot)
        return [say("Curation", "VoteCast", *ballot, 1, number % 3, 1, bytes(32), f"no {number}")]

    def _decide(self, number: int) -> list[Utterance]:
        if self.decided >= self.applications:
            return []
        self.decided += 1
        artist, tally = person(number), (3, number % 3, 0)
        name = "ArtistAdmitted" if number % 3 < 2 else "ArtistRejected"
        cooldown = () if name == "ArtistAdmitted" else (1_700_090_000,)
        return [
            say("Curation", name, self.decided, artist, *tally, *cooldown),
            say("Curation", "BondReturned", self.decided, artist, 10**16),
        ]

    def _fee(self, number: int) -> list[Utterance]:
        return [say(("Market", "Artwork")[number % 2], "FeesChanged", number % 1000, number % 7)]

    def _credit(self, number: int) -> list[Utterance]:
        name = ("PayoutCredited", "Withdrawn")[number % 2]
        return [say("Market", name, person(number // 2), person(number % 2), number)]

    def _delegate(self, number: int) -> list[Utterance]:
        people = (person(number), person(number // 2), person(number // 3))
        return [say("Membership", "DelegateChanged", *people)]

    def _distrust(self, number: int) -> list[Utterance]:
        return [say("Artwork", "MarketTrustChanged", person(number), number % 2 == 0)]
