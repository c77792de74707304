from enum import StrEnum


class HoldingKind(StrEnum):
    EDITION = "edition"
    WORK = "work"

    def __str__(self) -> str:
        return str(self.value)
