from enum import StrEnum


class Verdict(StrEnum):
    ALIKE = "alike"
    CLEAR = "clear"
    KIN = "kin"
    PENDING = "pending"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
