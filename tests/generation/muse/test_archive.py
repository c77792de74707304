"""the muse's archive
an empty cell              -> takes anything
a cell that holds better   -> keeps it; one that holds worse -> takes the new one
tries                      -> coverage and quality only rise; the same seed gives the same archive
subjects                   -> in a light, palette and layout that suit them
kept in a file             -> read back as it was, by digest; a changed file is refused
the one that ships         -> its figures are what its pictures measure
novelty                    -> nothing beside itself, more the further away
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from generation.dice import Dice
from generation.errors import WeightsRefused
from generation.muse import kept
from generation.muse.archive import Archive, Elite, novelty
from generation.muse.illuminate import illuminate, tried
from generation.muse.judge import Craft
from generation.muse.subject import changed, layouts, lights, palettes, positions, thrown

ROUNDS = 8


@pytest.fixture(scope="module")
def elites() -> list[Elite]:
    """What so many rounds found, kept or not."""
    return [one.elite for one in illuminate(Archive(), Craft(), 3, ROUNDS)]


def facts(archive: Archive) -> list[tuple[object, ...]]:
    """Everything of an archive that can be compared."""
    return [(e.subject, e.quality, e.cell, e.look.tolist()) for e in archive]


def test_coverage_and_quality_only_rise(elites: list[Elite]) -> None:
    archive, before = Archive(), (0, 0)
    for elite in elites:
        archive.offer(elite)
        after = (len(archive), archive.quality)
        assert after >= before
        assert after[1] >= before[1]
        before = after
    assert len(archive) > ROUNDS // 2
    assert archive.coverage > 0


def test_the_same_seed_gives_the_same_archive(elites: list[Elite]) -> None:
    again = Archive()
    for _ in illuminate(again, Craft(), 3, ROUNDS // 2):
        pass
    assert facts(again) == facts(Archive(elites[: ROUNDS // 2]))


def test_a_cell_keeps_the_better_one(elites: list[Elite]) -> None:
    good = elites[0]
    worse, better = (replace(good, quality=good.quality + step) for step in (-1, 1))
    archive = Archive([good])
    assert (archive.offer(worse), archive.offer(good), archive.offer(better)) == (
        False,
        False,
        True,
    )
    assert [elite.quality for elite in archive] == [better.quality]


def test_subjects_suit_themselves() -> None:
    for number in range(200):
        dice = Dice("subjects", "thrown", number)
        for subject in (thrown(dice), changed(thrown(dice), dice)):
            assert subject.concept != subject.becoming
            assert subject.light in lights(subject.pair)
            assert subject.palette in palettes(subject.light)
            assert subject.layout in layouts(subject.pair)
            assert subject.position in positions(subject.style)
            assert subject.recipe().text("becoming") == subject.becoming


def test_a_file_holds_an_archive_as_it_was(elites: list[Elite], tmp_path: Path) -> None:
    archive = Archive(elites)
    path = kept.save(archive, {"seed": 3}, tmp_path)
    assert facts(kept.load(tmp_path)) == facts(archive)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(WeightsRefused, match="digest"):
        kept.load(tmp_path)


def test_the_one_that_ships_says_what_its_pictures_measure() -> None:
    archive = kept.archive()
    assert archive.coverage > 400
    for elite in list(archive)[:: len(archive) // 4]:
        again = tried(elite.subject, Craft())
        assert (again.quality, again.cell) == (elite.quality, elite.cell)
        assert again.look.tolist() == elite.look.tolist()


def test_novelty_is_distance_to_what_is_near(elites: list[Elite]) -> None:
    looks = np.stack([elite.look for elite in elites])
    assert novelty(looks[0], looks, nearest=1) == 0
    moved = np.clip(looks[0] + 500, -4000, 4000).astype(np.int16)
    assert novelty(moved, looks[:1]) > 400
    assert novelty(looks[0], looks[:0]) == 1000
