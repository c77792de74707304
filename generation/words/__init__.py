"""Read what a prompt means, in English and Chinese, and say what was understood and what was not.

A word is looked up in the lexicon (`lexicon/*.toml`), then by its plain form, then by its spelling
give or take one letter, then in an embedding of what one thinks of beside a thing (`corpus/*.toml`,
trained by `python -m generation train words`). What none of them knows is told as unread. The same
words mean the same on every machine: branches compare whole numbers only.
"""

from generation.words.understand import understand
from generation.words.understanding import Colour, Hint, Mood, Reading, Understanding

__all__ = ["Colour", "Hint", "Mood", "Reading", "Understanding", "understand"]
