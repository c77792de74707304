"""Hold one measured figure beside what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure under its key in the results; its target is a bound from above or from below."""

    key: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the value keeps its bounds; without any it always does."""
        low = self.at_least is None or self.value >= self.at_least
        high = self.at_most is None or self.value <= self.at_most
        return low and high

    @property
    def target(self) -> str:
        """The bounds in words."""
        words = [(">=", self.at_least), ("<=", self.at_most)]
        return " and ".join(f"{sign} {bound:g}" for sign, bound in words if bound is not None)

    def __str__(self) -> str:
        mark = " " if not self.target else "✓" if self.is_met else "✗"
        return f"{mark} {self.key:<28} {self.value:>12.6g} {self.unit:<6} {self.target}"
