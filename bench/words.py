"""Measure how well prompts are understood: with the lexicon alone, and with the embedding.

    .venv/bin/python bench/words.py

reads `bench/prompts/held_out.toml` (153 English and 100 Chinese prompts that nothing was trained on
or chosen by), prints what falls through, and writes `bench/results/words.json`. A prompt counts as
right if its concept is, and what it becomes.
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generation.words import Understanding, embedding, understand  # noqa: E402
from generation.words.lexicon import Lexicon, lexicon  # noqa: E402

PROMPTS = ROOT / "bench" / "prompts" / "held_out.toml"
RESULTS = ROOT / "bench" / "results" / "words.json"
TARGET = 0.9


def main() -> int:
    """0 if both languages reach the target."""
    lists = {name: _rows(text) for name, text in tomllib.loads(PROMPTS.read_text()).items()}
    figures: dict[str, float] = {}
    lexicon()
    for language, rows in lists.items():
        with (
            patch.object(embedding, "leaning", lambda words: None),
            patch.object(Lexicon, "respelt", lambda self, word: None),
        ):
            alone = _right(rows)
        understand.cache_clear()
        began = time.perf_counter()
        right = _right(rows)
        milliseconds = 1000 * (time.perf_counter() - began) / len(rows)
        understand.cache_clear()
        figures |= {
            f"{language}_prompts": len(rows),
            f"{language}_accuracy_lexicon": round(sum(alone) / len(rows), 3),
            f"{language}_accuracy": round(sum(right) / len(rows), 3),
            f"{language}_ms_a_prompt": round(milliseconds, 2),
        }
        _tell(rows, right)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures, indent=2))
    return int(any(figures[f"{language}_accuracy"] < TARGET for language in lists))


def _rows(text: str) -> list[tuple[str, str, str]]:
    cells = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return [(prompt, concept, becoming) for prompt, concept, becoming in cells]


def _right(rows: list[tuple[str, str, str]]) -> list[bool]:
    return [_said(understand(prompt)) == (concept, becoming) for prompt, concept, becoming in rows]


def _said(understood: Understanding) -> tuple[str, str]:
    return understood.concept or "", understood.becoming or ""


def _tell(rows: list[tuple[str, str, str]], right: list[bool]) -> None:
    for (prompt, concept, becoming), is_right in zip(rows, right, strict=True):
        if not is_right:
            understood = understand(prompt)
            wanted = " -> ".join(filter(None, (concept, becoming)))
            read = " -> ".join(filter(None, _said(understood))) or "nothing"
            unread = f"; unread: {', '.join(understood.unread)}" if understood.unread else ""
            print(f"{prompt}: {wanted}, read as {read}{unread}")


if __name__ == "__main__":
    sys.exit(main())
