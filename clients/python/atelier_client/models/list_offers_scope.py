from enum import StrEnum


class ListOffersScope(StrEnum):
    ANY = "any"
    ARTIST = "artist"
    WORK = "work"

    def __str__(self) -> str:
        return str(self.value)
