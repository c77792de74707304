from enum import StrEnum


class VoteKind(StrEnum):
    APPLICATION = "application"
    PROPOSAL = "proposal"

    def __str__(self) -> str:
        return str(self.value)
