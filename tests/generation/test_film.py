"""film
frames                        -> an MP4 or WebM whose frames are those, in order, colours kept
the same frames               -> the same bytes and the same digest of frames
MP4                           -> H.264, yuv420p, its index before its pictures
a listener                    -> hears of every frame and can stop the work
no frame, odd or other sizes, too many a second  -> FilmError, which names them
ffmpeg that fails             -> FilmError with its own words; nothing is left behind
a broken film                 -> FilmError
a recipe                      -> its change, slow at both ends, each position painted once
an engine that films itself   -> is asked
contact sheet                 -> every picture in its place; variants of seeds, ranges and choices
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from typer.testing import CliRunner

from generation import Raster, Recipe, compose, motion, render
from generation import film as films
from generation.cli import app
from generation.errors import FilmError, RecipeRefused
from generation.film import MP4, WEBM, Container, decode, encode
from generation.png import decode as read_png
from generation.sheet import sheet, variants
from tests.generation import loom
from tests.generation.easel import Bytes
from tests.generation.loom import Install

SIDE = 96
COLOURS = ((200, 40, 40), (40, 160, 60), (40, 60, 190), (230, 220, 200))


def plain(colour: tuple[int, int, int], side: int = SIDE) -> Raster:
    return Raster(side, side, bytes(colour) * side * side)


def pixels(raster: Raster) -> Bytes:
    return np.frombuffer(raster.rgb, np.uint8).reshape(raster.height, raster.width, 3)


@pytest.fixture
def leftovers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def recipe(install: Install) -> Recipe:
    install()
    return compose("weaver", {"size": 64}, seed=2)


@pytest.mark.parametrize("container", [MP4, WEBM], ids=lambda c: c.name)
def test_a_film_shows_its_frames_in_order(container: Container, leftovers: Path) -> None:
    film = encode((plain(colour) for colour in COLOURS for _ in range(3)), container, fps=12)
    shown = list(decode(film.content, container, SIDE, SIDE))
    assert (film.frames, film.media_type) == (12, container.media_type)
    assert len(shown) == 12
    for number, frame in enumerate(shown):
        away = np.abs(pixels(frame).astype(int) - COLOURS[number // 3])
        assert away.mean() < 4, number
    assert list(leftovers.iterdir()) == []


@pytest.mark.parametrize("container", [MP4, WEBM], ids=lambda c: c.name)
def test_the_same_frames_make_the_same_film(container: Container) -> None:
    one, other = (encode(map(plain, COLOURS), container) for _ in range(2))
    turned = encode(map(plain, reversed(COLOURS)), container)
    assert one == other
    assert one.frames_sha256 != turned.frames_sha256


def test_detail_survives() -> None:
    dice = np.random.default_rng(3)
    soft = np.kron(dice.integers(40, 216, (12, 12, 3)), np.ones((8, 8, 1))).astype(np.uint8)
    film = encode([Raster(SIDE, SIDE, soft.tobytes())] * 4)
    (*_, last) = decode(film.content, MP4, SIDE, SIDE)
    assert np.abs(pixels(last).astype(int) - soft).mean() < 8


def test_an_mp4_plays_everywhere_and_at_once(tmp_path: Path) -> None:
    film = encode(map(plain, COLOURS))
    assert film.content.index(b"moov") < film.content.index(b"mdat")
    path = tmp_path / "film.mp4"
    path.write_bytes(film.content)
    told = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", str(path)],
        capture_output=True,
        text=True,
    ).stderr
    assert "h264" in told
    assert "yuv420p(tv, bt709" in told
    assert "24 fps" in told


def test_a_listener_hears_of_every_frame() -> None:
    heard: list[int] = []
    encode(map(plain, COLOURS), on_frame=heard.append)
    assert heard == [1, 2, 3, 4]


def test_a_listener_can_stop_the_work(leftovers: Path) -> None:
    class Cancelled(Exception):
        pass

    def stop(number: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        encode(map(plain, COLOURS), on_frame=stop)
    assert list(leftovers.iterdir()) == []


def test_a_failure_among_the_frames_is_theirs() -> None:
    def failing() -> Iterator[Raster]:
        yield plain(COLOURS[0])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        encode(failing())


@pytest.mark.parametrize(
    ("frames", "fps", "why"),
    [
        ([], 24, "at least one frame"),
        ([plain(COLOURS[0], 97)], 24, "width of 97 px is no even"),
        ([plain(COLOURS[0], 8)], 24, "width of 8 px"),
        ([plain(COLOURS[0]), plain(COLOURS[0], 64)], 24, "frame 1 is 64 x 64 px, the first is 96"),
        ([plain(COLOURS[0])], 0, "0 frames a second"),
    ],
)
def test_what_makes_no_film_is_named(frames: list[Raster], fps: int, why: str) -> None:
    with pytest.raises(FilmError, match=why):
        encode(frames, fps=fps)


def test_ffmpegs_own_words_are_told() -> None:
    odd = Container("mp4", "video/mp4", ".mp4", ("-c:v", "no_such_codec"))
    with pytest.raises(FilmError, match="no_such_codec"):
        encode((plain(COLOURS[0], 1024) for _ in range(20)), odd)


def test_no_ffmpeg_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise RuntimeError("No ffmpeg exe could be found")

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", missing)
    with pytest.raises(FilmError, match="no ffmpeg is here"):
        encode([plain(COLOURS[0])])


def test_a_broken_film_is_refused() -> None:
    with pytest.raises(FilmError, match="ffmpeg failed"):
        list(decode(b"no film at all", MP4, SIDE, SIDE))


def test_a_reader_may_leave_early(leftovers: Path) -> None:
    film = encode(plain(COLOURS[i % 4]) for i in range(40))
    frames = decode(film.content, MP4, SIDE, SIDE)
    next(frames)
    frames.close()  # type: ignore[attr-defined]
    assert list(leftovers.iterdir()) == []


def test_positions_run_from_end_to_end_slow_at_both() -> None:
    found = motion.positions(101)
    assert (found[0], found[50], found[-1]) == (0, 500, 1000)
    steps = np.diff(found)
    assert steps.min() >= 0
    assert steps[50] > 3 * steps[2]
    assert motion.positions(1) == [0]


def test_a_recipe_is_filmed_by_its_position(recipe: Recipe) -> None:
    shown = list(motion.frames(recipe, "morph", 5))
    assert len({frame.sha256 for frame in shown}) > 2
    assert shown[0].sha256 == motion.picture(at(recipe, 0)).sha256
    assert shown[-1].sha256 == motion.picture(at(recipe, 1000)).sha256


def at(recipe: Recipe, position: int) -> Recipe:
    content = recipe.as_dict()
    return compose("weaver", {**content["parameters"], "position": position}, seed=recipe.seed)


def test_an_engine_that_cannot_show_its_painting_is_named(recipe: Recipe) -> None:
    with pytest.raises(FilmError, match="weaver 1 cannot show its painting"):
        list(motion.frames(recipe, "painting", 5))


def test_an_engine_that_films_itself_is_asked(install: Install) -> None:
    own = """
    def film(self, plan, subject, count):
        for number in range(count):
            yield Raster(16, 16, bytes([number if subject == "painting" else 0]) * 768)

ENGINE"""
    install(loom=loom.LOOM.replace("\n\nENGINE", own))
    shown = list(motion.frames(compose("weaver", {}, seed=1), "painting", 3))
    assert [frame.rgb[0] for frame in shown] == [0, 1, 2]


def test_a_sheet_has_every_picture_in_its_place() -> None:
    page = sheet([plain(colour, 50) for colour in (*COLOURS, COLOURS[0])], columns=3)
    assert (page.width, page.height) == (3 * 52 + 2, 2 * 52 + 2)
    seen = pixels(page)
    found = [tuple(seen[2 + 52 * (i // 3), 2 + 52 * (i % 3)]) for i in range(5)]
    assert found == [*COLOURS, COLOURS[0]]
    assert tuple(seen[-10, -10]) == (247, 245, 240)


def test_pictures_of_several_sizes_make_no_sheet() -> None:
    with pytest.raises(FilmError, match="picture 1 is 64 x 64 px"):
        sheet([plain(COLOURS[0]), plain(COLOURS[0], 64)], 2)


def test_variants_differ_in_what_is_asked_alone(recipe: Recipe) -> None:
    assert [one.seed for one in variants(recipe, "seed", 3)] == [2, 3, 4]
    assert [one.whole("position") for one in variants(recipe, "position", 3)] == [0, 500, 1000]
    assert [one.whole("size") for one in variants(recipe, "size", 100)] == list(range(64, 513, 32))
    painter = compose("painter", {}, seed=1)
    assert len({one.text("palette") for one in variants(painter, "palette", 4)}) == 4
    with pytest.raises(FilmError, match="'mood' cannot be varied; choose one of seed, size"):
        variants(recipe, "mood", 3)
    with pytest.raises(RecipeRefused):
        variants(compose("weaver", {}, seed=2**53 - 2), "seed", 3)


def test_the_command_line_films_and_lays_sheets(recipe: Recipe, tmp_path: Path) -> None:
    asked = tmp_path / "recipe.json"
    asked.write_bytes(recipe.canonical())
    film, page = tmp_path / "film.webm", tmp_path / "sheet.png"
    short = ["--seconds", "1", "--fps", "6"]
    done = CliRunner().invoke(app, ["film", str(asked), str(film), *short])
    assert done.exit_code == 0, done.stderr
    assert "6 frames" in done.stderr
    assert len(list(decode(film.read_bytes(), WEBM, 64, 64))) == 6
    rows = ["--over", "position", "--columns", "2", "--rows", "2"]
    done = CliRunner().invoke(app, ["sheet", str(asked), str(page), *rows])
    assert done.exit_code == 0, done.stderr
    laid, _ = read_png(page.read_bytes(), 2 * 66 + 2, 2 * 66 + 2)
    first, _ = read_png(render(at(recipe, 0)).content, 64, 64)
    assert np.array_equal(pixels(laid)[2:66, 2:66], pixels(first))
    wrong = CliRunner().invoke(app, ["film", str(asked), str(tmp_path / "film.gif"), *short])
    assert wrong.exit_code == 1
    assert "film.gif names no film" in wrong.stderr


def test_every_container_is_known_by_its_suffix() -> None:
    assert [films.container_of(Path(f"a{c.suffix}")) for c in films.CONTAINERS] == [MP4, WEBM]
