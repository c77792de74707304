from enum import StrEnum


class ListArtistsAdmitted(StrEnum):
    FALSE = "false"
    TRUE = "true"

    def __str__(self) -> str:
        return str(self.value)
