from enum import StrEnum


class PartHealthStatus(StrEnum):
    UNWELL = "unwell"
    WELL = "well"

    def __str__(self) -> str:
        return str(self.value)
