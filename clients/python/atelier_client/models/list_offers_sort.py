from enum import StrEnum


class ListOffersSort(StrEnum):
    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    NEWEST = "newest"
    OLDEST = "oldest"

    def __str__(self) -> str:
        return str(self.value)
