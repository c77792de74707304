"""generation.network.texture, band, style, likely, paintings, train_style
measures   -> the same for the same picture, finite, of the right size only
           -> strokes that lie across measure otherwise than strokes that lie down
           -> of a band: quiet where nothing is, sharp where it is; of no channel but the changed
a manner   -> near a style, within the scales, canonical
a guess    -> weighed against manners that people paint in, it errs less
the floor  -> reads 24 numbers off colours alone
the hand   -> of a picture of any shape is 24 whole numbers and a style's name
training   -> learns from kept paintings; what it writes reads their hands again
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generation import weights
from generation.dice import Dice
from generation.engine import Raster
from generation.network import likely, style
from generation.network.band import bands
from generation.network.paintings import manner_of
from generation.network.texture import COLOURS, SIDE, measures
from generation.network.train_style import STYLES, train
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.heed import canonical
from generation.painter.style.manner import manner


def striped(period: int, across: bool = True) -> np.ndarray:
    """Bars of black and white, `period` px each."""
    bars = (np.arange(SIDE) // period % 2 * 255).astype(np.uint8)
    picture = np.broadcast_to(bars[:, None, None], (SIDE, SIDE, 3))
    return np.ascontiguousarray(picture if across else picture.transpose(1, 0, 2))


def test_measures_tell_width_and_direction() -> None:
    thin, broad, down = (measures(striped(*how)) for how in ((4,), (16,), (4, False)))
    assert np.isfinite(thin).all()
    assert np.array_equal(thin, measures(striped(4)))
    assert np.abs(thin - broad).max() > 0.3
    assert np.abs(thin - down).max() > 0.3


def test_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match=r"bring it to \(256, 256, 3\)"):
        measures(np.zeros((64, 64, 3), np.uint8))


@pytest.mark.parametrize("number", range(20))
def test_random_manners_are_manners(number: int) -> None:
    chosen, vector = manner_of(Dice("a", "b", number))
    assert chosen.name in BY_NAME
    assert manner(vector).vector() == vector
    assert canonical(chosen, vector) == vector


def test_bands_tell_sharp_from_soft_and_light_from_hue() -> None:
    sharp, soft = (np.concatenate(list(bands(striped(p) / 255))) for p in (2, 16))
    assert np.isfinite(sharp).all()
    assert np.abs(sharp - soft).max() > 0.3
    still = np.concatenate(list(bands(np.full((SIDE, SIDE, 3), 0.4))))
    assert np.isfinite(still).all()
    assert still[:15].tolist() == [1.0] * 15  # nothing differs from its neighbour


def test_a_guess_that_is_weighed_errs_less() -> None:
    dice = Dice("guesses", "some")
    thrown = [manner_of(Dice("guesses", "manner", number)) for number in range(240)]
    vectors = np.array([vector for _, vector in thrown])
    told = likely.told(vectors, np.array([STYLES.index(own.name) for own, _ in thrown]))
    guesses = told + 0.15 * dice.bell(told.shape)
    arrays = likely.learnt(guesses[:160], told[:160])
    wide = {name: np.asarray(array, np.float64) for name, array in arrays.items()}
    found = [likely.weighed(wide, guess) for guess in guesses[160:]]
    rest, guessed = told[160:, :24], guesses[160:, :24]
    weighed = np.array([vector for vector, _ in found])
    assert ((weighed - rest) ** 2).mean() < 0.5 * ((guessed - rest) ** 2).mean()
    right = told[160:, 24:].argmax(1)
    named = np.array([styles.argmax() for _, styles in found])
    assert (named == right).mean() > (guesses[160:, 24:].argmax(1) == right).mean() + 0.1


def test_it_learns_from_kept_paintings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["impasto", "ink", "riso", "impasto", "ink", "riso"]
    vectors = [canonical(BY_NAME[name], BY_NAME[name].vector) for name in names]
    pictures = np.stack([striped(2 << at % 3, at % 2 == 0) for at in range(6)])
    kept = tmp_path / "kept"
    kept.mkdir()
    np.savez(kept / "000000.npz", pictures=pictures, vectors=vectors, styles=np.array(names))
    train(lambda _: None, 0.0, folder=tmp_path, kept=kept)
    learnt = weights.load(tmp_path, "style")
    monkeypatch.setattr(style, "load", lambda name: learnt)
    style._weights.cache_clear()
    style._arrays.cache_clear()
    try:
        found = np.stack([measures(picture) for picture in pictures])
        marks = style.guesses(style._arrays(), found)[:, 24:]
        assert [STYLES[at] for at in marks.argmax(1)] == names
        assert len(style.hands(found)) == len(names)
    finally:
        style._weights.cache_clear()
        style._arrays.cache_clear()


def test_the_floor_sees_colours_alone() -> None:
    fine, coarse = (measures(striped(period)) for period in (2, 32))
    same = np.where(np.arange(len(fine)) < COLOURS, fine, coarse)
    floor = style.by_colours(np.stack([fine, same]))
    assert floor.shape == (2, 24)
    assert np.array_equal(floor[0], floor[1])


@pytest.mark.parametrize("shape", [(256, 256), (300, 417), (90, 60)])
def test_a_hand_is_read_off_any_picture(shape: tuple[int, int]) -> None:
    height, width = shape
    pixels = np.random.default_rng(3).integers(0, 256, (height, width, 3)).astype(np.uint8)
    hand = style.read(Raster(width, height, pixels.tobytes()))
    assert hand.style in BY_NAME
    assert canonical(BY_NAME[hand.style], hand.vector) == hand.vector
    assert style.read(Raster(width, height, pixels.tobytes())) == hand
