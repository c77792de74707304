from enum import StrEnum


class WorkProvenanceType0(StrEnum):
    ATTESTED = "attested"
    RERUNNABLE = "rerunnable"
    SUBMITTED = "submitted"

    def __str__(self) -> str:
        return str(self.value)
