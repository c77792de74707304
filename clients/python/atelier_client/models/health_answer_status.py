from enum import StrEnum


class HealthAnswerStatus(StrEnum):
    UNWELL = "unwell"
    WELL = "well"

    def __str__(self) -> str:
        return str(self.value)
