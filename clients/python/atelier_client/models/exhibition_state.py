from enum import StrEnum


class ExhibitionState(StrEnum):
    COUNTED = "counted"
    ENDED = "ended"
    NOMINATING = "nominating"
    VOTING = "voting"

    def __str__(self) -> str:
        return str(self.value)
