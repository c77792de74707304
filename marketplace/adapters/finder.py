"""Have recipes found: by the muse, or on a walk from one recipe towards words and a taste."""

import hashlib
import tempfile
from collections.abc import Generator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, Self, TypeVar

from marketplace.adapters.renderer import OnProgress, look

if TYPE_CHECKING:  # a worker that has things found elsewhere needs nothing of this
    from generation.muse.muse import Thought
    from generation.muse.reason import Reason
    from generation.taste import Taste

STEPS: Final = 5  # of a walk for one generation

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; `strength` says how much a taste counts, 0 to 1000.

    For a walk `recipe` is where it begins; for the muse `works` is what there is already, each as
    concept, what it becomes (or "nothing"), and light.
    """

    kind: Literal["muse", "guide"]
    number: int
    seed: int
    strength: int
    towards: str = ""
    recipe: Mapping[str, Any] | None = None
    works: Sequence[tuple[str, str, str]] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for the other process."""
        return asdict(self)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """From plain data."""
        works = [(str(one[0]), str(one[1]), str(one[2])) for one in content["works"]]
        return cls(**{**content, "works": works})


@dataclass(frozen=True, slots=True)
class Find:
    """A recipe that was found, and why: kind, facts, and a sentence in each language."""

    recipe: dict[str, Any]
    reasons: list[dict[str, Any]]


class Finder(Protocol):
    """What the studio asks of a finder."""

    def __call__(
        self,
        question: Question,
        liked: bytes | None = None,
        on_progress: OnProgress | None = None,
    ) -> list[Find]:
        """At most as many recipes as are asked for; `liked` is a taste's checkpoint."""


def find(
    question: Question, liked: bytes | None = None, on_progress: OnProgress | None = None
) -> list[Find]:
    """Look here and now; heavy. `GenerationError` says why nothing could be found."""
    known = _taste(liked)
    found = _proposed if question.kind == "muse" else _walked
    return found(question, known, on_progress)


def _proposed(question: Question, liked: "Taste | None", hear: OnProgress | None) -> list[Find]:
    from generation.muse import kept
    from generation.muse.muse import Asked, propose
    from generation.muse.reason import Shown

    works = [Shown(*one) for one in question.works]
    asked = Asked(question.seed, question.number, kept.archive(), works, liked, question.strength)
    found = _heard(propose(asked), hear)
    return [Find(one.recipe.as_dict(), _told(one.reasons)) for one in found]


def _walked(question: Question, liked: "Taste | None", hear: OnProgress | None) -> list[Find]:
    from generation.muse.guide import Wish, brood, closer, guide
    from generation.muse.liking import guided_by
    from generation.recipe import parse

    begun, judge = parse(question.recipe or {}), guided_by(liked, question.strength)
    walk = _heard(guide(Wish(begun, judge, question.towards, STEPS, question.seed)), hear)
    found = [(one, closer(one, walk, question.towards)) for one in brood(walk, question.number)]
    return [Find(one.recipe.as_dict(), _told([why] if why else [])) for one, why in found]


def _told(reasons: "Sequence[Reason]") -> list[dict[str, Any]]:
    from generation.muse.wording import sentence

    return [{**one.as_dict(), "en": sentence(one), "zh": sentence(one, "zh")} for one in reasons]


def _heard(thinking: "Generator[Thought, None, Made]", on_progress: OnProgress | None) -> Made:
    """What comes of it; what it looks at meanwhile is shown."""
    while True:
        try:
            thought = next(thinking)
        except StopIteration as end:
            made: Made = end.value
            return made
        if on_progress:
            seen = look(thought.seen.picture)[0] if thought.seen else None
            on_progress(thought.permille, thought.stage, seen)


def _taste(content: bytes | None) -> "Taste | None":
    from generation import taste

    if not content:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "taste.safetensors"
        path.write_bytes(content)
        return taste.load(path, hashlib.sha256(content).hexdigest())
