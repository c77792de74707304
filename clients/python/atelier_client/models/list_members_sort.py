from enum import StrEnum


class ListMembersSort(StrEnum):
    JOINED = "joined"
    NEWEST = "newest"

    def __str__(self) -> str:
        return str(self.value)
