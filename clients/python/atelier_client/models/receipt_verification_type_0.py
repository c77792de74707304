from enum import StrEnum


class ReceiptVerificationType0(StrEnum):
    ASKED = "asked"
    FAILED = "failed"
    JUDGED = "judged"

    def __str__(self) -> str:
        return str(self.value)
