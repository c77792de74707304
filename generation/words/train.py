"""Train the embedding of words: `python -m generation train words`, under a minute.

Each text becomes the mean of its n-grams' vectors; softmax over its cosines with all meanings says
which one it should be (a bottlenecked fastText, Joulin et al. 2017). Adam (Kingma and Ba 2015) on
float64, dice keyed by name: the same corpus gives the same weights again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from scipy.sparse import csr_array

from generation.dice import Dice
from generation.weights import SUFFIX, keep
from generation.words.corpus import Example, examples
from generation.words.embedding import FOLDER, NAME, WIDTH, features

Field = NDArray[np.float64]
EPOCHS, BATCH, RATE = 12, 256, 0.12
SHARPNESS = 14.0  # what a cosine counts in the softmax
DROPPED = 0.5  # share of n-grams left out at each look, so that parts of words learn to speak
BAGS = 1500  # texts put together from several of one meaning


def train(say: Callable[[str], None], folder: Path = FOLDER, epochs: int = EPOCHS) -> Path:
    """Learn from the corpus and write the weights; says how well they fit it as it goes."""
    learnt, names = _corpus()
    hashes = np.unique(np.concatenate([text for text, _ in learnt]))
    texts = [np.searchsorted(hashes, text) for text, _ in learnt]
    targets = np.array([target for _, target in learnt])
    dice = Dice("words")
    vectors = dice.stage("vectors").bell((len(hashes), WIDTH)) * 0.1
    meanings = dice.stage("meanings").bell((len(names), WIDTH)) * 0.1
    steps = _Steps(vectors), _Steps(meanings)
    for epoch in range(epochs):
        rate = RATE * (1 - epoch / epochs)
        losses, drops = [], dice.stage("drop", epoch)
        for batch in _batches(len(texts), dice.stage("order", epoch)):
            kept = [_thinned(texts[at], drops) for at in batch]
            rows, places = np.unique(np.concatenate(kept), return_inverse=True)
            shares = _shares(places, [len(text) for text in kept])
            loss, slopes = _slopes(shares, vectors[rows], meanings, targets[batch])
            steps[0].take(rows, slopes[0], rate)
            steps[1].take(np.arange(len(names)), slopes[1], rate)
            losses.append(loss)
        say(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.3f}")
    keep(folder, NAME, _content(hashes, vectors, meanings, names))
    return folder / f"{NAME}{SUFFIX}"


def _corpus() -> tuple[list[tuple[NDArray[np.uint16], int]], list[str]]:
    """Texts as hashes with the number of their meaning, and the meanings' names."""
    found = examples()
    names = sorted({example.meaning for example in found})
    found += _bags(found, names)
    hashed = [
        np.array([hash_ for word in example.words for hash_ in features(word)], np.uint16)
        for example in found
    ]
    number = {name: at for at, name in enumerate(names)}
    return list(zip(hashed, (number[one.meaning] for one in found), strict=True)), names


def _bags(found: list[Example], names: list[str]) -> list[Example]:
    """Two or three texts of one meaning, as prompts hold them."""
    by_meaning = {name: [one for one in found if one.meaning == name] for name in names}
    dice = Dice("words", "bags")
    bags = []
    for _ in range(BAGS):
        name = dice.pick(names)
        chosen = [dice.pick(by_meaning[name]).words for _ in range(dice.whole(2, 3))]
        bags.append(Example(tuple(word for words in chosen for word in words), name))
    return bags


def _batches(number: int, dice: Dice) -> Iterator[NDArray[np.int64]]:
    order = np.argsort(dice.uniform(number), kind="stable")
    yield from np.array_split(order, max(1, number // BATCH))


def _thinned(text: NDArray[np.int64], dice: Dice) -> NDArray[np.int64]:
    kept = text[dice.uniform(len(text)) >= DROPPED]
    return kept if len(kept) else text


def _shares(places: NDArray[np.int64], counts: list[int]) -> csr_array:
    """Which share of each of the B texts every one of the N rows is: (B, N)."""
    starts = np.concatenate([[0], np.cumsum(counts)])
    weights = np.repeat(1 / np.array(counts), counts)
    return csr_array((weights, places, starts), shape=(len(counts), int(places.max()) + 1))


def _slopes(
    shares: csr_array, vectors: Field, meanings: Field, targets: NDArray[np.int64]
) -> tuple[float, list[Field]]:
    """Mean loss of a batch, and how it changes with vectors (N, WIDTH) and meanings (M, WIDTH)."""
    text, text_length = _unit(shares @ vectors)
    meaning, meaning_length = _unit(meanings)
    cosines = text @ meaning.T  # (B, M)
    likely = np.exp(SHARPNESS * (cosines - cosines.max(1, keepdims=True)))
    likely /= likely.sum(1, keepdims=True)
    right = np.arange(len(targets)), targets
    loss = -float(np.log(likely[right] + 1e-12).mean())
    likely[right] -= 1
    pull = likely * (SHARPNESS / len(targets))
    on_text = _through_unit(pull @ meaning, text, text_length)
    return loss, [shares.T @ on_text, _through_unit(pull.T @ text, meaning, meaning_length)]


def _unit(rows: Field) -> tuple[Field, Field]:
    length = np.sqrt((rows * rows).sum(1, keepdims=True)) + 1e-9
    return rows / length, length


def _through_unit(slope: Field, unit: Field, length: Field) -> Field:
    """The slope before the rows were brought to length 1."""
    return np.asarray((slope - unit * (slope * unit).sum(1, keepdims=True)) / length)


class _Steps:
    """Steps that grow shorter for every number that was often moved."""

    def __init__(self, numbers: Field) -> None:
        self._numbers = numbers
        self._moved = np.full_like(numbers, 1e-8)

    def take(self, rows: NDArray[np.int64], slopes: Field, rate: float) -> None:
        self._moved[rows] += slopes * slopes
        self._numbers[rows] -= rate * slopes / np.sqrt(self._moved[rows])


def _content(
    hashes: NDArray[np.uint16], vectors: Field, meanings: Field, names: list[str]
) -> bytes:
    """The weights as they ship."""
    tensors: dict[str, NDArray[Any]] = {
        "hashes": hashes,
        "vectors": _bytes(vectors),
        "meanings": _bytes(meanings),
    }
    return save(tensors, {"meanings": json.dumps(names)})


def _bytes(rows: Field) -> NDArray[np.int8]:
    """Scaled so that the largest fills a byte; vectors share one scale, meanings need none."""
    return np.asarray(np.rint(rows * (127 / np.abs(rows).max())), np.int8)
