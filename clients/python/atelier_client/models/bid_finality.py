from enum import StrEnum


class BidFinality(StrEnum):
    FINALIZED = "finalized"
    LATEST = "latest"
    SAFE = "safe"

    def __str__(self) -> str:
        return str(self.value)
