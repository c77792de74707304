from enum import StrEnum


class ListHoldersSort(StrEnum):
    NAME = "name"

    def __str__(self) -> str:
        return str(self.value)
