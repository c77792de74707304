from enum import StrEnum


class ProposalState(StrEnum):
    ACTIVE = "active"
    CANCELED = "canceled"
    ENDED = "ended"
    EXECUTED = "executed"
    PENDING = "pending"
    QUEUED = "queued"

    def __str__(self) -> str:
        return str(self.value)
