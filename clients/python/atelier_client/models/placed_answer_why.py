from enum import StrEnum


class PlacedAnswerWhy(StrEnum):
    EXPLORATION = "exploration"
    OWN = "own"
    TASTE = "taste"

    def __str__(self) -> str:
        return str(self.value)
