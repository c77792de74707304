from enum import StrEnum


class CommissionAnswerProvenance(StrEnum):
    ATTESTED = "attested"
    RERUNNABLE = "rerunnable"
    SUBMITTED = "submitted"

    def __str__(self) -> str:
        return str(self.value)
