"""imprint
a copy, cropped, turned, recoloured, framed, written on -> lies over its original
another picture, even of the same subject               -> does not
what was done to a copy                                 -> said in words
a part of a picture, as a whole                         -> hashes like that view of the original
a turned picture                                        -> is among the hashes that are sought
the same picture                                        -> the same imprint; it travels as JSON
not a picture, broken, too small, too many pixels       -> PictureRefused, which says why
"""

import io
import json
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from generation.dice import Dice
from generation.errors import PictureRefused
from generation.imprint import decode as decoding
from generation.imprint import phash
from generation.imprint.decode import decode
from generation.imprint.imprint import ALIKE, VIEWS, Imprint, compare, layer, take

SIDE = 400


def drawn(seed: int, subject: str = "") -> Image.Image:
    """A picture of blots and lines; a subject that several may share lies in the middle."""
    dice = Dice("imprint", "drawn", seed)
    picture = Image.new("RGB", (SIDE, SIDE), tuple(dice.whole(90, 200) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y, r = dice.whole(0, SIDE), dice.whole(0, SIDE), dice.whole(8, 60)
        colour = tuple(dice.whole(0, 255) for _ in range(3))
        if dice.whole(0, 1):
            draw.ellipse((x - r, y - r // 2, x + r, y + r // 2), colour)
        else:
            draw.line((x, y, x + dice.whole(-90, 90), y + r), colour, dice.whole(2, 9))
    if subject == "sun":
        draw.ellipse((120, 120, 280, 280), "gold", "black", 6)
    return picture


def written(picture: Image.Image, form: str = "PNG", **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def fit(one: Image.Image, other: Image.Image) -> tuple[int, tuple[str, ...]]:
    laid, ground = (take(written(picture)) for picture in (one, other))
    found = compare(layer(laid.edges, laid.height), layer(ground.edges, ground.height))
    return found.permille, found.words


def inscribed(picture: Image.Image) -> Image.Image:
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((30, 300, 330, 360), "white")
    return copy


COPIES = {
    "smaller": (lambda p: p.resize((150, 150)), ()),
    "cropped": (lambda p: p.crop((40, 20, 360, 350)), ("cropped",)),
    "mirrored": (ImageOps.mirror, ("mirrored",)),
    "upside down": (ImageOps.flip, ("upside down",)),
    "half a turn": (lambda p: p.rotate(180), ("turned by half",)),
    "a quarter": (lambda p: p.transpose(Image.Transpose.TRANSPOSE), ("turned by a quarter",)),
    "negative": (ImageOps.invert, ()),
    "grey": (lambda p: ImageOps.grayscale(p).convert("RGB"), ()),
    "framed": (lambda p: ImageOps.expand(ImageOps.expand(p, 40, "white"), 9, "black"), ()),
    "inscribed": (inscribed, ()),
}


@pytest.mark.parametrize("way", COPIES)
def test_a_copy_lies_over_its_original_and_is_told_apart_in_words(way: str) -> None:
    copied, words = COPIES[way]
    original = drawn(1)
    permille, told = fit(copied(original), original)
    assert permille >= ALIKE
    assert told == words


def test_the_original_of_a_part_has_more_around_it() -> None:
    permille, told = fit(drawn(2), drawn(2).crop((40, 20, 360, 350)))
    assert permille >= ALIKE
    assert told == ("with more around it",)


@pytest.mark.parametrize("seed", range(3, 9))
def test_another_picture_of_the_same_subject_is_no_copy(seed: int) -> None:
    permille, _ = fit(drawn(seed, "sun"), drawn(1, "sun"))
    assert permille < ALIKE


def test_a_part_hashes_like_that_view_of_the_original() -> None:
    original = drawn(1)
    left, top, right, bottom = (round(SIDE * at) for at in phash.BOXES[1])
    part = take(written(original.crop((left, top, right, bottom))))
    near = phash.distance(part.hashes[0], take(written(original)).hashes[1])
    others = [phash.distance(part.hashes[0], take(written(drawn(n))).hashes[1]) for n in (2, 3, 4)]
    assert near <= 6
    assert min(others) > 12


@pytest.mark.parametrize("turn", range(phash.TURNS))
def test_a_turned_picture_is_among_the_hashes_that_are_sought(turn: int) -> None:
    original = drawn(1)
    turned = original.transpose(Image.Transpose.TRANSPOSE) if turn & 4 else original
    turned = ImageOps.mirror(turned) if turn & 1 else turned
    turned = ImageOps.flip(turned) if turn & 2 else turned
    sought = take(written(original)).sought[: phash.TURNS]
    assert phash.distance(take(written(turned)).hashes[0], sought[turn]) <= 4


def test_an_imprint_is_the_same_again_and_travels_as_json() -> None:
    content = written(drawn(1))
    found = take(content)
    assert found == take(content)
    assert Imprint.of(json.loads(json.dumps(found.as_dict())), found.edges) == found
    assert len(found.hashes) == 2 * VIEWS
    assert len(found.sought) == 2 * VIEWS * phash.TURNS
    for vector in (*found.layouts, *(found.looks or ())):
        assert np.isclose(np.linalg.norm(vector), 1, atol=1e-4)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot be decoded"),
        (b"<svg></svg>", "cannot be decoded"),
        (written(drawn(1))[:2000], "cannot be decoded"),
        (written(drawn(1), "BMP"), "cannot be decoded"),
        (written(drawn(1).resize((400, 8))), "each edge must have 16"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(PictureRefused, match=says):
        take(content)


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    )
    with pytest.raises(PictureRefused):
        take(bomb)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_BYTES", 100)
    with pytest.raises(PictureRefused, match="at most 100"):
        decode(written(drawn(1)))
