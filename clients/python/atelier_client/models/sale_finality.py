from enum import StrEnum


class SaleFinality(StrEnum):
    FINALIZED = "finalized"
    LATEST = "latest"
    SAFE = "safe"

    def __str__(self) -> str:
        return str(self.value)
