from enum import StrEnum


class ListAuctionsState(StrEnum):
    CANCELLED = "cancelled"
    OPEN = "open"
    SETTLED = "settled"

    def __str__(self) -> str:
        return str(self.value)
