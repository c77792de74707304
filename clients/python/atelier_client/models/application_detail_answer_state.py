from enum import StrEnum


class ApplicationDetailAnswerState(StrEnum):
    ADMITTED = "admitted"
    CLOSED = "closed"
    OPEN = "open"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
