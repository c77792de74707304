from enum import StrEnum


class GetStatementsKindCsvKind(StrEnum):
    PURCHASES = "purchases"
    ROYALTIES = "royalties"
    SALES = "sales"

    def __str__(self) -> str:
        return str(self.value)
