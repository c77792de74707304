from enum import StrEnum


class ListWorksSort(StrEnum):
    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"

    def __str__(self) -> str:
        return str(self.value)
