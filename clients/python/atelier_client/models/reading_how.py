from enum import StrEnum


class ReadingHow(StrEnum):
    EXACT = "exact"
    INFLECTED = "inflected"
    NEAR = "near"

    def __str__(self) -> str:
        return str(self.value)
