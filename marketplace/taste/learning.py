"""Fit a person's taste to all that the person said, whenever it is asked: in milliseconds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy.orm import Session

from generation import taste
from generation.taste import Evidence, Taste
from indexer.primitives import Address
from marketplace.taste import pool, queries
from marketplace.taste.models import Feedback, Picture

MOST = 1500  # of the newest things that somebody said


@dataclass(frozen=True, slots=True)
class Learned:
    """A person's taste, what it was learnt from, and how well it foresaw thrown questions."""

    taste: Taste
    said: Sequence[Feedback]
    foreseen: int
    thrown: int

    @property
    def answers(self) -> int:
        """How much was said in so many words; to look at something is not to say anything."""
        return sum(one.kind != "dwell" for one in self.said)


def of(session: Session, person: Address, start: Taste | None = None) -> Learned:
    """What is known of a person's taste; it starts from `start`, the members' own, if given.

    Without the person's consent nothing is learnt.
    """
    begin = taste.personal(start or taste.prior())
    if not queries.has_agreed(session, person):
        return Learned(begin, (), 0, 0)
    said = queries.said(session, person)[-MOST:]
    names = {one.picture for one in said} | {one.other for one in said if one.other}
    known = queries.pictures(session, sorted(names))
    found = evidence(said, known) + looks(said, known)
    found += [taste.kept(_seen(one)) for one in queries.wanted(session, person) if _fits(one)]
    thrown = [one for one in said if one.kind == "pair" and one.value and one.details["thrown"]]
    foreseen = sum(_is_foreseen(one) for one in thrown)
    return Learned(taste.fit(found, begin), said, foreseen, len(thrown))


def evidence(said: Sequence[Feedback], known: Mapping[str, Picture]) -> list[Evidence]:
    """What was said, as the model takes it; of several ratings of one picture the last counts."""
    found: dict[tuple[str, str, str | None], Evidence] = {}
    for one in said:
        shown = [known.get(name) for name in (one.picture, one.other) if name]
        seen = [_seen(picture) for picture in shown if picture and _fits(picture)]
        if len(seen) < len(shown):
            continue
        if one.kind == "pair" and one.value:
            better, worse = seen if one.value == 1 else seen[::-1]
            found["pair", one.picture, one.other] = taste.pair(better, worse)
        elif one.kind == "rating":
            found["rating", one.picture, None] = taste.rating(seen[0], one.value)
        elif one.kind == "feeling":
            found["feeling", one.picture, None] = taste.felt(seen[0], one.value)
    return list(found.values())


def looks(said: Sequence[Feedback], known: Mapping[str, Picture]) -> list[Evidence]:
    """How long works were looked at, all visits together; stars for a work say it better."""
    rated = {one.picture for one in said if one.kind == "rating"}
    seconds = Counter[str]()
    for one in said:
        if one.kind == "dwell" and one.picture not in rated:
            seconds[one.picture] += one.value
    shown = {name: known[name] for name in seconds if name in known and _fits(known[name])}
    return taste.looked([_seen(one) for one in shown.values()], [seconds[name] for name in shown])


def favourites(session: Session, of: Taste, most: int) -> list[Picture]:
    """Of what hangs in the gallery, what somebody of this taste is thought to like best."""
    found = queries.gallery_pictures(session, taste.digest())
    if not found:
        return []
    mean, _ = taste.score(of, pool.table(found))
    return [found[row] for row in np.argsort(-mean, kind="stable")[:most]]


def chance(of: Taste, left: Picture, right: Picture) -> int:
    """How likely somebody of this taste chooses the left one, in per mille."""
    mean, spread = taste.score(of, _seen(left) - _seen(right))
    widened = float(mean) / (1.0 + np.pi / 8.0 * float(spread) ** 2) ** 0.5  # MacKay 1992
    return round(1000 / (1.0 + float(np.exp(-widened))))


def _seen(picture: Picture) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(picture.features, np.float64) / pool.UNIT


def _fits(picture: Picture) -> bool:
    return picture.features is not None and picture.features_digest == taste.digest()


def _is_foreseen(one: Feedback) -> bool:
    chose_left = (one.value == 1) == (one.details["left"] == "picture")
    return bool(chose_left == (one.details["foreseen"] >= 500))
