"""Measure how well prompts are understood: with the lexicon alone, and with the embedding.

    .venv/bin/python bench/words.py

reads `bench/prompts/held_out.toml` and `bench/prompts/fresh.toml`, prints what falls through, and
writes `bench/results/words.json`. A prompt counts as right if its concept is, and what it becomes;
kinds (a musk rose, a pine) are counted by themselves. Under "first" stands the fresh set's very
first measure, as its file keeps it, taken before anybody had seen a failure of it.
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generation.words import Understanding, embedding, understand  # noqa: E402
from generation.words.lexicon import Lexicon, lexicon  # noqa: E402

SETS = {
    "held_out": ROOT / "bench" / "prompts" / "held_out.toml",
    "fresh": ROOT / "bench" / "prompts" / "fresh.toml",
}
RESULTS = ROOT / "bench" / "results" / "words.json"
TARGET = 0.99
# The trait that holds a kind, and from where to where its value means it.
KINDS = {
    "musk": ("rose", "musk", 621, 1000),
    "pine": ("tree", "kind", 551, 1000),
    "maple": ("leaf", "kind", 0, 333),
    "ginkgo": ("leaf", "kind", 334, 666),
    "plum": ("blossom-branch", "petal", 0, 350),
    "cherry": ("blossom-branch", "petal", 650, 1000),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A prompt and what it asks for; nothing where it does not."""

    prompt: str
    concept: str
    becoming: str
    kind: str = ""

    def is_right(self, said: Understanding) -> bool:
        return (said.concept or "", said.becoming or "") == (self.concept, self.becoming)

    def has_kind(self, said: Understanding) -> bool:
        owner, trait, low, high = KINDS[self.kind]
        return any(
            hint.concept == owner and hint.trait == trait and low <= hint.value <= high
            for hint in said.hints
        )


def main() -> int:
    """0 if every set reaches the target in both languages."""
    lexicon()
    figures: dict[str, Any] = {name: _measured(path) for name, path in SETS.items()}
    figures["first"] = tomllib.loads(SETS["fresh"].read_text())["first"]
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures, indent=2))
    reached = [figures[name][f"{language}_accuracy"] for name in SETS for language in ("en", "zh")]
    return int(min(reached) < TARGET)


def _measured(path: Path) -> dict[str, float]:
    figures: dict[str, float] = {}
    content = tomllib.loads(path.read_text())
    for language, text in content.get("prompts", content).items():
        rows = [
            Row(*(cell.strip() for cell in line.split("|"))) for line in text.strip().splitlines()
        ]
        with (
            patch.object(embedding, "leaning", lambda words: None),
            patch.object(Lexicon, "respelt", lambda self, word: None),
        ):
            alone = _right(rows)
        understand.cache_clear()
        began = time.perf_counter()
        right = _right(rows)
        milliseconds = 1000 * (time.perf_counter() - began) / len(rows)
        of_kind = [row for row in rows if row.kind]
        kinds = [row.has_kind(understand(row.prompt)) for row in of_kind]
        figures |= {
            f"{language}_prompts": len(rows),
            f"{language}_accuracy_lexicon": _share(alone),
            f"{language}_accuracy": _share(right),
            f"{language}_ms_a_prompt": round(milliseconds, 2),
        }
        if kinds:
            figures[f"{language}_kinds"] = _share(kinds)
        _tell(rows, right)
        _tell(of_kind, kinds)
        understand.cache_clear()
    return figures


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 3)


def _right(rows: Sequence[Row]) -> list[bool]:
    return [row.is_right(understand(row.prompt)) for row in rows]


def _tell(rows: Sequence[Row], right: Sequence[bool]) -> None:
    for row, is_right in zip(rows, right, strict=True):
        if is_right:
            continue
        said = understand(row.prompt)
        wanted = " -> ".join(
            filter(None, (row.concept, row.becoming, row.kind and f"({row.kind})"))
        )
        read = " -> ".join(filter(None, (said.concept, said.becoming))) or "nothing"
        unread = f"; unread: {', '.join(said.unread)}" if said.unread else ""
        print(f"{row.prompt}: {wanted}, read as {read}{unread}")


if __name__ == "__main__":
    sys.exit(main())
