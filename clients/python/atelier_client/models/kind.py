from enum import StrEnum


class Kind(StrEnum):
    RETRACTED = "retracted"
    STATED = "stated"

    def __str__(self) -> str:
        return str(self.value)
