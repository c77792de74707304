"""the embedding
what it weighs        -> whole numbers, bounded bytes, known meanings
a word it has learnt  -> leans to its meaning
a word of no meaning  -> leans to nothing
trained again         -> the same bytes
words nobody tuned by -> most lean right, few lean wrong
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np

from generation.words import embedding
from generation.words.source import table
from generation.words.train import train

ROOT = Path(__file__).resolve().parents[3]


def test_the_weights_are_bytes_for_known_meanings() -> None:
    learnt = embedding.embedding()
    assert (learnt.vectors.dtype, learnt.meanings.dtype) == (np.int8, np.int8)
    assert learnt.vectors.shape == (len(learnt.hashes), embedding.WIDTH)
    assert np.all(np.diff(learnt.hashes.astype(int)) > 0)
    concepts = {sense.meaning for sense in learnt.senses if sense.kind == "concept"}
    assert concepts == set(table("lexicon/concept.toml"))


def test_words_lean_to_what_they_were_learnt_beside() -> None:
    for word, meaning in (("orchestra", "treble-clef"), ("hooves", "horse"), ("蜻蜓", "lotus")):
        found = embedding.leaning([word])
        assert found
        assert found[0].meaning == meaning


def test_words_without_meaning_lean_to_nothing() -> None:
    assert embedding.leaning(["zzzqx"]) is None
    assert embedding.leaning(["parliament"]) is None
    assert embedding.leaning([]) is None


def test_tuning_words_mostly_lean_right() -> None:
    words = tomllib.loads((ROOT / "bench/prompts/tuning.toml").read_text())
    found = [(meaning, embedding.leaning(word.split())) for word, meaning in words["near"]]
    right = [found for meaning, found in found if found and found[0].meaning == meaning]
    wrong = [found for meaning, found in found if found and found[0].meaning != meaning]
    false = [word for word in words["nothing"] if embedding.leaning([word])]
    assert len(right) > 5 * len(wrong)
    assert len(false) <= len(words["nothing"]) // 10


def test_training_again_gives_the_same_bytes(tmp_path: Path) -> None:
    said: list[str] = []
    one = train(said.append, tmp_path / "one", epochs=1).read_bytes()
    other = train(said.append, tmp_path / "other", epochs=1).read_bytes()
    assert one == other
    assert len(said) == 2
