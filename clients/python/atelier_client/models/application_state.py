from enum import StrEnum


class ApplicationState(StrEnum):
    ADMITTED = "admitted"
    CLOSED = "closed"
    OPEN = "open"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
