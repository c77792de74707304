from enum import StrEnum


class SaleKind(StrEnum):
    AUCTION = "auction"
    EDITION_MINT = "edition_mint"
    EDITION_ORDER = "edition_order"
    MINT = "mint"
    ORDER = "order"

    def __str__(self) -> str:
        return str(self.value)
