"""Say what a prompt would be understood as, and refuse words that the members do not want."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel

from generation.words import Understanding, understand
from generation.words.moderation import WordList
from marketplace.dependency import PartsDep
from marketplace.studio.commission import Order
from marketplace.studio.error import WordRefused

MOST_CHARACTERS: Final = 500  # as many as a recipe's prompt may have

router = APIRouter(prefix="/api/v1", tags=["studio"])


@router.get("/studio/understanding")
def read_prompt(prompt: Annotated[str, Query(max_length=MOST_CHARACTERS)]) -> Understanding:
    """What each word of a prompt is taken for, and which words are not understood."""
    return understand(prompt)


class WordsAnswer(BaseModel):
    """The words that are refused, as the list has them, and the list's digest."""

    sha256: str
    entries: list[str]


@router.get("/studio/words")
def read_words(parts: PartsDep) -> WordsAnswer:
    """The list of words that the members do not want: whoever is refused can read all of it."""
    return WordsAnswer(sha256=parts.words.sha256, entries=list(parts.words.entries))


def require_wanted(order: Order, words: WordList) -> None:
    """Refuse an order that says a word of the list, in whatever people will read of it."""
    require_clean("prompt", order.recipe.prompt, words)
    require_clean("title", order.title, words)
    require_clean("description", order.description, words)


def require_clean(field: str, text: str, words: WordList) -> None:
    """Refuse a text that says a word of the list; says which word and which list."""
    found = words.match(text)
    if found is None:
        return
    raise WordRefused(
        f"{field}: {found.written!r} is on the list of words that the members do not want "
        f"({found.entry!r}, list {words.sha256[:12]}…, at /api/v1/studio/words); say it otherwise, "
        "or propose to the DAO that the list be changed.",
        field=field,
        word=found.written,
        entry=found.entry,
        list_sha256=words.sha256,
    )
