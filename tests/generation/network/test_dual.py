"""generation.network.dual
vectors    -> of length 1, of pictures of any size, the same again, alike for a mirror image
captions   -> find their pictures far oftener than chance
one word   -> finds what it names, in both languages
the judge  -> names what it sees far oftener than chance
"""

from __future__ import annotations

from functools import cache

import numpy as np

from generation.engine import Raster
from generation.network import dual, shipped
from generation.network.data import Sample, picture, sample

MANY = 40


@cache
def seen() -> tuple[list[Sample], np.ndarray]:
    """A few samples that nothing learnt from, and their pictures."""
    samples = [sample(number, "unseen", dual.known()) for number in range(MANY)]
    return samples, np.stack([picture(one.plan) for one in samples])


def test_vectors_have_length_one_and_stay() -> None:
    _, pictures = seen()
    vectors = dual.pictures(pictures[:6])
    assert np.allclose((vectors * vectors).sum(1), 1, atol=1e-3)
    assert np.array_equal(vectors, dual.pictures(pictures[:6]))
    mirrored = dual.pictures(np.ascontiguousarray(pictures[:6, :, ::-1]))
    assert (vectors * mirrored).sum(1).mean() > 0.8


def test_one_picture_of_any_size_has_a_vector() -> None:
    raster = Raster(128, 128, np.repeat(np.repeat(seen()[1][0], 2, 0), 2, 1).tobytes())
    vector = dual.embed(raster)
    assert vector.shape == (128,)
    assert np.array_equal(vector, dual.pictures(seen()[1][:1])[0])
    assert dual.digest() == shipped.digest("dual")


def test_captions_find_their_pictures() -> None:
    samples, pictures = seen()
    alike = dual.texts([one.english for one in samples]) @ dual.pictures(pictures).T
    rank = (alike > alike.diagonal()[:, None]).sum(1)
    assert (rank < 5).mean() > 0.8  # chance: 1 in 8


def test_one_word_finds_what_it_names() -> None:
    samples, pictures = seen()
    names = sorted({one.concept for one in samples})
    alike = dual.pictures(pictures) @ dual.texts([name.replace("-", " ") for name in names]).T
    right = [names[best] == one.concept for best, one in zip(alike.argmax(1), samples, strict=True)]
    assert np.mean(right) > 0.5  # chance: 1 in 25
    english, chinese = dual.texts(["moon", "月亮"])
    assert english @ chinese > 0.8


def test_the_judge_names_what_it_sees() -> None:
    samples, pictures = seen()
    names = dual.judged(pictures)["concept"]
    right = [one.concept == name for one, name in zip(samples, names, strict=True)]
    assert np.mean(right) > 0.4  # chance: 1 in 50


def test_a_fit_is_a_cosine_in_thousandths() -> None:
    samples, pictures = seen()
    raster = Raster(64, 64, pictures[0].tobytes())
    assert -1000 <= dual.fit(raster, samples[0].english) <= 1000
