from enum import StrEnum


class GetVerificationsIdNameName(StrEnum):
    AGAIN = "again"
    DIFFERENCE = "difference"
    PREVIEW = "preview"

    def __str__(self) -> str:
        return str(self.value)
