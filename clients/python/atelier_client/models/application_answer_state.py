from enum import StrEnum


class ApplicationAnswerState(StrEnum):
    ADMITTED = "admitted"
    CLOSED = "closed"
    OPEN = "open"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
