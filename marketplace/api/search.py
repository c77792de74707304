"""Read what somebody searches for: words as on the web, signs of East Asia two by two."""

import re
from typing import Final

from marketplace.api.kind import Kind

LONGEST: Final = 200
ASKED: Final = rf"^[^\u0000]{{0,{LONGEST // 2 - 1}}}[^\u0000\s][^\u0000]{{0,{LONGEST // 2}}}$"
SIGNS: Final = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


def question(text: str) -> str:
    """The words, a line break, and what is asked of the signs.

    A run of signs is sought as its pairs in their order; one sign alone as the beginning of a pair.
    """
    if not text.strip() or len(text) > LONGEST or "\0" in text:
        raise ValueError(f"has 1 to {LONGEST} characters")
    words = " ".join(SIGNS.sub(" ", text).split())
    return f"{words}\n{' & '.join(map(_of_run, SIGNS.findall(text)))}"


def _of_run(run: str) -> str:
    if len(run) == 1:
        return f"{run}:*"
    pairs = (run[at : at + 2] for at in range(len(run) - 1))
    return f"({' <-> '.join(pairs)})"


QUESTION: Final = Kind(str, "text", read=question, param="text", example="flowers 花", asked=ASKED)
