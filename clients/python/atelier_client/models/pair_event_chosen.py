from enum import StrEnum


class PairEventChosen(StrEnum):
    LEFT = "left"
    NEITHER = "neither"
    RIGHT = "right"

    def __str__(self) -> str:
        return str(self.value)
