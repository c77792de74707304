"""Shape what a visitor said of a work, as the form on its page shows it."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.taste import queries


@dataclass(frozen=True, slots=True)
class SaidView:
    """Stars and feeling that somebody last gave a work; false where nothing was said."""

    stars: int | None = None
    valence: int | None = None
    arousal: int | None = None
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.stars is not None or self.valence is not None

    @classmethod
    def of(cls, session: Session, person: Address | None, work: int) -> Self:
        """What the person said of the work."""
        picture = queries.of_work(session, work) if person else None
        if person is None or picture is None:
            return cls()
        found = queries.said_of(session, person, picture.sha256)
        rating, feeling = found.get("rating"), found.get("feeling")
        return cls(
            stars=rating.value if rating else None,
            valence=feeling.value if feeling else None,
            arousal=feeling.details["arousal"] if feeling else None,
            words=tuple(feeling.details["words"]) if feeling else (),
        )
