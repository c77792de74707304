"""Who gets what of a work's income: the rules of `Royalties`, in plain Python."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

WHOLE_BPS = 10_000
DEPTH = 3


@dataclass(frozen=True)
class Work:
    """A work and who shares it."""

    number: int
    artist: Any
    parents: tuple[int, ...] = ()
    parents_bps: int = 0
    shares: tuple[tuple[Any, int], ...] = ()


@dataclass
class Lineage:
    """All works, and what waits for each in one currency, by generation."""

    works: dict[int, Work] = field(default_factory=dict)
    waiting: defaultdict[int, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0] * (DEPTH + 1))
    )

    def share(self, number: int) -> Counter[Any]:
        """Empty what waits for a work: parents inherit, and this is what everybody is paid."""
        work, amounts = self.works[number], self.waiting.pop(number)
        income, paid = sum(amounts), Counter[Any]()
        for payee, bps in work.shares:
            paid[payee] += income * bps // WHOLE_BPS
        rest = income - paid.total()
        for generation, amount in enumerate(amounts[:DEPTH]):
            rest -= self._pass_on(work, amount * work.parents_bps // WHOLE_BPS, generation + 1)
        paid[work.artist] += rest
        return paid

    def income(self, number: int) -> int:
        """What waits for a work."""
        return sum(self.waiting[number])

    def total(self) -> int:
        """What waits for all of them."""
        return sum(map(sum, self.waiting.values()))

    def _pass_on(self, work: Work, part: int, generation: int) -> int:
        if not work.parents:
            return 0
        each, remainder = divmod(part, len(work.parents))
        for parent in work.parents:
            self.waiting[parent][generation] += each
        self.waiting[work.parents[0]][generation] += remainder
        return part
