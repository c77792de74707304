"""Read a published set of votes and train the members' taste from it: same set, same taste.

The set is canonical JSON. It holds each voted picture's features, so nothing has to be drawn again,
and every ballot with its signature, so nobody has to be believed. A fifth of all pairs, chosen by
their names, is held out: the taste never learns from them, and they say how good it is.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generation.errors import VotesRefused
from generation.recipe import canonical_json
from generation.taste.evidence import Evidence, pair
from generation.taste.feature import COUNT, digest
from generation.taste.model import Taste, fit, prior

FORMAT: Final = "atelier-taste-votes/1"
FEATURE_UNIT: Final = 1 << 16
FARTHEST: Final = 6 * FEATURE_UNIT
MOST_BYTES: Final = 64 << 20
MOST_VOICE: Final = 200  # choices of one member that count in full; more of them share that weight
HELD_OUT: Final = 51  # of 256

Choice = tuple[str, str]  # names of the better and of the worse picture


@dataclass(frozen=True, slots=True)
class Vote:
    """One member's choice between two pictures."""

    member: str
    better: str
    worse: str

    @property
    def is_held_out(self) -> bool:
        """By the pair alone, so that no two members' votes on it fall to both sides."""
        low, high = sorted((self.better, self.worse))
        return hashlib.sha256(f"{low} {high}".encode()).digest()[0] < HELD_OUT


@dataclass(frozen=True, eq=False)
class Votes:
    """What a set of votes says: the pictures' features (K,) by name, and who chose what."""

    sha256: str
    features: str
    pictures: Mapping[str, NDArray[np.float64]]
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A taste, how many of the votes held out it foresees, and how evenly members spoke."""

    taste: Taste
    members: int
    learnt: int
    held_out: int
    foreseen: int
    evenness: float  # 1 where all members voted equally often, 0 where one voted alone

    @property
    def accuracy(self) -> float:
        """The share of held-out votes that it foresees; a half is guessing."""
        return self.foreseen / self.held_out if self.held_out else 0.0


def parse(content: bytes) -> Votes:
    """A set of votes; raises `VotesRefused` for anything that is not canonical and whole.

    A second vote of a member on the same pair does not count: the first one does.
    """
    if len(content) > MOST_BYTES:
        raise VotesRefused(f"the set of votes has more than {MOST_BYTES} bytes")
    try:
        said = json.loads(content)
        if canonical_json(said) != content:
            raise VotesRefused("the set of votes is not written canonically, so its digest is void")
        if said["format"] != FORMAT:
            raise VotesRefused(f"the set of votes is of format {said['format']!r}, not {FORMAT!r}")
        features, pictures = str(said["features"]), _pictures(said["pictures"])
        votes = tuple(_votes(said["ballots"], pictures))
    except (ValueError, KeyError, TypeError) as cause:
        raise VotesRefused(f"this is no set of votes: {type(cause).__name__} {cause}") from cause
    return Votes(hashlib.sha256(content).hexdigest(), features, pictures, votes)


def train(votes: Votes) -> Trained:
    """The members' taste from the votes that are not held out, judged by those that are.

    Raises `VotesRefused` where the features are of another kind than this version measures.
    """
    if votes.features != digest():
        raise VotesRefused(
            f"the votes are on features {votes.features}, this version measures {digest()}"
        )
    learnt = [vote for vote in votes.votes if not vote.is_held_out]
    held = [vote for vote in votes.votes if vote.is_held_out]
    taste = fit(_evidence(learnt, votes.pictures), prior())
    foreseen = sum(_gap(vote, taste, votes.pictures) > 0 for vote in held)
    counts = Counter(vote.member for vote in votes.votes)
    return Trained(taste, len(counts), len(learnt), len(held), foreseen, _evenness(counts))


def _evidence(votes: Sequence[Vote], pictures: Mapping[str, NDArray[np.float64]]) -> list[Evidence]:
    """Each member with the same voice at most, however often they voted."""
    counts = Counter(vote.member for vote in votes)
    return [
        pair(
            pictures[vote.better],
            pictures[vote.worse],
            weight=min(1.0, MOST_VOICE / counts[vote.member]),
        )
        for vote in votes
    ]


def _gap(vote: Vote, taste: Taste, pictures: Mapping[str, NDArray[np.float64]]) -> float:
    return float((pictures[vote.better] - pictures[vote.worse]) @ taste.mean)


def _evenness(counts: Counter[str]) -> float:
    """Entropy of the votes over members, as a share of the highest there could be."""
    if len(counts) < 2:
        return 0.0
    shares = np.array(sorted(counts.values())) / counts.total()
    return round(float(-(shares * np.log(shares)).sum() / np.log(len(counts))), 6)


def _pictures(said: Any) -> dict[str, NDArray[np.float64]]:
    found = {}
    for name, row in said.items():
        whole = all(type(value) is int and abs(value) <= FARTHEST for value in row)
        if len(row) != COUNT or not whole:
            raise VotesRefused(f"picture {name[:80]} has no {COUNT} features of -6 to 6")
        found[str(name)] = np.array(row, np.float64) / FEATURE_UNIT
    return found


def _votes(said: Any, pictures: Mapping[str, Any]) -> list[Vote]:
    found: dict[tuple[str, ...], Vote] = {}
    for ballot in said:
        for better, worse in ballot["choices"]:
            if better == worse or better not in pictures or worse not in pictures:
                raise VotesRefused(f"a ballot of {ballot['member']} names no two of the pictures")
            key = (ballot["member"], *sorted((better, worse)))
            found.setdefault(key, Vote(ballot["member"], better, worse))
    return list(found.values())
