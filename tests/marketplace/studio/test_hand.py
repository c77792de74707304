"""taking after a picture
a picture                       -> at most eight colours, a hand of 24 numbers, its nearest style
a known one                     -> its own colours, the most of it first
see-through, turned by a camera -> on white, upright
a stranger, nobody              -> NotAdmitted, SignInMissing; nothing is decoded
no picture, too small, too many pixels, too large -> refused, saying what is taken
as many as there is room for    -> HandBusy
"""

import io
from collections.abc import Callable

import httpx
import pytest
from PIL import Image

from marketplace.adapters import sample
from marketplace.adapters.sample import SampleRefused
from marketplace.studio import hand_routes
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, kind

PATH = hand_routes.PATH


def picture(form: str = "PNG", size: tuple[int, int] = (96, 64), **options: object) -> bytes:
    """Two thirds of it blue, one third red."""
    made = Image.new("RGB", size, "#2040a0")
    made.paste("#c03020", (0, 0, size[0] // 3, size[1]))
    file = io.BytesIO()
    made.save(file, form, **options)
    return file.getvalue()


def test_a_picture_lends_its_colours_and_hand(artist: Artist) -> None:
    found = artist.site.post(PATH, content=picture("WEBP", lossless=True)).raise_for_status().json()
    assert found["swatches"][:2] == ["#2040a0", "#c03020"]
    assert len(found["style_vector"]) == 24
    assert all(0 <= number <= 1000 for number in found["style_vector"])
    order = {"parameters": {name: found[name] for name in ("swatches", "style_vector")}}
    asked = artist.ask(**order)
    assert asked.status_code == 201, asked.text


def test_only_admitted_artists_have_pictures_read(
    artist: Artist, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    for site, status, name in (
        (browser(), 401, "sign-in-missing"),
        (browser(accounts.stranger), 403, "not-admitted"),
    ):
        answer = site.post(PATH, content=picture())
        assert (answer.status_code, kind(answer)) == (status, name)


def test_what_is_no_picture_is_refused(artist: Artist) -> None:
    for content in (b"", b"no picture", picture()[:90], picture(size=(96, 32)), picture("GIF")):
        answer = artist.site.post(PATH, content=content)
        assert (answer.status_code, kind(answer)) == (422, "picture-unreadable"), content[:9]
    huge = artist.site.post(PATH, content=bytes(sample.MOST_BYTES + 1))
    assert huge.status_code == 413


def test_a_bomb_is_not_decoded() -> None:
    file = io.BytesIO()
    Image.new("1", (6000, 5001)).save(file, "PNG")
    assert len(file.getvalue()) < 100_000
    with pytest.raises(SampleRefused, match="6000 x 5001 pixels; at most 30 million"):
        sample.decoded(file.getvalue())


def test_it_is_upright_and_on_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (80, 64), (0, 0, 0, 0)).save(file, "PNG")
    assert sample.decoded(file.getvalue()) == (80, 64, b"\xff" * (80 * 64 * 3))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    assert sample.decoded(picture("JPEG", exif=exif))[:2] == (64, 96)


def test_there_is_room_for_so_many(artist: Artist, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def acquire(self, timeout: float) -> bool:
            return False

    monkeypatch.setattr(hand_routes, "_room", Full())
    answer = artist.site.post(PATH, content=picture())
    assert (answer.status_code, kind(answer)) == (503, "hand-busy")
