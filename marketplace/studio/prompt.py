"""Say what a prompt would be understood as, and refuse words that the members do not want."""

from typing import Annotated, Final

from fastapi import APIRouter, Query

from generation.words import Understanding, understand
from generation.words.moderation import WordList
from marketplace.studio.commission import Order
from marketplace.studio.error import WordRefused

MOST_CHARACTERS: Final = 500  # as many as a recipe's prompt may have

router = APIRouter(prefix="/api/v1", tags=["studio"])


@router.get("/studio/understanding")
def read_prompt(prompt: Annotated[str, Query(max_length=MOST_CHARACTERS)]) -> Understanding:
    """What each word of a prompt is taken for, and which words are not understood."""
    return understand(prompt)


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
        f"({found.entry!r}, list {words.sha256[:12]}…); say it otherwise, or propose to the DAO "
        "that the list be changed.",
        field=field,
        word=found.written,
        entry=found.entry,
        list_sha256=words.sha256,
    )
