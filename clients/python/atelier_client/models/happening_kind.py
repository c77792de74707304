from enum import StrEnum


class HappeningKind(StrEnum):
    ADMITTED = "admitted"
    APPLIED = "applied"
    AUCTIONED = "auctioned"
    BID = "bid"
    COPIES_MINTED = "copies_minted"
    COPIES_SOLD = "copies_sold"
    MINTED = "minted"
    OPENED = "opened"
    REJECTED = "rejected"
    SETTLED = "settled"
    SOLD = "sold"
    TRANSFERRED = "transferred"

    def __str__(self) -> str:
        return str(self.value)
